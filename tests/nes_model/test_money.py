"""Rounding, ranges and French writing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from nes_model.money import (
    Amount,
    Costs,
    format_euros,
    format_gap,
    format_number,
    format_rounded_range,
    parse_decimal,
    to_cents,
    total,
    total_costs,
    write_digits,
)


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("0.025", "0.03"),
        ("2.675", "2.68"),
        ("0.0049", "0.00"),
        ("-0.005", "-0.01"),
    ],
)
def test_half_a_cent_is_rounded_up(exact, rounded):
    assert to_cents(Decimal(exact)) == Decimal(rounded)


def test_an_amount_is_written_as_french_writes_it():
    assert format_euros(Decimal("3704.05")) == "3\u202f704,05\u00a0€"
    assert format_euros(Decimal("1234567.5")) == "1\u202f234\u202f567,50\u00a0€"
    assert format_euros(Decimal("-4.05")) == "−4,05\u00a0€"
    assert str(Amount(Decimal(715), Decimal(815))) == "715,00\u00a0€ à 815,00\u00a0€"


def test_a_number_has_the_decimals_it_needs():
    assert [format_number(Decimal(text)) for text in ("2.50", "10", "1200", "100000", "0.25")] == [
        "2,5",
        "10",
        "1\u202f200",
        "100\u202f000",
        "0,25",
    ]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("0E+5", "0"),
        ("100", "100"),
        ("1E+2", "100"),
        ("120.1000", "120.1"),
        ("100.00", "100"),
        ("-2.50", "-2.5"),
        ("1E+29", f"1{'0' * 29}"),
        ("1E-29", f"0.{'0' * 28}1"),
        ("1E+30", "1E+30"),
        ("1E-30", "1E-30"),
        ("1E+999999", "1E+999999"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
    ],
)
def test_a_json_number_is_written_without_exponent_unless_nothing_is_counted_so(number, written):
    assert write_digits(Decimal(number)) == written


@pytest.mark.parametrize("text", ["2,5", "2.5", " 2.5 ", "0002.50"])
def test_a_decimal_is_typed_with_a_comma_or_a_point(text):
    assert parse_decimal(text) == Decimal("2.5")


@pytest.mark.parametrize(
    "text", ["-1", "1e3", "1.234", "1 000", "1_000", "trois", "", "NaN", "Infinity", "²", True, None, 2.5]
)
def test_anything_else_is_refused_rather_than_guessed(text):
    with pytest.raises(PydanticCustomError) as refusal:
        parse_decimal(text)
    assert refusal.value.type == "nombre"
    assert refusal.value.message() == (
        "n'est pas un nombre positif, à deux décimales au plus. Écrivez par exemple 3 ou 2,5"
    )


def test_ranges_are_added_and_multiplied_end_by_end():
    day = Amount(Decimal(715), Decimal(815))
    assert day * 2 + Amount.exactly(10) == Amount(Decimal(1440), Decimal(1640))
    assert day - Amount.exactly(715) == Amount(Decimal(0), Decimal(100))
    assert day.is_range
    assert not Amount.exactly("4.05").is_range


def test_whole_cents_are_an_amount():
    assert Amount.of_cents(405, 10_001) == Amount(Decimal("4.05"), Decimal("100.01"))


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        ("3600", "3600", "+3 600,00 €"),
        ("0.50", "0.50", "+0,50 €"),
        ("-120", "-120", "−120,00 €"),
        ("0", "0", "0,00 €"),
        ("-5", "8", "de −5,00 € à +8,00 €"),
    ],
)
def test_a_difference_is_written_with_its_sign(low, high, written):
    gap = format_gap(Amount(Decimal(low), Decimal(high)))
    assert gap.replace("\u202f", " ").replace("\u00a0", " ") == written


def test_nothing_adds_up_to_zero():
    assert total([]) == Amount.zero()
    assert not Amount.zero()
    assert Amount(Decimal(0), Decimal(1))


@given(st.decimals(min_value=0, max_value=999_999_999, places=2))
def test_an_amount_written_by_french_reads_back(euros):
    text = format_euros(euros).removesuffix("\u00a0€").replace("\u202f", "")
    assert parse_decimal(text) == euros


def test_a_range_holds_on_one_line_rounded_for_a_figure_and_exact_in_a_table():
    amount = Amount(Decimal("5134.35"), Decimal("5332.50"))
    assert format_rounded_range(amount) == "5\u202f134 à 5\u202f333\u00a0€"
    assert str(amount) == "5\u202f134,35\u00a0€ à 5\u202f332,50\u00a0€"


def test_what_is_known_exactly_is_never_rounded():
    exact = Amount.exactly("3704.05")
    assert format_rounded_range(exact) == str(exact) == "3\u202f704,05\u00a0€"


def test_costs_are_added_compared_and_taxed_year_by_year_and_end_by_end():
    day = Costs(Amount(Decimal(715), Decimal(815)), Amount.zero())
    fee = Costs(Amount.exactly("104.05"), Amount.exactly(100))
    both = Costs(Amount(Decimal("819.05"), Decimal("919.05")), Amount.exactly(100))
    assert total_costs([day, fee]) == both
    assert both - fee == day
    assert day.incl_vat(Decimal(20)) == Costs(Amount(Decimal(858), Decimal(978)), Amount.zero())  # 715 × 1.2, 815 × 1.2
    assert Costs.of_ends(*both.ends) == both


def test_what_costs_something_in_one_of_the_two_is_not_nothing():
    assert Costs(Amount.zero(), Amount.exactly(100))
    assert Costs(Amount.exactly(100), Amount.zero())
    assert not total_costs([])


def test_costs_are_shared_out_end_by_end():
    shared = Costs(Amount(Decimal(6), Decimal(9)), Amount.exactly(30)) / 3
    assert shared == Costs(Amount(Decimal(2), Decimal(3)), Amount.exactly(10))
