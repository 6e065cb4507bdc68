"""What an option adds is the difference of two prices, said for this organisation."""

import re

import pytest
from hypothesis import given

from nes_model.pricing.additions import describe_addition, describe_share
from nes_model.pricing.rule import price
from nes_model.scenario import checking
from nes_model.scenario.scenario import OptionChoice, Scenario
from tests.nes_model.strategies import EDITION, scenarios


def quoted(**words: object):
    return price(Scenario.model_validate(words), EDITION)


def plain(text: str) -> str:
    return re.sub(r"\s", " ", text)


@pytest.mark.parametrize(
    ("words", "option", "said"),
    [
        # 3 × 100 × 12
        (
            {"categorie": "esms", "etablissements": 3},
            "pack-complementaire",
            "+ 3 600,00 € par an pour vos 3 établissements",
        ),
        ({"categorie": "esms"}, "pack-complementaire", "+ 1 200,00 € par an"),
        # 8 × 10 × 12, cheaper than 100 × 12 for the structure
        ({"categorie": "ville", "utilisateurs": 8}, "pack-complementaire", "+ 960,00 € par an pour vos 8 utilisateurs"),
        ({"categorie": "esms"}, "chef-de-projet", "+ 445,00 € une seule fois pour 1 jour"),
        # 3600 once and 200 × 12
        (
            {"categorie": "autre-es"},
            "imagerie",
            "+ 2 400,00 € par an et 3 600,00 € une seule fois pour 1 établissement raccordé",
        ),
        ({"categorie": "esms"}, "securnes-autonome", "Sans prix publié"),
        ({"categorie": "esms", "mois_premiere_annee": 6}, "dpm", "+ 240,00 € HT par an"),  # 20 × 12 in a full year
    ],
)
def test_an_option_that_is_not_taken_says_what_it_would_add(words, option, said):
    assert plain(describe_addition(option, quoted(**words))) == said


def test_an_option_that_is_taken_says_its_share():
    quote = quoted(categorie="esms", etablissements=3, options={"pack-complementaire": {}, "securnes-autonome": {}})
    assert plain(describe_share("pack-complementaire", quote)) == "Soit 3 600,00 € par an pour vos 3 établissements"
    assert describe_share("securnes-autonome", quote) == ""


@given(scenarios())
def test_what_is_said_to_be_added_is_the_difference_of_two_prices(scenario):
    quote = price(scenario, EDITION)
    for option in EDITION.options:
        wider = scenario.model_copy(update={"options": {**scenario.options, option: OptionChoice()}})
        if option in scenario.options or checking.list_findings(wider, EDITION):
            continue
        said, added = describe_addition(option, quote), price(wider, EDITION)
        yearly, once = added.following_years - quote.following_years, added.once - quote.once
        assert (str(yearly) in said) is bool(yearly) or not yearly
        assert not once or str(once) in said
