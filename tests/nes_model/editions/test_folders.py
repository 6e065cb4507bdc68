"""Which editions there are, which is in force, and years priced with their own."""

from decimal import Decimal

import pytest

from nes_model.editions.folders import find_following, find_in_force, list_editions
from nes_model.editions.loading import load_edition
from nes_model.pricing.projection import project
from nes_model.pricing.rule import price
from nes_model.pricing.sentences import write_notes
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027


@pytest.fixture
def data(tmp_path):
    return data_with_2027(tmp_path)


def quote(data, **words: object):
    scenario = Scenario.model_validate({"categorie": "esms"} | words)
    return price(scenario, load_edition(data / "2026"), [load_edition(data / "2027")])


def test_a_folder_is_an_edition(data):
    assert list_editions(data) == ("2026", "2027")


def test_the_years_that_follow_are_those_without_a_gap():
    assert find_following("2026", ["2026", "2027", "2029"]) == ("2027",)
    assert find_following("2027", ["2026", "2027", "2029"]) == ()


def test_the_edition_in_force_is_written_not_guessed_from_the_latest_folder(data):
    assert find_in_force(data) == "2026"


def test_an_edition_in_force_without_a_folder_is_refused_with_its_line(data):
    (data / "en-vigueur.yaml").write_text("edition: '2025'\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match=r"en-vigueur\.yaml, ligne 1 : l'édition « 2025 » n'a pas de dossier"):
        find_in_force(data)


def test_a_year_that_has_its_edition_is_priced_with_it(data):
    years = project(quote(data, horizon=3))
    assert [(year.edition, year.cost.low) for year in years] == [
        ("2026", Decimal("104.05")),
        ("2027", Decimal("120.00")),
        ("2027", Decimal("120.00")),
    ]


def test_an_increase_is_supposed_only_after_the_last_known_edition(data):
    years = project(quote(data, horizon=4, hausse_annuelle="10"))
    # 2027 is published: 120.00; then 120.00 × 1.1 = 132.00, × 1.1² = 145.20
    assert [year.cost.low for year in years] == [
        Decimal("104.05"),
        Decimal("120.00"),
        Decimal("132.00"),
        Decimal("145.20"),
    ]


def test_an_edition_that_cannot_answer_the_scenario_is_said_and_left_aside(tmp_path):
    withdrawn = ("groupe: rgpd\n    souscription: facultative", "groupe: rgpd\n    souscription: hors-simulation")
    data = data_with_2027(tmp_path, options=withdrawn)
    asked = quote(data, options={"dpm": {}})
    assert asked.later == ()
    assert any("L'édition 2027 ne peut pas chiffrer ce scénario tel quel" in note for note in write_notes(asked))


def test_an_edition_put_in_force_before_it_is_reviewed_is_told_as_such(tmp_path):
    (tmp_path / "2027").mkdir()
    (tmp_path / "2027" / "01.yaml").touch()
    (tmp_path / "2027" / "A-RELIRE.md").touch()
    (tmp_path / "en-vigueur.yaml").write_text("edition: '2027'\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="« 2027 » est encore à relire"):
        find_in_force(tmp_path)
