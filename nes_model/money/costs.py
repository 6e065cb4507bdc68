"""What is paid in the first year and in each following one: the pair that every figure of a quote is."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, Self

from nes_model.money.amount import Amount

# What every CSV calls the four ends of what is paid, in the order of `Costs.ends`.
COST_COLUMNS = ("premiere_annee_min", "premiere_annee_max", "annees_suivantes_min", "annees_suivantes_max")


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
