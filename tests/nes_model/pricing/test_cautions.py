"""What stands beside a total, in a few words."""

import pytest

from nes_model.editions.loading import load_edition
from nes_model.pricing.additions import describe_addition
from nes_model.pricing.cautions import (
    name_left_out,
    name_left_out_later,
    name_mixed_taxes,
    name_other_readings,
    name_prices_of_following_years,
)
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import OptionChoice, Scenario
from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION


@pytest.mark.parametrize(
    ("options", "said"),
    [({}, ""), ({"dpm": {}}, "totaux en partie hors taxes, le reste sans taxe précisée")],  # DPM alone is printed HT
)
def test_totals_that_mix_taxes_say_so_and_others_nothing(options, said):
    assert name_mixed_taxes(price(Scenario(category="esms", options=options), EDITION)) == said


def test_the_prices_of_a_following_year_are_those_of_the_first_edition_before_any_increase(tmp_path):
    next_edition = load_edition(data_with_2027(tmp_path) / "2027")
    scenario = Scenario.model_validate({"categorie": "esms", "hausse_annuelle": "2.5"})
    alone, followed = price(scenario, EDITION), price(scenario, EDITION, [next_edition])
    increase = "avant la hausse supposée de 2,5\u00a0% par an"
    assert list(name_prices_of_following_years(alone)) == [increase]
    assert list(name_prices_of_following_years(followed)) == ["aux tarifs de l'édition 2026", increase]


def test_a_price_that_lacks_only_a_number_is_not_told_to_be_unpublished(tmp_path):
    by_structure = "montant: 100.00, par: structure"
    data = data_with_2027(tmp_path, packs=(by_structure, by_structure.replace("montant: 100.00", "non-chiffre: devis")))
    after, msp = load_edition(data / "2027"), Scenario(category="ville")  # 10.00 by user remains
    asked = msp.model_copy(update={"options": {"pack-complementaire": OptionChoice()}})
    missing = "+ Pack complémentaire, nombre d'utilisateurs à indiquer"
    assert list(name_left_out(price(asked, after).unpriced)) == [missing]
    assert name_left_out_later(price(asked, EDITION, [after])) == (f"{missing} pour l'édition 2027",)
    assert describe_addition("pack-complementaire", price(msp, after)) == "Nombre d'utilisateurs à indiquer"


@pytest.mark.parametrize(
    ("readings", "said"),
    [(["R1"], "Autre lecture choisie\u00a0: R1"), (["R1", "R7"], "Autres lectures choisies\u00a0: R1, R7")],
)
def test_points_read_otherwise_are_named(readings, said):
    assert name_other_readings(readings) == said
