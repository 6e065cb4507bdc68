"""Amounts: ranges, their arithmetic, and each way of reading and writing them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from nes_model.money import Amount, format_euros, format_gap, format_rounded_range, total
from nes_model.money.typed_amount import read_range, read_typed, write_in_link, write_typed


def test_an_amount_is_written_as_french_writes_it():
    assert format_euros(Decimal("3704.05")) == "3\u202f704,05\u00a0€"
    assert format_euros(Decimal("1234567.5")) == "1\u202f234\u202f567,50\u00a0€"
    assert format_euros(Decimal("-4.05")) == "−4,05\u00a0€"
    assert str(Amount(Decimal(715), Decimal(815))) == "715,00\u00a0€ à 815,00\u00a0€"


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


def test_a_range_holds_on_one_line_rounded_for_a_figure_and_exact_in_a_table():
    amount = Amount(Decimal("5134.35"), Decimal("5332.50"))
    assert format_rounded_range(amount) == "5\u202f134 à 5\u202f333\u00a0€"
    assert str(amount) == "5\u202f134,35\u00a0€ à 5\u202f332,50\u00a0€"


def test_what_is_known_exactly_is_never_rounded():
    exact = Amount.exactly("3704.05")
    assert format_rounded_range(exact) == str(exact) == "3\u202f704,05\u00a0€"


EUROS = st.decimals(min_value=0, max_value=999_999_999, places=2)
AMOUNTS = st.builds(lambda one, other: Amount(min(one, other), max(one, other)), EUROS, EUROS)


@given(AMOUNTS)
def test_an_amount_is_read_back_from_its_words_from_a_link_and_from_what_one_types(amount):
    for written in (amount.words, read_range(write_in_link(amount)), read_typed(write_typed(amount))):
        assert Amount.parse(written) == amount


@pytest.mark.parametrize(
    ("low", "high", "words", "typed", "in_link"),
    [
        ("100.00", "100.00", Decimal("100.00"), "100,00", "100.00"),
        ("715", "815.5", {"min": Decimal(715), "max": Decimal("815.5")}, "715,00 à 815,50", "715-815.5"),
    ],
)
def test_each_place_has_its_writing(low, high, words, typed, in_link):
    amount = Amount(Decimal(low), Decimal(high))
    assert (amount.words, write_typed(amount), write_in_link(amount)) == (words, typed, in_link)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("120", "120"),
        (" 1 200,50 € ", "1200,50"),
        ("1\u202f200,50\u00a0€", "1200,50"),
        ("715 à 815", {"min": "715", "max": "815"}),
        ("1 200 à 1 300 €", {"min": "1200", "max": "1300"}),
        ("715,00 € – 815,00 €", {"min": "715,00", "max": "815,00"}),
        ("715-815", {"min": "715", "max": "815"}),
    ],
)
def test_an_amount_is_typed_as_french_writes_it(typed, words):
    assert read_typed(typed) == words


@pytest.mark.parametrize("typed", ["", "cent", "-5", "715 à", "715 à 815 à 915", "de 715 à 815", "1" * 61])
def test_what_is_no_amount_stays_as_it_was_typed(typed):
    assert read_typed(typed) == typed


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ({"min": "1"}, "doit s'écrire 100.00 ou {min: 715.00, max: 815.00}"),
        ({"min": "1", "max": "2", "mid": "3"}, "doit s'écrire 100.00 ou {min: 715.00, max: 815.00}"),
        ({"min": "2", "max": "1"}, "a un « min » plus grand que son « max ». Échangez-les"),
        ("cent", "n'est pas un nombre positif, à deux décimales au plus. Écrivez par exemple 3 ou 2,5"),
    ],
)
def test_words_that_are_no_amount_are_refused_with_what_to_write(words, problem):
    with pytest.raises(PydanticCustomError) as refusal:
        Amount.parse(words)
    assert refusal.value.message() == problem
