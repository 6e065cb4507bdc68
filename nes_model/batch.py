"""The same rule as `pricing.py` over many organisations at once: whole cents, a charge at a time.

What a charge is counted by, how often, and for whom is asked of the same places as there.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

import numpy as np

from nes_model.batch_columns import BILLINGS, HUNDREDTHS, Columns, Taken, Whole, YesNo, columns_of
from nes_model.charge import MONTHS, Cadence, Charge
from nes_model.edition import Edition, Offer
from nes_model.money import Amount
from nes_model.overlay import under_readings
from nes_model.scenario import Scenario
from nes_model.supposition import supposing

_NONE = -1  # no alternative has a price
_LARGEST = 2**61  # whole columns stay exact below it, room for rounding included


@dataclass(frozen=True, slots=True)
class Billed:
    """A charge, for all the rows of a category that are billed it, or that ask for it and find no price."""

    category: str
    offer: Offer
    charge: Charge
    rows: Whole
    first_year: Whole  # two columns, low and high, in cents; zero when there is no price
    following_years: Whole
    is_priced: bool = True

    def at(self, places: Whole) -> "Billed":
        """The same, its rows counted in a larger table."""
        return replace(self, rows=places[self.rows])

    @property
    def totals(self) -> tuple[Amount, Amount]:
        """What all its rows pay in the first year, and in each following one, in euros."""
        return _euros(self.first_year), _euros(self.following_years)


@dataclass(frozen=True)
class Batch:
    """What many organisations cost, in whole cents, rows in the order they came."""

    size: int
    billed: tuple[Billed, ...]  # in catalogue order for each row

    @cached_property
    def first_year(self) -> Whole:
        """Everything that each row pays in its first year, capital included."""
        return self._sum((each.rows, each.first_year) for each in self.billed)

    @cached_property
    def following_years(self) -> Whole:
        """What each row pays in each following year, before any increase."""
        return self._sum((each.rows, each.following_years) for each in self.billed)

    @cached_property
    def refundable(self) -> Whole:
        """The capital of each row."""
        return self._sum((each.rows, each.first_year) for each in self.billed if each.charge.refundable)

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

    def _sum(self, parts: Iterable[tuple[Whole, Whole]]) -> Whole:
        total = np.zeros((self.size, 2), np.int64)
        for rows, ends in parts:
            total[rows] += ends  # a charge has a row once at most
        return total


def price_all(scenarios: Sequence[Scenario], edition: Edition) -> Batch:
    """What each scenario costs: to the cent, what `price` says.

    Args:
        scenarios: scenarios in which `checking.findings` finds nothing.
        edition: the edition as it is kept; each scenario's readings and supposed tariffs are applied to it.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for row, scenario in enumerate(scenarios):
        groups[tuple(scenario.readings.items()), tuple(scenario.tariffs.items())].append(row)
    billed: list[Billed] = []
    for rows in groups.values():
        some = [scenarios[row] for row in rows]
        read = under_readings(edition, some[0].readings)
        supposed = supposing(read, some[0].tariffs)
        columns = columns_of(some, supposed)
        billed += [each.at(np.array(rows)) for each in price_columns(columns, supposed)]
    return Batch(len(scenarios), tuple(billed))


def price_columns(columns: Columns, edition: Edition) -> Iterator[Billed]:
    """Every charge of the edition, as readings and suppositions make it, for the rows that call for it."""
    for offer in edition.offers:
        everyone = columns.taken(offer)
        categories = columns.categories[everyone.rows]
        for index, category in enumerate(edition.categories):
            taken = everyone.only(categories == index)
            for charges in offer.billed_to(category) if taken.rows.size else ():
                yield from _billed(category, offer, charges, taken, columns)


def _billed(
    category: str, offer: Offer, charges: tuple[Charge, ...], taken: Taken, columns: Columns
) -> Iterator[Billed]:
    """Of alternatives, each for the rows where it is the one billed."""
    counted = [_Counted.of(charge, taken, columns) for charge in charges]
    chosen = _chosen(counted, taken)
    for place, each in enumerate(counted):
        mask = chosen == place
        if mask.any():
            ends = (each.first_year[mask], each.following_years[mask])
            yield Billed(category, offer, each.charge, taken.rows[mask], *ends)
    mask = chosen == _NONE
    if mask.any():
        nothing = np.zeros((int(mask.sum()), 2), np.int64)
        yield Billed(category, offer, charges[0], taken.rows[mask], nothing, nothing, is_priced=False)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A charge, for every row that may be billed it."""

    charge: Charge
    is_known: YesNo
    first_year: Whole
    following_years: Whole

    @classmethod
    def of(cls, charge: Charge, taken: Taken, columns: Columns) -> "_Counted":
        if charge.amount is None:
            nothing = np.zeros((taken.rows.size, 2), np.int64)
            return cls(charge, np.zeros(taken.rows.size, np.bool_), nothing, nothing)
        quantities = columns.quantities(charge.per, taken)
        months = columns.months[taken.rows] if charge.follows_months else np.full(taken.rows.size, MONTHS)
        whole_year = _multiplied(quantities, charge.amount, charge.periods)
        recurs = np.where(taken.yearly, charge.recurs(Cadence.YEARLY), charge.recurs(None))
        return cls(
            charge,
            quantities > 0,
            _rounded(whole_year * months[:, None], HUNDREDTHS * MONTHS),
            _rounded(whole_year * recurs[:, None], HUNDREDTHS),
        )


def _chosen(counted: list[_Counted], taken: Taken) -> Whole:
    """For each row, which alternative is billed: as asked, else the first of the cheapest a year."""
    chosen = np.full(taken.rows.size, _NONE)
    best = np.zeros((taken.rows.size, 2), np.int64)
    asked = np.zeros(taken.rows.size, np.bool_)
    for place, each in enumerate(counted):
        low, high = each.following_years.T
        cheaper = (high < best[:, 1]) | ((high == best[:, 1]) & (low < best[:, 0]))
        is_asked = each.is_known & (taken.billing == BILLINGS.index(each.charge.per)) & ~asked
        takes = is_asked | (each.is_known & ~asked & ((chosen == _NONE) | cheaper))
        chosen[takes] = place
        best[takes] = each.following_years[takes]
        asked |= is_asked
    return chosen


def _multiplied(quantities: Whole, amount: Amount, periods: int) -> Whole:
    """Quantity × amount × periods, both ends, in hundredths of a cent; past 64 bits, numbers of any size."""
    ends = [_cents(amount.low) * periods, _cents(amount.high) * periods]
    if ends[1] * int(quantities.max(initial=0)) * MONTHS > _LARGEST:
        quantities = quantities.astype(object)
    return np.stack([quantities * end for end in ends], axis=1)


def _euros(ends: Whole) -> Amount:
    low, high = (sum(end) for end in ends.T.tolist())
    return Amount.of_cents(low, high)


def _cents(euros: Decimal) -> int:
    """Whole cents; the amounts that people write have two decimals at most."""
    cents = euros * 100
    if cents != int(cents):
        raise ValueError(f"{euros} is not a whole number of cents")
    return int(cents)


def _rounded(numerator: Whole, denominator: int) -> Whole:
    """The quotient, half up, exactly as `money.to_cents` rounds what is not negative."""
    return ((2 * numerator + denominator) // (2 * denominator)).astype(np.int64)
