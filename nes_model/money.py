"""Euros as decimals, amounts as ranges, the one rounding, and how French writes them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Protocol, Self

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

CENT = Decimal("0.01")
NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
# What every CSV calls the four ends of what is paid, in the order of `Costs.ends`.
COST_COLUMNS = ("premiere_annee_min", "premiere_annee_max", "annees_suivantes_min", "annees_suivantes_max")

_MOST_DIGITS = 30
_NUMBER = re.compile(r"\d{1,9}(?:[.,](\d{1,2}))?", re.ASCII)


def to_cents(euros: Decimal) -> Decimal:
    """Round euros to the cent, half up: what every amount that is added or kept is rounded by."""
    return euros.quantize(CENT, ROUND_HALF_UP)


def write_digits(number: Decimal) -> str:
    """Write a JSON number without its exponent nor idle zeros: 1E+2 is "100", 120.1000 is "120.1".

    One that no count nor price can be stays as it was written, so that it is refused as such: nothing is rounded.
    """
    if not number:
        return "0"
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or not -_MOST_DIGITS < exponent < _MOST_DIGITS:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_decimal(value: Any) -> Decimal:
    """Read a number of at most two decimals, written "2.5" or "2,5"; a JSON number may be written in any way.

    Raises:
        PydanticCustomError: in French, when it is anything else: a sign, an exponent, a thousands mark.
    """
    text = write_digits(value) if isinstance(value, Decimal) else _text_of(value)
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError(
            "nombre", "n'est pas un nombre positif, à deux décimales au plus. Écrivez par exemple 3 ou 2,5"
        )
    return Decimal(text.replace(",", "."))


def _text_of(value: Any) -> str:
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


Number = Annotated[
    Decimal, BeforeValidator(parse_decimal, json_schema_input_type=float), PlainSerializer(str, when_used="json")
]


@dataclass(frozen=True, slots=True)
class Amount:
    """Euros known exactly (low equals high) or as a range. Never stands for an absent price."""

    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, euros: Decimal | int | str) -> Self:
        """An amount without a range."""
        value = Decimal(euros)
        return cls(value, value)

    @classmethod
    def of_cents(cls, low: int, high: int) -> Self:
        """An amount from whole cents."""
        return cls(low * CENT, high * CENT)

    @classmethod
    def zero(cls) -> Self:
        """Nothing to pay, known as such."""
        return cls.exactly(0)

    @property
    def is_range(self) -> bool:
        """Whether the two ends differ."""
        return self.low != self.high

    def __add__(self, other: Self) -> Self:
        return type(self)(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Self) -> Self:
        """End by end: the difference of the lows, the difference of the highs."""
        return type(self)(self.low - other.low, self.high - other.high)

    def __mul__(self, factor: Decimal | int) -> Self:
        return type(self)(self.low * factor, self.high * factor)

    def __truediv__(self, divisor: int) -> Self:
        return type(self)(self.low / divisor, self.high / divisor)

    def to_cents(self) -> Self:
        """Both ends rounded to the cent."""
        return type(self)(to_cents(self.low), to_cents(self.high))

    def incl_vat(self, rate: Decimal) -> Self:
        """The same with VAT, a rate in percent, rounded to the cent."""
        return (self * (100 + rate) / 100).to_cents()

    def __bool__(self) -> bool:
        return bool(self.low or self.high)

    def __str__(self) -> str:
        """As French writes it, exactly and on one line: "3 704,05 €", or "715,00 € à 815,00 €"."""
        return f"{format_euros(self.low)} à {format_euros(self.high)}" if self.is_range else format_euros(self.low)


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts, zero when there is none."""
    return sum(amounts, Amount.zero())


@dataclass(frozen=True, slots=True)
class Costs:
    """What is paid in the first year, and in each following one before any increase, in euros."""

    first_year: Amount
    following_years: Amount

    @classmethod
    def zero(cls) -> Self:
        """Nothing to pay, known as such."""
        return cls(Amount.zero(), Amount.zero())

    @classmethod
    def of_ends(cls, first_low: Decimal, first_high: Decimal, low: Decimal, high: Decimal) -> Self:
        """From the first year's low and high, then the following years'."""
        return cls(Amount(first_low, first_high), Amount(low, high))

    def __add__(self, other: Self) -> Self:
        return type(self)(self.first_year + other.first_year, self.following_years + other.following_years)

    def __sub__(self, other: Self) -> Self:
        """A signed difference, end by end: the lows', then the highs'."""
        return type(self)(self.first_year - other.first_year, self.following_years - other.following_years)

    def __truediv__(self, divisor: int) -> Self:
        return type(self)(self.first_year / divisor, self.following_years / divisor)

    @property
    def ends(self) -> tuple[Decimal, Decimal, Decimal, Decimal]:
        """The first year's low and high, then the following years'."""
        return self.first_year.low, self.first_year.high, self.following_years.low, self.following_years.high

    def incl_vat(self, rate: Decimal) -> Self:
        """The same with VAT, a rate in percent, rounded to the cent."""
        return type(self)(self.first_year.incl_vat(rate), self.following_years.incl_vat(rate))

    def __bool__(self) -> bool:
        return bool(self.first_year or self.following_years)


def total_costs(costs: Iterable[Costs]) -> Costs:
    """The sum of costs, zero when there is none."""
    return sum(costs, Costs.zero())


class _HasCosts(Protocol):
    @property
    def costs(self) -> Costs: ...


class Costed:
    """Whatever has costs, or differs by some: each of the two by its name."""

    __slots__ = ()

    @property
    def first_year(self: _HasCosts) -> Amount:
        """What is paid in the first year, in euros; of a difference, what is paid more."""
        return self.costs.first_year

    @property
    def following_years(self: _HasCosts) -> Amount:
        """What is paid in each following year, before any increase; of a difference, what is paid more."""
        return self.costs.following_years


def format_euros(euros: Decimal) -> str:
    """Write euros in French, with no-break spaces: "3 704,05 €"."""
    return f"{format_number(to_cents(euros), decimals=2)}{NO_BREAK_SPACE}€"


def format_rounded_range(amount: Amount) -> str:
    """Write a figure on one line: a range to the euro, "5 134 à 5 334 €"; what is known exactly, exactly."""
    if not amount.is_range:
        return format_euros(amount.low)
    low, high = (format_number(end.quantize(Decimal(1), ROUND_HALF_UP)) for end in (amount.low, amount.high))
    return f"{low} à {high}{NO_BREAK_SPACE}€"


def format_gap(amount: Amount) -> str:
    """Write a difference in French with its sign: "+3 600,00 €", "−120,00 €", "de −5,00 € à +8,00 €"."""
    ends = [f"{'+' * (end > 0)}{format_euros(end)}" for end in (amount.low, amount.high)]
    return f"de {ends[0]} à {ends[1]}" if amount.is_range else ends[0]


def format_number(number: Decimal | int, decimals: int | None = None) -> str:
    """Write a number in French; without `decimals`, as many as it needs: "1 200", "2,5"."""
    text = f"{number:,.{decimals}f}" if decimals is not None else f"{Decimal(number).normalize():,f}"
    return text.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",").replace("-", "−")
