"""Where the price by user meets the price by structure."""

import pytest

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
