"""The golden cases: amounts worked by hand from the catalogue, their arithmetic left visible in tests/cases/."""

from pathlib import Path

import pytest
import yaml

from nes_model.pricing.projection import project
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.arithmetic import worked
from tests.nes_model.strategies import EDITION

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['nom']}")
    for path in sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader gives text only
]


@pytest.mark.parametrize("case", CASES)
def test_a_golden_case_is_priced_to_the_cent(case):
    quote = price(Scenario.model_validate(case["scenario"]), EDITION)
    years = {str(year.number): year.cumulative for year in project(quote)}
    found = {
        "lignes": [line.id for line in quote.lines],
        "premiere_annee": quote.first_year,
        "annees_suivantes": quote.following_years,
        "capital_restituable": quote.refundable,
        "non_chiffre": [each.id for each in quote.unpriced],
        "a_confirmer": list(quote.doubts),
        "cumul": years,
        "ttc": {line.id: line.costs_incl_vat.first_year for line in quote.lines if line.is_excl_vat},
    }
    for key, expected in case["attendu"].items():
        if key in ("cumul", "ttc"):
            assert {each: found[key][each] for each in expected} == {
                each: worked(expression) for each, expression in expected.items()
            }
        elif key in ("lignes", "non_chiffre", "a_confirmer"):
            assert found[key] == expected
        else:
            assert found[key] == worked(expected), key


def test_golden_cases_cover_every_category_option_and_reading():
    scenarios = [Scenario.model_validate(case.values[0]["scenario"]) for case in CASES]
    assert {scenario.category for scenario in scenarios} == set(EDITION.categories)
    asked = {(scenario.category, option) for scenario in scenarios for option in scenario.options}
    assert asked >= {
        (category, offer.id)
        for category in EDITION.categories
        for offer in EDITION.options.values()
        if offer.available_to(category)
    }
    assert {scenario.first_year_months for scenario in scenarios} >= {1, 6, 12}
    chosen = {(reading, choice) for scenario in scenarios for reading, choice in scenario.readings.items()}
    priced = {
        (reading.id, other.id)
        for reading in EDITION.doubts
        for other in reading.others
        if other.amounts or other.charges
    }
    assert priced <= chosen


def test_an_expression_is_worked_out_exactly():
    assert str(worked("4.05 + 3 * 100.00").low) == "304.05"
    assert str(worked("arrondi(100 * 7 / 12)").low) == "58.33"
    assert str(worked("arrondi(0.125)").low) == "0.13"
