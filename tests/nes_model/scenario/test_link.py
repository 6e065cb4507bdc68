"""A scenario as a link, and what a link that cannot be understood says."""

import pytest

from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

DEFAULT = Scenario(category="esms")


def read(query: str) -> links.LinkReading:
    return links.from_query(query, EDITION, DEFAULT)


def test_a_link_is_readable():
    scenario = Scenario.model_validate(
        {
            "categorie": "chu",
            "etablissements": 5,
            "options": {"imagerie": {"quantite": 2}, "rssi": {"quantite": "2,5", "rythme": "annuel"}},
            "lectures": {"R1": "sans-virgule"},
        }
    )
    assert links.to_query(scenario, EDITION) == (
        "edition=2026&categorie=chu&etablissements=5&options=imagerie~2+rssi~2.5~annuel&lectures=R1~sans-virgule"
    )


def test_a_simulated_tariff_travels_in_the_link():
    scenario = Scenario.model_validate(
        {"categorie": "esms", "tarifs": {"contribution-esms": "120.00", "coordination": {"min": "300", "max": "350"}}}
    )
    query = links.to_query(scenario, EDITION)
    assert query == "edition=2026&categorie=esms&tarifs=contribution-esms~120.00+coordination~300-350"
    assert read(query) == links.LinkReading(scenario)


def test_an_empty_link_is_the_default_and_says_nothing():
    assert read("") == links.LinkReading(DEFAULT)


def test_a_hand_written_link_may_use_other_separators():
    scenario = read("categorie=autre-es&options=pack-complementaire,imagerie:2;dpm").scenario
    assert list(scenario.options) == ["pack-complementaire", "imagerie", "dpm"]
    assert scenario.options["imagerie"].quantity == 2


@pytest.mark.parametrize(
    ("query", "kept", "said"),
    [
        ("categorie=clinique", {"categorie": "esms"}, "« clinique » n'est pas une catégorie."),
        ("etablissements=3", {"categorie": "esms", "etablissements": 3}, "Le lien ne dit pas la catégorie."),
        ("categorie=chu&etablissements=abc", {"categorie": "chu"}, "« abc » n'est pas un nombre entier positif."),
        ("categorie=chu&etablissements=0", {"categorie": "chu"}, "au moins 1. Valeur utilisée : 1."),
        ("categorie=chu&horizon=99", {"categorie": "chu"}, "« 99 » est trop grand : au plus 10. Valeur utilisée : 5."),
        ("categorie=chu&hausse_annuelle=1e3", {"categorie": "chu"}, "Valeur utilisée : 0."),
        ("categorie=chu&categorie=esms", {"categorie": "chu"}, "« categorie » est donné 2 fois."),
        ("categorie=chu&edition=2031", {"categorie": "chu"}, "Montants calculés avec l'édition 2026."),
        ("categorie=chu&etablissement=3", {"categorie": "chu"}, "Vouliez-vous dire « etablissements » ?"),
        ("categorie=cst&options=dpm", {"categorie": "cst"}, "Option laissée de côté."),
        ("categorie=cst&options=pack", {"categorie": "cst"}, "Vouliez-vous dire « pack-complementaire » ?"),
        ("categorie=esms&options=dpm+dpm", {"categorie": "esms", "options": {"dpm": {}}}, "donné plusieurs fois."),
        ("categorie=esms&options=rssi~0", {"categorie": "esms", "options": {"rssi": {}}}, "valeur habituelle"),
        ("categorie=esms&lectures=R1~zut", {"categorie": "esms"}, "Lecture retenue utilisée."),
        ("categorie=esms&tarifs=contribution-esm~9", {"categorie": "esms"}, "dire « contribution-esms » ?"),
        ("categorie=esms&tarifs=contribution-esms~x", {"categorie": "esms"}, "Montant de l'édition utilisé."),
        ("categorie=esms&tarifs=contribution-esms~9-3", {"categorie": "esms"}, "un « min » plus grand que son « max »"),
        ("categorie=esms&libelle=" + "x" * 121, {"categorie": "esms"}, "est trop long : 120 caractères au plus."),
        ("x" * 5000, {"categorie": "esms"}, "Ce lien est trop long"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_with_what_stands_in_its_place(query, kept, said):
    reading = read(query)
    assert reading.scenario == Scenario.model_validate(kept)
    assert any(said in problem for problem in reading.problems), reading.problems


@pytest.mark.parametrize("asked", [{"categorie": ["esms"]}, {"categorie": ["zut"]}, {}])
def test_an_edition_without_the_usual_default_falls_back_to_its_first_category(asked):
    others = tuple(college for college in EDITION.colleges if college.id != "C")
    reading = links.from_parameters(asked, EDITION.model_copy(update={"colleges": others}), Scenario(category="esms"))
    assert reading.scenario == Scenario(category="chu")
    assert bool(reading.problems) == bool(asked)


@pytest.mark.parametrize(("written", "category"), [("Chu", "chu"), ("MSP", "ville"), ("soins de ville", "ville")])
def test_a_link_may_name_a_category_as_people_do(written, category):
    assert links.from_parameters({"categorie": [written]}, EDITION, Scenario(category="esms")) == links.LinkReading(
        Scenario(category=category)
    )
