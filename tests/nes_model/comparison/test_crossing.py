"""Where the cumulated costs of two scenarios cross."""

from nes_model.comparison.crossing import Crossing, describe_crossing, find_crossings, project_together
from nes_model.money import Amount
from nes_model.pricing.projection import Year
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def years(*words: dict[str, object]):
    return project_together([price(Scenario.model_validate(each), EDITION) for each in words])


def test_a_scenario_that_starts_cheap_may_end_dear():
    # Once: 4.05 + 100 + 2 × 445 = 994.05, then 100 a year: 994.05, 1094.05, 1194.05, 1294.05.
    # Yearly: 4.05 + 100 + 12 × 20 = 344.05, then 340 a year: 344.05, 684.05, 1024.05, 1364.05, dearer in year 4.
    once = {"categorie": "esms", "options": {"chef-de-projet": {"quantite": 2}}}
    yearly = {"categorie": "esms", "options": {"dpm": {}}}
    assert find_crossings(years(once, yearly)) == (Crossing(dearer=1, cheaper=0, year=4),)


def test_curves_that_keep_their_order_do_not_cross():
    assert find_crossings(years({"categorie": "esms"}, {"categorie": "chu"})) == ()


def test_equal_curves_do_not_cross():
    assert find_crossings(years({"categorie": "esms"}, {"categorie": "esms"})) == ()


def curve(*cumulative: int) -> tuple[Year, ...]:
    amounts = [Amount.exactly(each) for each in cumulative]
    return tuple(Year(number, Amount.zero(), amount, "2026") for number, amount in enumerate(amounts, start=1))


def test_touching_is_not_crossing():
    assert find_crossings([curve(30, 40, 60), curve(20, 40, 50)]) == ()


def test_a_crossing_that_goes_through_an_equal_year_is_dated_when_the_order_is_the_other_one():
    assert find_crossings([curve(30, 40, 50), curve(20, 40, 60)]) == (Crossing(dearer=1, cheaper=0, year=3),)


def test_curves_may_cross_more_than_once():
    found = find_crossings([curve(30, 40, 60, 90), curve(20, 50, 55, 80)])
    assert [(each.dearer, each.year) for each in found] == [(1, 2), (0, 3)]


def test_ranges_that_turn_over_in_different_years_are_told_end_by_end():
    # A doctor for a day: 104.05 + 715 = 819.05, or 919.05, then 100 a year. DPM: 344.05, 684.05, 1024.05, 1364.05.
    # Lows: 819.05, 919.05, 1019.05: passed in year 3. Highs: 919.05, 1019.05, 1119.05, 1219.05: passed in year 4.
    found = find_crossings(
        years({"categorie": "esms", "options": {"referent-medical": {}}}, {"categorie": "esms", "options": {"dpm": {}}})
    )
    assert [(each.year, each.end) for each in found] == [(3, "au bas des fourchettes"), (4, "au haut des fourchettes")]


def test_every_curve_goes_to_the_longest_horizon():
    assert [len(each) for each in years({"categorie": "esms", "horizon": 2}, {"categorie": "chu", "horizon": 7})] == [
        7,
        7,
    ]


def test_a_crossing_is_said_in_a_sentence():
    assert describe_crossing(Crossing(1, 0, 4), ["Seul", "Avec DPM"]) == (
        "« Avec DPM » coûte en tout plus cher que « Seul » à partir de l'année 4 ; avant, c'est l'inverse."
    )
