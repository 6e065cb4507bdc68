"""An amount in euros: exact or a range, its arithmetic, how files have it and how French writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from nes_model.money.number import CENT, NO_BREAK_SPACE, format_euros, format_number, parse_decimal, to_cents


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

    @classmethod
    def parse(cls, words: Any) -> Self:
        """From what files and JSON have: 100.00, or {min: 715.00, max: 815.00}.

        Raises:
            PydanticCustomError: in French, when it is anything else.
        """
        if isinstance(words, cls):
            return words
        if not isinstance(words, dict):
            return cls.exactly(parse_decimal(words))
        if set(words) != {"min", "max"}:
            raise PydanticCustomError("montant", "doit s'écrire 100.00 ou {min: 715.00, max: 815.00}")
        amount = cls(parse_decimal(words["min"]), parse_decimal(words["max"]))
        if amount.low > amount.high:
            raise PydanticCustomError("montant", "a un « min » plus grand que son « max ». Échangez-les")
        return amount

    @property
    def words(self) -> Decimal | dict[str, Decimal]:
        """What `parse` reads."""
        return {"min": self.low, "max": self.high} if self.is_range else self.low

    @property
    def is_range(self) -> bool:
        """Whether the two ends differ."""
        return self.low != self.high

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The figure that it is, or the two of a range."""
        return (self.low, self.high) if self.is_range else (self.low,)

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
        return " à ".join(map(format_euros, self.ends))


Price = Annotated[
    Amount,
    BeforeValidator(Amount.parse, json_schema_input_type=float | dict[str, float]),
    PlainSerializer(lambda amount: amount.words, when_used="json"),
]


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts, zero when there is none."""
    return sum(amounts, Amount.zero())


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
