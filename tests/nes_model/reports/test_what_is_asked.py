"""What the letter and the mail say of the options and of what the amounts rest on."""

import pytest

from nes_model.editions.loading import load_edition
from nes_model.pricing.rule import price
from nes_model.reports.what_is_asked import list_cautions, list_options
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import plain

RSSI = "Responsable de la sécurité (RSSI) NeS"
IMAGING = "Échange et partage d'imagerie (e-m@ge)"
CLINIC = {"categorie": "autre-es", "etablissements": 5}
WITHDRAWN = {
    "options": ("groupe: rgpd\n    souscription: facultative", "groupe: rgpd\n    souscription: hors-simulation")
}


def quoted(**words: object):
    return price(Scenario.model_validate(words), EDITION)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"rssi": {"quantite": 10}}, [f"{RSSI}, 10 jours, une fois"]),
        ({"rssi": {"quantite": 10, "rythme": "annuel"}}, [f"{RSSI}, 10 jours, chaque année"]),
        ({"rssi": {}}, [f"{RSSI}, 1 jour, une fois"]),
        ({"imagerie": {"quantite": 2}}, [f"{IMAGING}, 2 établissements raccordés"]),
        ({"imagerie": {}}, [f"{IMAGING}, 5 établissements raccordés"]),
        ({"rssi": {}, "pack-complementaire": {}}, ["Pack complémentaire", f"{RSSI}, 1 jour, une fois"]),
        ({}, []),
    ],
)
def test_each_option_says_how_many_and_how_often_even_by_default(options, said):
    assert list_options(quoted(**CLINIC, options=options)) == said


@pytest.mark.parametrize(
    ("users", "billing", "unit"),
    [
        (8, "auto", "utilisateur"),  # 8 × 10.00 a month against 2 × 100.00
        (45, "auto", "structure"),  # 45 × 10.00 a month against 2 × 100.00
        (8, "structure", "structure"),
    ],
)
def test_an_option_with_two_prices_says_which_is_counted(users, billing, unit):
    options = {"pack-complementaire": {"facturation": billing}}
    asked = quoted(categorie="ville", structures=2, utilisateurs=users, options=options)
    assert list_options(asked) == [f"Pack complémentaire, au prix par {unit}"]


def test_an_option_without_a_published_price_is_asked_for_all_the_same():
    asked = quoted(categorie="esms", options={"creation-site": {}})
    assert list_options(asked) == ["Création de votre site par NeS"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, []),
        ({"lectures": {"R4": "par-etablissement"}}, ["Autre lecture choisie : R4."]),
        ({"options": {"dpm": {}}}, ["Totaux en partie hors taxes, le reste sans taxe précisée."]),
        ({"hausse_annuelle": "2.5"}, ["Montants avant la hausse supposée de 2,5 % par an."]),
        ({"options": {"creation-site": {}}}, []),  # what has no price is said beside the amounts
    ],
)
def test_readings_taxes_and_an_increase_are_said_when_there_are(words, said):
    assert [plain(each) for each in list_cautions(quoted(categorie="esms", **words))] == said


@pytest.mark.parametrize("changes", [{}, WITHDRAWN], ids=["priced", "unable to price this scenario"])
def test_once_a_next_edition_is_published_the_amounts_say_whose_tariffs_they_are(tmp_path, changes):
    data = data_with_2027(tmp_path, **changes)
    scenario = Scenario.model_validate({"categorie": "esms", "hausse_annuelle": "2.5", "options": {"dpm": {}}})
    asked = price(scenario, load_edition(data / "2026"), [load_edition(data / "2027")])
    *_, said = list_cautions(asked)
    assert plain(said) == "Montants aux tarifs de l'édition 2026, avant la hausse supposée de 2,5 % par an."
