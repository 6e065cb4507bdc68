"""What many organisations cost: whole cents, a charge at a time, for all the rows that it is billed to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from nes_model.catalogue.charge import Charge
from nes_model.catalogue.offer import Offer
from nes_model.money import Amount, Costs
from nes_model.pricing.vectors import Whole


@dataclass(frozen=True, slots=True)
class BilledRows:
    """A charge, for all the rows of a category that are billed it, or that ask for it and find no price."""

    category: str
    offer: Offer
    charge: Charge
    rows: Whole
    first_year: Whole  # two columns, low and high, in cents; zero when there is no price
    following_years: Whole
    is_priced: bool = True

    def renumber(self, places: Whole) -> "BilledRows":
        """The same, its rows counted in a larger table."""
        return replace(self, rows=places[self.rows])

    @property
    def is_range(self) -> bool:
        """Whether its amounts have two ends."""
        return self.charge.amount is not None and self.charge.amount.is_range

    @property
    def costs(self) -> Costs:
        """What all its rows pay together, in euros."""
        return Costs(_euros(self.first_year), _euros(self.following_years))


@dataclass(frozen=True)
class Batch:
    """What many organisations cost, in whole cents, rows in the order they came."""

    size: int
    billed: tuple[BilledRows, ...]  # in catalogue order for each row

    @cached_property
    def first_year(self) -> Whole:
        """Everything that each row pays in its first year, capital included."""
        return self._sum((each, each.first_year) for each in self.billed)

    @cached_property
    def following_years(self) -> Whole:
        """What each row pays in each following year, before any increase."""
        return self._sum((each, each.following_years) for each in self.billed)

    @cached_property
    def refundable(self) -> Whole:
        """The capital of each row."""
        return self._sum((each, each.first_year) for each in self.billed if each.charge.refundable)

    @property
    def capital(self) -> Amount:
        """The capital of all rows, in euros."""
        return _euros(self.refundable)

    @cached_property
    def unpriced(self) -> list[tuple[str, ...]]:
        """The ids of each row's charges without a price."""
        ids: list[tuple[str, ...]] = [()] * self.size
        for each in self.billed:
            for row in () if each.is_priced else each.rows.tolist():
                ids[row] = (*ids[row], each.charge.id)
        return ids

    def _sum(self, parts: Iterable[tuple[BilledRows, Whole]]) -> Whole:
        """A charge has a row once at most; few are ranges, so what the high end adds is summed apart."""
        lows, gaps = np.zeros((2, self.size), np.int64)
        for each, ends in parts:
            low, high = ends.T
            if low.any():
                lows[each.rows] += low
            if each.is_range:
                gaps[each.rows] += high - low
        return np.stack([lows, lows + gaps], axis=1)


def _euros(ends: Whole) -> Amount:
    low, high = (sum(end) for end in ends.T.tolist())
    return Amount.of_cents(low, high)
