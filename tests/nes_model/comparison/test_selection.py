"""What is done to the scenarios that are compared."""

import pytest

from nes_model.comparison.selection import Selection
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.saved import SavedScenario
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def selection(letters: str, reference: int = 0) -> Selection:
    esms = check_or_raise(Scenario(category="esms"), EDITION)
    return Selection(tuple(SavedScenario(esms.named(letter)) for letter in letters), reference)


def letters(found: Selection) -> str:
    return "".join(each.scenario.label for each in found.scenarios)


def test_scenarios_are_added_at_the_end_up_to_eight_and_once_each():
    assert letters(selection("ab").with_added(selection("bc").scenarios)) == "abc"
    assert letters(selection("abcdefg").with_added(selection("hi").scenarios)) == "abcdefgh"


def test_a_copy_comes_right_after_under_its_own_name():
    found = selection("ab", reference=1).duplicated(0)
    assert [each.scenario.label for each in found.scenarios] == ["a", "a (copie)", "b"]
    assert found.reference == 2
    assert selection("abcdefgh").duplicated(0) == selection("abcdefgh")


@pytest.mark.parametrize(("place", "by", "order"), [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (2, 1, "abc")])
def test_a_scenario_moves_by_one_place_and_not_past_the_ends(place, by, order):
    assert letters(selection("abc").moved(place, by)) == order


def test_the_reference_follows_its_scenario():
    assert selection("abc", reference=2).moved(2, -1).reference == 1
    assert selection("abc", reference=2).without(0).reference == 1
    assert selection("abc", reference=2).without(2).reference == 0


def test_the_explained_pair_follows_its_scenarios_or_goes_back_to_the_usual_one():
    found = selection("abcd").explaining(3, 1)
    assert found.without(0).pair == (2, 0)
    assert found.moved(1, -1).pair == (3, 0)
    assert found.without(3).explained is None
    assert found.without(3).pair == (0, 1)


def test_those_that_are_added_up_follow_their_scenarios_and_one_alone_is_no_sum():
    found = selection("abcd").adding_up([3, 1])
    assert found.together == (1, 3)
    assert found.moved(3, -1).together == (1, 2)
    assert found.duplicated(0).together == (2, 4)
    assert found.without(0).together == (0, 2)
    assert found.without(3).together == ()


def test_a_scenario_is_not_explained_against_itself():
    assert selection("ab").explaining(1, 1).explained is None


def test_a_new_name_is_trimmed_and_bounded():
    assert letters(selection("ab").renamed(1, "  c  ")) == "ac"
    assert len(selection("a").renamed(0, "x" * 300).scenarios[0].scenario.label) == 120


def test_the_last_scenario_can_be_removed():
    assert selection("a").without(0) == Selection()
