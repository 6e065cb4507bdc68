"""What a change of tariffs does to scenarios: R1's other readings as suppositions, worked by hand."""

from decimal import Decimal

from nes_model.catalogue.what_if import apply_what_ifs
from nes_model.money import Amount
from nes_model.pricing import impact
from nes_model.scenario.checking import CheckedScenario, check_or_raise
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

CHU = Scenario.model_validate({"libelle": "CHU", "categorie": "chu"})
MSP = Scenario.model_validate({"libelle": "MSP", "categorie": "ville"})
EHPAD = Scenario.model_validate({"libelle": "EHPAD", "categorie": "esms"})


def checked(scenarios: list[Scenario]) -> list[CheckedScenario]:
    return [check_or_raise(each, EDITION) for each in scenarios]


def moved(impacts: list[impact.Impact]) -> dict[str, tuple[Decimal, Decimal]]:
    return {each.name: (each.first_year.low, each.following_years.low) for each in impacts if not each.is_nil}


def amounts(**euros: str) -> dict[str, Amount]:
    return {name.replace("_", "-"): Amount.exactly(each) for name, each in euros.items()}


def measure_supposing(scenarios: list[Scenario], supposed: dict[str, Amount]) -> list[impact.Impact]:
    return impact.measure_edition(checked(scenarios), apply_what_ifs(EDITION, supposed))


def test_no_decimal_lost_supposed_on_the_examples():
    supposed = amounts(capital_chu="1685.00", capital_ville="2143.00")
    # 1685.00 − 16.85 = 1668.15; 2143.00 − 21.43 = 2121.57
    assert moved(measure_supposing([CHU, MSP, EHPAD], supposed)) == {
        "CHU": (Decimal("1668.15"), Decimal(0)),
        "MSP": (Decimal("2121.57"), Decimal(0)),
    }


def test_columns_the_other_way_round_supposed_on_the_examples():
    supposed = amounts(capital_chu="5000.00", contribution_chu="1685.00")
    # (5000 + 1685) − (16.85 + 5000) = 1668.15 the first year; 1685 − 5000 = −3315 each following year
    assert moved(measure_supposing([CHU, EHPAD], supposed)) == {"CHU": (Decimal("1668.15"), Decimal("-3315.00"))}


def test_a_supposition_and_the_reading_that_says_the_same_have_the_same_effect():
    supposed = amounts(capital_chu="1685.00", capital_ville="2143.00")
    scenarios = [CHU, MSP, EHPAD]
    by_reading = impact.measure_reading(checked(scenarios), "R1", "sans-virgule")
    assert moved(by_reading) == moved(measure_supposing(scenarios, supposed))


def test_a_reading_that_withdraws_an_option_leaves_nothing_to_compare():
    opened = Scenario.model_validate(
        {"categorie": "esms", "options": {"imagerie": {}}, "lectures": {"R7": "tous-colleges"}}
    )
    (found,) = impact.measure_reading(checked([opened]), "R7", "additionnees")
    assert found.after is None
    assert not found.is_nil


def test_a_total_that_is_lower_for_want_of_a_price_says_so():
    (found,) = impact.measure_reading(checked([MSP]), "R2", "sans-tarif")
    assert found.following_years.low == Decimal("-100.00")  # the contribution of 100.00 is no longer counted
    assert found.caution == "1 montant non chiffré de plus"


def test_a_price_supposed_where_there_was_none_is_no_rise():
    asking = Scenario.model_validate({"categorie": "esms", "options": {"securnes-autonome": {}}})
    (found,) = measure_supposing([asking], amounts(securnes_autonome="500.00"))
    assert found.first_year.low == Decimal("500.00")
    assert found.caution == "1 montant non chiffré de moins"


def test_a_rise_between_two_known_prices_needs_no_caution():
    (found,) = measure_supposing([EHPAD], amounts(contribution_esms="120.00"))
    assert (found.first_year.low, found.caution) == (Decimal("20.00"), "")
