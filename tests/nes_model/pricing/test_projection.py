"""A quote year by year."""

from decimal import Decimal

import pytest

from nes_model.pricing.projection import project
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def years(**words: object) -> list[tuple[int, Decimal, Decimal]]:
    quote = price(Scenario.model_validate({"categorie": "esms"} | words), EDITION)
    return [(year.number, year.cost.low, year.cumulative.low) for year in project(quote)]


def test_without_increase_every_following_year_costs_the_same():
    assert years(horizon=3) == [
        (1, Decimal("104.05"), Decimal("104.05")),
        (2, Decimal("100.00"), Decimal("204.05")),
        (3, Decimal("100.00"), Decimal("304.05")),
    ]


def test_an_increase_starts_in_the_second_year_is_compounded_and_rounded_each_year():
    # 100 × 1.025 = 102.50; 100 × 1.025² = 105.0625 → 105.06; 100 × 1.025³ = 107.6890625 → 107.69
    assert [cost for _, cost, _ in years(horizon=4, hausse_annuelle="2.5")] == [
        Decimal("104.05"),
        Decimal("102.50"),
        Decimal("105.06"),
        Decimal("107.69"),
    ]
    assert years(horizon=4, hausse_annuelle="2.5")[-1][2] == Decimal("419.30")  # 104.05 + 102.50 + 105.06 + 107.69


@pytest.mark.parametrize("horizon", [1, 10])
def test_there_are_as_many_years_as_the_horizon(horizon):
    assert [number for number, _, _ in years(horizon=horizon)] == list(range(1, horizon + 1))


def test_a_shorter_first_year_does_not_shorten_the_others():
    # first year: 4.05 + 100 + 100 × 6 = 704.05; then 100 + 1200
    found = years(horizon=2, mois_premiere_annee=6, options={"pack-complementaire": {}})
    assert [cost for _, cost, _ in found] == [Decimal("704.05"), Decimal("1300.00")]
