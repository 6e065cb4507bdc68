"""Where the price by user meets the price by structure."""

from decimal import Decimal

import pytest

from nes_model.catalogue.what_if import apply_what_ifs
from nes_model.money import Amount
from nes_model.pricing.break_even import find_break_evens
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


@pytest.mark.parametrize(("structures", "users"), [(1, 10), (3, 30)])
def test_the_two_prices_meet_at_ten_users_a_structure(structures, users):
    (found,) = find_break_evens(Scenario(category="ville", structures=structures), EDITION)
    assert found.users == users
    assert found.by_user * users == found.by_structure


@pytest.mark.parametrize("category", ["chu", "ght-support", "autre-es", "esms"])
def test_categories_that_pay_by_establishment_have_no_choice(category):
    assert not list(find_break_evens(Scenario(category=category), EDITION))


def euros(low: str, high: str) -> Amount:
    return Amount(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("supposed", "users"),
    [
        ({"pack-structure": euros("100", "200")}, 20),  # 200 / 10
        ({"pack-utilisateur": euros("5", "25")}, 4),  # 100 / 25
        ({"pack-utilisateur": euros("0", "10")}, 10),  # 100 / 10
    ],
)
def test_ranges_meet_at_their_high_ends_by_which_the_rule_ranks(supposed, users):
    (found,) = find_break_evens(Scenario(category="ville"), apply_what_ifs(EDITION, supposed))
    assert found.users == users


@pytest.mark.parametrize("free", ["pack-utilisateur", "pack-structure"])
def test_a_price_that_may_only_be_free_meets_no_other(free):
    supposed = apply_what_ifs(EDITION, {free: Amount.zero()})
    assert not list(find_break_evens(Scenario(category="ville"), supposed))
