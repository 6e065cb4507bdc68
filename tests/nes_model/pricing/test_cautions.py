"""What stands beside a total, in a few words."""

import pytest

from nes_model.editions.loading import load_edition
from nes_model.pricing.cautions import name_mixed_taxes, name_other_readings, name_prices_of_following_years
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
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


@pytest.mark.parametrize(
    ("readings", "said"),
    [(["R1"], "Autre lecture choisie\u00a0: R1"), (["R1", "R7"], "Autres lectures choisies\u00a0: R1, R7")],
)
def test_points_read_otherwise_are_named(readings, said):
    assert name_other_readings(readings) == said
