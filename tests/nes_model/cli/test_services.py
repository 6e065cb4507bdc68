"""The grid of services on the command line."""

import csv
import json

import pytest

from nes_model.cli.main import main


@pytest.fixture
def printed(capsys):
    """What a command prints, once it has succeeded."""

    def run(*words: str) -> str:
        assert main(words) == 0
        return capsys.readouterr().out

    return run


def test_the_csv_has_one_service_a_row_and_one_mark_a_college(printed):
    header, *rows = csv.reader(printed("services", "--format", "csv").splitlines(), delimiter=";")
    assert header == ["service", "A", "B", "C", "D", "E", "F"]
    assert len(rows) == 9 + 12 + 15
    assert rows[0] == ["mon-espace-sante", *["oui"] * 6]
    assert ["teleexpertise", "oui-plus", "oui-plus", "oui-plus", "oui-plus", "inconnu", "oui-plus"] in rows
    assert ["rramu", "plus", "non", "non", "non", "non", "non"] in rows


def test_the_json_says_who_must_join_and_what_each_level_needs(printed):
    services = {each["id"]: each for each in json.loads(printed("services", "--format", "json"))["services"]}
    assert services["mis"]["adhesion"] == []
    assert services["teleconsultation"]["adhesion"] == ["A", "B", "C", "D", "E", "F"]
    assert services["teleconsultation"]["niveaux"] == [
        {"id": "simple", "libelle": "Téléconsultation simple", "prestations": ["pack-adherent"]},
        {"id": "avancee", "libelle": "Téléconsultation avancée", "prestations": ["pack-complementaire"]},
    ]
    assert services["geodisponibilite"]["marques"] == {
        "A": "plus",
        "B": "non",
        "C": "non",
        "D": "plus",
        "E": "non",
        "F": "non",
    }


def test_the_table_names_every_family_explains_every_mark_and_shows_the_doubts(printed):
    lines = printed("services").splitlines()
    assert "Services régionaux, missions du GCS (avec adhésion)" in lines
    (telesoin,) = [line.split() for line in lines if "Télésoin" in line]
    assert telesoin == ["Télésoin", *["✓", "€"] * 4, "?", "✓", "€", "à", "confirmer", ":", "R12"]
    assert lines[-1].split(maxsplit=1) == ["?", "illisible dans le catalogue"]


def test_an_unknown_format_is_refused(capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["services", "--format", "pdf"])
    assert leaving.value.code == 2
    assert capsys.readouterr().out == ""
