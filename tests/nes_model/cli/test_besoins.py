"""`besoins` on the command line."""

import json

import pytest

from nes_model.cli import besoins
from nes_model.cli.main import main
from nes_model.editions.loading import load_following
from nes_model.needs.recommendation import recommend
from tests.editions import data_with_2027


def said(capsys, *words: str) -> str:
    assert main(["besoins", *words]) == 0
    output = capsys.readouterr()
    assert not output.err
    return output.out.replace("\u202f", " ").replace("\u00a0", " ")


def test_json_says_what_to_take_and_what_it_costs(capsys):
    words = ["--categorie", "ville", "teleconsultation:avancee", "mis", "rramu", "--utilisateurs", "8"]
    found = json.loads(said(capsys, *words, "--format", "json"))
    assert found["categorie"] == "ville"
    assert found["adhesion_necessaire"] is True
    assert found["offres"] == ["pack-complementaire"]
    assert found["sans_adhesion"] == ["mis"]
    (impossible,) = found["impossibles"]
    assert (impossible["besoin"], impossible["colleges"], impossible["incertain"]) == ("rramu", ["A"], False)
    assert found["premiere_annee"] == {"min": "1081.43", "max": "1081.43"}  # 21.43 + 100 + 8 × 10 × 12
    assert found["annees_suivantes"] == {"min": "1060.00", "max": "1060.00"}
    assert found["non_chiffre"] == []


def test_what_cannot_be_read_is_not_promised_and_says_which_point(capsys):
    found = json.loads(said(capsys, "--categorie", "cst", "telesoin", "--format", "json"))
    (uncertain,) = found["impossibles"]
    assert uncertain["incertain"] is True
    assert uncertain["lectures"] == ["R12"]
    assert uncertain["colleges"] == ["A", "B", "C", "D", "F"]
    assert found["adhesion_necessaire"] is False


@pytest.mark.parametrize("written", ["R6=simple-incluse", "R6~simple-incluse"])
def test_another_reading_changes_the_answer(capsys, written):
    words = ["--categorie", "esms", "teleurgence", "--lecture", written, "--format", "json"]
    assert json.loads(said(capsys, *words))["offres"] == []


def test_two_colleges_stand_side_by_side(capsys):
    text = said(capsys, "--categorie", "ville", "--categorie", "rst", "geodisponibilite", "teleimagerie")
    rows = {line.split("  ")[0]: line for line in text.splitlines()}
    assert rows["Besoin"].split()[1:] == ["B", "·", "ville", "D", "·", "rst"]
    assert rows["Géodisponibilité"].split()[1:] == ["Impossible", "Adhésion", "seule"]
    assert rows["Téléimagerie"].split()[1:] == ["Adhésion", "seule", "Impossible"]
    assert rows["Première année"].endswith("130,30 €")  # 30.30 + 100.00
    assert "Géodisponibilité : financement complémentaire, montant non publié" in text
    assert "Collèges qui peuvent l'avoir : A, D" in text


def test_taxes_that_are_mixed_and_points_behind_the_amounts_are_told_beside_them(capsys):
    words = ["--categorie", "rst", "--categorie", "esms", "registre-rgpd", "teleconsultation"]
    text = said(capsys, *words)
    assert text.count("Totaux en partie hors taxes, le reste sans taxe précisée.") == 2
    assert "À confirmer, dans ces montants : R2, R4, R8." in text  # D: its contribution, and DPM
    assert "À confirmer, dans ces montants : R4, R8." in text  # C: its contribution is on its own row
    rst, _ = json.loads(said(capsys, *words, "--format", "json"))
    assert rst["lectures"] == ["R2", "R4", "R8"]
    (mixed,) = [each for each in rst["remarques"] if "hors taxes" in each]
    assert "240,00 € HT la première année, soit 288,00 € TTC" in mixed  # 20 × 12, × 1.20


def test_what_cannot_be_promised_is_not_told_to_be_free(capsys):
    text = said(capsys, "--categorie", "chu", "--categorie", "esms", "si-esms")
    rows = {line.split("  ")[0]: line.split()[-3:] for line in text.splitlines()}
    assert rows["Adhésion nécessaire"][-2:] == ["—", "non"]
    assert rows["Première année"] == rows["Chaque année suivante"] == ["—", "0,00", "€"]


def test_nothing_to_join_is_said_plainly(capsys):
    text = said(capsys, "--categorie", "esms", "mis")
    assert "Aucune adhésion n'est nécessaire." in text
    assert "0,00 €" in text


def test_csv_has_one_row_a_need_and_a_category(capsys):
    text = said(capsys, "--categorie", "cst", "--categorie", "esms", "telesoin", "mis", "fse", "--format", "csv")
    rows = [line.split(";") for line in text.splitlines()]
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("cst", "mis", "sans-adhesion"),
        ("cst", "fse", "offres"),
        ("cst", "telesoin", "inconnu"),
        ("esms", "mis", "sans-adhesion"),
        ("esms", "telesoin", "adhesion"),
        ("esms", "fse", "offres"),
    ]


def test_every_problem_is_said_at_once_and_nothing_is_printed(capsys):
    words = ["--categorie", "villes", "teleconsultaton", "zut", "--utilisateurs", "huit", "--lecture", "R6~x"]
    assert main(["besoins", *words]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "« teleconsultaton » n'est pas un besoin connu. Vouliez-vous dire « teleconsultation » ?" in output.err
    assert "« zut » n'est pas un besoin connu." in output.err
    assert "« villes » n'est pas une catégorie. Vouliez-vous dire « ville » (Soins de ville) ?" in output.err
    assert "« huit » n'est pas un nombre entier positif." in output.err


def test_a_category_is_asked_for(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["besoins", "mis"])
    assert stop.value.code == 2
    assert "Commande mal écrite" in capsys.readouterr().err


def test_offers_are_ranked_under_the_next_edition_too_as_on_the_page(capsys, monkeypatch, tmp_path):
    data, given = data_with_2027(tmp_path), []

    def noted(words, scenario, edition, later):
        given.extend(later)
        return recommend(words, scenario, edition, later)

    monkeypatch.setattr(besoins, "load_following", lambda edition: load_following(edition, data))
    monkeypatch.setattr(besoins, "recommend", noted)
    said(capsys, "--categorie", "esms", "teleconsultation")
    assert [each.header.id for each in given] == ["2027"]


def test_a_following_year_says_whose_tariffs_it_is_at_once_a_next_edition_is_there(capsys, monkeypatch, tmp_path):
    data, asking = data_with_2027(tmp_path), ["--categorie", "esms"]
    assert "aux tarifs" not in said(capsys, *asking, "teleconsultation")
    monkeypatch.setattr(besoins, "load_following", lambda edition: load_following(edition, data))
    assert "  Chaque année suivante : aux tarifs de l'édition 2026.\n" in said(capsys, *asking, "teleconsultation")
    assert "aux tarifs" not in said(capsys, *asking, "si-esms")  # nothing to pay, whatever the year
