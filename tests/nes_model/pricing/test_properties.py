"""What is true of every scenario."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.overlay import apply
from nes_model.money import Amount, total
from nes_model.pricing.doubt_effects import drop_unavailable, find_points
from nes_model.pricing.projection import project
from nes_model.pricing.rule import price, price_checked
from nes_model.problems import InvalidInputError
from nes_model.scenario import link as links
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.scenario import Scenario
from tests.nes_model.links import read_link
from tests.nes_model.strategies import EDITION, scenarios, tariffs, unavailable_scenarios, with_one_more

OVERLAYS = [other for doubt in EDITION.doubts for other in doubt.others]


@given(scenarios())
def test_lines_add_up_to_the_totals(scenario):
    quote = price(scenario, EDITION)
    assert total([line.first_year for line in quote.lines]) == quote.first_year
    assert total([line.following_years for line in quote.lines]) == quote.following_years


@given(scenarios())
def test_the_first_year_is_what_is_paid_once_and_what_recurs(scenario):
    quote = price(scenario, EDITION)
    assert quote.once + quote.recurring_first_year == quote.first_year
    assert quote.refundable.high <= quote.once.high


@given(scenarios())
def test_every_amount_is_a_whole_number_of_cents(scenario):
    for line in price(scenario, EDITION).lines:
        for amount in (line.first_year, line.following_years):
            assert amount == amount.to_cents()


@given(scenarios(), st.sampled_from(["members", "establishments", "users", "structures"]))
def test_totals_never_decrease_when_a_count_increases(scenario, count):
    assume(count != "users" or scenario.users)  # 0 is "not given", not "nobody"
    before, after = price(scenario, EDITION), price(with_one_more(scenario, count), EDITION)
    for less, more in [(before.first_year, after.first_year), (before.following_years, after.following_years)]:
        assert less.low <= more.low
        assert less.high <= more.high


@given(scenarios())
def test_a_range_stays_ordered(scenario):
    quote = price(scenario, EDITION)
    amounts = [quote.first_year, quote.following_years, *(year.cumulative for year in project(quote))]
    assert all(amount.low <= amount.high for amount in amounts)


@given(scenarios())
def test_no_line_is_free_unless_the_catalogue_says_so(scenario):
    for line in price(scenario, EDITION).lines:
        assert line.first_year.low > 0 or line.charge.note


@given(scenarios())
def test_a_link_read_back_gives_the_same_scenario(scenario):
    reading = read_link(links.write_query(scenario, EDITION), "esms")
    assert reading == links.ParsedLink(check_or_raise(scenario, EDITION))


@given(st.sampled_from(OVERLAYS))
def test_an_overlay_applied_twice_is_the_overlay_applied_once(overlay):
    once = apply(overlay, EDITION)
    assert apply(overlay, once) == once
    assert once != EDITION


@given(tariffs())
def test_amounts_laid_twice_are_the_amounts_laid_once(amounts):
    overlay = Overlay(amounts=amounts)
    once = apply(overlay, EDITION)
    assert apply(overlay, once) == once
    assert {charge: once.charges[charge].amount for charge in amounts} == amounts


@given(unavailable_scenarios())
def test_an_option_that_a_category_cannot_have_is_never_billed(scenario):
    with pytest.raises(InvalidInputError):
        price(scenario, EDITION)


@given(scenarios())
def test_only_what_was_asked_is_billed(scenario):
    quote = price(scenario, EDITION)
    assert quote.offers == {"adhesion", *scenario.options}
    assert all(each.charge.billed and each.charge.concerns(scenario.category) for each in quote.billed)


@settings(max_examples=50)  # each scenario is priced under every reading
@given(scenarios())
def test_each_effect_is_the_difference_with_the_quote_priced_under_that_reading(scenario):
    quote = price(scenario, EDITION)
    for point in find_points(quote, EDITION):
        for effect in point.others:
            assume(not effect.lost_options)
            words = scenario.model_dump(mode="json", by_alias=True)
            words["lectures"] |= {point.doubt.id: effect.choice}
            other = price(Scenario.model_validate(words), EDITION)
            assert quote.first_year + effect.first_year == other.first_year
            assert quote.following_years + effect.following_years == other.following_years


@settings(max_examples=50)  # each scenario is priced under every reading
@given(scenarios())
def test_a_point_that_would_move_a_total_comes_with_the_quote(scenario):
    quote = price(scenario, EDITION)
    for doubt in EDITION.doubts:
        if doubt.id in quote.doubts:
            continue
        for other in doubt.others:
            read = scenario.model_copy(update={"readings": scenario.readings | {doubt.id: other.id}})
            moved = price_checked(drop_unavailable(read, EDITION))
            assert (moved.first_year, moved.following_years) == (quote.first_year, quote.following_years)


@given(scenarios())
def test_the_years_add_up_to_the_cumulative_cost(scenario):
    years = project(price(scenario, EDITION))
    assert len(years) == scenario.horizon
    running = Amount.zero()
    for year in years:
        running += year.cost
        assert year.cumulative == running


@given(st.text(max_size=200))
def test_any_query_string_gives_a_scenario_that_can_be_priced(query):
    reading = read_link(query, "esms")
    assert price_checked(reading.checked).lines


@given(
    st.dictionaries(
        st.sampled_from(
            ["categorie", "etablissements", "utilisateurs", "options", "lectures", "horizon", "edition", "x"]
        ),
        st.lists(
            st.text(max_size=30)
            | st.sampled_from(["esms", "pack-complementaire~5~x", "R1~", "R7~tous-colleges", "~", "9e9"])
        ),
    )
)
def test_any_parameters_give_a_scenario_that_can_be_priced_and_say_what_was_not_understood(parameters):
    reading = links.parse_parameters(parameters, EDITION, "esms")
    assert price_checked(reading.checked).lines
    assert all(problem.endswith((".", "?")) for problem in reading.problems)
