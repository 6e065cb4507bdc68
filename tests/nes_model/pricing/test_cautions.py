"""What stands beside a total, in a few words."""

import pytest

from nes_model.pricing.cautions import name_mixed_taxes, name_other_readings
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


@pytest.mark.parametrize(
    ("options", "said"),
    [({}, ""), ({"dpm": {}}, "totaux en partie hors taxes, le reste sans taxe précisée")],  # DPM alone is printed HT
)
def test_totals_that_mix_taxes_say_so_and_others_nothing(options, said):
    assert name_mixed_taxes(price(Scenario(category="esms", options=options), EDITION)) == said


@pytest.mark.parametrize(
    ("readings", "said"),
    [(["R1"], "Autre lecture choisie\u00a0: R1"), (["R1", "R7"], "Autres lectures choisies\u00a0: R1, R7")],
)
def test_points_read_otherwise_are_named(readings, said):
    assert name_other_readings(readings) == said
