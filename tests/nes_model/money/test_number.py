"""Numbers: one reading, one rounding, and French writing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from nes_model.money import format_euros, format_number, parse_decimal, to_cents, write_digits


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


@given(st.decimals(min_value=0, max_value=999_999_999, places=2))
def test_an_amount_written_by_french_reads_back(euros):
    text = format_euros(euros).removesuffix("\u00a0€").replace("\u202f", "")
    assert parse_decimal(text) == euros
