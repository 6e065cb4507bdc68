"""The formulas of the workbook round as the model does, on the amounts where binary numbers go wrong."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

import formulas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.money import to_cents
from nes_model.reports.workbook import rounding

pytestmark = pytest.mark.filterwarnings("ignore")

CENTS = st.integers(0, 10_000_000).map(lambda cents: Decimal(cents) / 100)
QUANTITIES = st.integers(1, 1_000_000).map(lambda hundredths: Decimal(hundredths) / 100)


@cache
def compiled(formula: str):
    """The formula in an engine whose ROUND looks at every digit of the binary number, and forgives none."""
    return formulas.Parser().ast(f"={formula}")[1].compile()


def computed(formula: str, *cells: Decimal | int) -> Decimal:
    """Its value, the cells given in the order in which the formula names them."""
    return Decimal(repr(float(compiled(formula)(*map(float, cells)))))


@given(CENTS, QUANTITIES)
def test_a_price_times_hundredths_is_rounded_half_up(price, quantity):
    formula = rounding.multiply("A1", "B1", "1", decimals=rounding.HUNDREDTHS)
    assert computed(formula, quantity, price) == to_cents(price * quantity)


@pytest.mark.parametrize("cents", [10010, 16850, 44550, 71535, 81515])
def test_every_half_cent_goes_up(cents):
    formula = rounding.multiply("A1", "B1", "1", decimals=rounding.HUNDREDTHS)
    halves = [hundredths for hundredths in range(1, 2000) if cents * hundredths % 100 == 50]
    assert halves
    for hundredths in halves:
        price, quantity = Decimal(cents) / 100, Decimal(hundredths) / 100
        assert computed(formula, quantity, price) == to_cents(price * quantity)


@given(CENTS, st.integers(1, 10_000), st.integers(1, 12))
def test_a_price_for_some_months_is_exact(price, quantity, months):
    assert computed(rounding.multiply("A1", "B1", "C1"), quantity, price, months) == to_cents(price * quantity * months)


@given(CENTS, st.integers(1, 10_000), st.integers(1, 12))
def test_a_year_cut_to_the_months_left_is_rounded_half_up(price, quantity, months):
    formula = rounding.multiply("A1", "B1", "C1", over=12)
    assert computed(formula, quantity, price, months) == to_cents(price * quantity * months / 12)


@given(CENTS, st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100))
def test_vat_is_rounded_half_up(amount, rate):
    formula = rounding.add_vat("A1", "B1")
    assert computed(formula, amount, rate / 100) == to_cents(amount * (100 + rate) / 100)


@given(CENTS, st.integers(0, 5_000).map(lambda hundredths: Decimal(hundredths) / 100), st.integers(1, 9))
def test_an_increase_is_rounded_half_up(amount, rate, years):
    formula = rounding.increase("A1", "B1", years)
    assert computed(formula, amount, rate / 100) == to_cents(amount * (1 + rate / 100) ** years)


@pytest.mark.parametrize(
    ("percent", "years"), [(2, 1), (2, 2), (2, 3), (3, 2), (3, 3), (5, 1), (5, 2), (5, 3), (10, 4), (25, 5), (50, 9)]
)
def test_every_half_cent_of_an_increase_goes_up(percent, years):
    formula = rounding.increase("A1", "B1", years)
    factor = Fraction(100 + percent, 100) ** years
    halves = amounts_that_give_half_a_cent(factor)
    assert halves
    for cents in halves[:: max(1, len(halves) // 60)]:
        increased = to_cents(Decimal(cents * factor.numerator) / factor.denominator / 100)
        assert computed(formula, Decimal(cents) / 100, Decimal(percent) / 100) == increased


def amounts_that_give_half_a_cent(factor: Fraction) -> range:
    """Every number of cents, up to two million euros, that the factor brings right between two cents."""
    half, odd = divmod(factor.denominator, 2)
    assert not odd
    return range(
        half * pow(factor.numerator, -1, factor.denominator) % factor.denominator, 2 * 10**8, factor.denominator
    )
