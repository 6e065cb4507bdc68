"""The same rule as `rule.py`, over many organisations at once: whole cents, a charge at a time.

What a charge is counted by, how often, and for whom is asked of the same places as there.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

import numpy as np

from nes_model.catalogue.charge import MONTHS, Cadence, Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.what_if import apply_what_ifs
from nes_model.money import Amount, Costs
from nes_model.pricing.vectors import BILLINGS, HUNDREDTHS, Columns, Taken, Whole, YesNo, build_columns
from nes_model.scenario.scenario import Scenario

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
    billed: tuple[Billed, ...]  # in catalogue order for each row

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

    def _sum(self, parts: Iterable[tuple[Billed, Whole]]) -> Whole:
        """A charge has a row once at most; few are ranges, so what the high end adds is summed apart."""
        lows, gaps = np.zeros((2, self.size), np.int64)
        for each, ends in parts:
            low, high = ends.T
            if low.any():
                lows[each.rows] += low
            if each.is_range:
                gaps[each.rows] += high - low
        return np.stack([lows, lows + gaps], axis=1)


def price_batch(scenarios: Sequence[Scenario], edition: Edition) -> Batch:
    """What each scenario costs: to the cent, what `price` says.

    Args:
        scenarios: scenarios in which `checking.findings` finds nothing.
        edition: the edition as it is published; each scenario's readings and supposed tariffs are applied to it.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for row, scenario in enumerate(scenarios):
        groups[tuple(scenario.readings.items()), tuple(scenario.tariffs.items())].append(row)
    billed: list[Billed] = []
    for rows in groups.values():
        some = [scenarios[row] for row in rows]
        read = apply_readings(edition, some[0].readings)
        supposed = apply_what_ifs(read, some[0].tariffs)
        columns = build_columns(some, supposed)
        billed += [each.at(np.array(rows)) for each in price_columns(columns, supposed)]
    return Batch(len(scenarios), tuple(billed))


def price_columns(columns: Columns, edition: Edition) -> Iterator[Billed]:
    """Every charge of the edition, as readings and what-ifs make it, for the rows that call for it."""
    for offer in edition.offers:
        parts = columns.taken(offer).by_category(columns.categories, len(edition.categories))
        for category, taken in zip(edition.categories, parts, strict=True):
            for charges in offer.billed_to(category) if taken.rows.size else ():
                yield from _billed(category, offer, charges, taken, columns)


def _billed(
    category: str, offer: Offer, charges: tuple[Charge, ...], taken: Taken, columns: Columns
) -> Iterator[Billed]:
    """Of alternatives, each for the rows where it is the one billed."""
    counted = [_Counted.of(charge, taken, columns) for charge in charges]
    chosen = _chosen(counted, taken)
    for place, each in enumerate(counted):
        places = np.flatnonzero((chosen == place) & ~each.is_nil)
        if places.size:
            ends = (_both(each.first_year[places]), _both(each.following_years[places]))
            yield Billed(category, offer, each.charge, taken.rows[places], *ends)
    places = np.flatnonzero(chosen == _NONE)
    if places.size:
        nothing = np.zeros((places.size, 2), np.int64)
        yield Billed(category, offer, charges[0], taken.rows[places], nothing, nothing, is_priced=False)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A charge, for every row that may be billed it: one column when it is known exactly, low and high otherwise."""

    charge: Charge
    is_known: YesNo
    is_nil: YesNo  # counted, and none: no line
    first_year: Whole
    following_years: Whole

    @classmethod
    def of(cls, charge: Charge, taken: Taken, columns: Columns) -> "_Counted":
        if charge.amount is None:
            nothing = np.zeros((taken.rows.size, 1), np.int64)
            unknown = np.zeros(taken.rows.size, np.bool_)
            return cls(charge, unknown, unknown, nothing, nothing)
        quantities = columns.quantities(charge.per, taken)
        whole_year = _multiplied(quantities, charge.amount, charge.periods)
        yearly = first_year = _rounded(whole_year, HUNDREDTHS)
        if charge.follows_months:
            first_year = _rounded(whole_year * columns.months[taken.rows][:, None], HUNDREDTHS * MONTHS)
        recurs = np.where(taken.yearly, charge.recurs(Cadence.YEARLY), charge.recurs(None))
        is_nil = (quantities == 0) & charge.per.may_be_nil
        return cls(charge, (quantities > 0) | is_nil, is_nil, first_year, yearly * recurs[:, None])


def _chosen(counted: list[_Counted], taken: Taken) -> Whole:
    """For each row, which alternative is billed: as asked, else the first of the cheapest a year."""
    if len(counted) == 1:
        return np.where(counted[0].is_known, 0, _NONE)
    chosen = np.full(taken.rows.size, _NONE)
    best = np.zeros((taken.rows.size, 2), np.int64)
    asked = np.zeros(taken.rows.size, np.bool_)
    for place, each in enumerate(counted):
        low, high = _both(each.following_years).T
        cheaper = (high < best[:, 1]) | ((high == best[:, 1]) & (low < best[:, 0]))
        is_asked = each.is_known & (taken.billing == BILLINGS.index(each.charge.per)) & ~asked
        takes = is_asked | (each.is_known & ~asked & ((chosen == _NONE) | cheaper))
        chosen[takes] = place
        best[takes] = each.following_years[takes]
        asked |= is_asked
    return chosen


def _multiplied(quantities: Whole, amount: Amount, periods: int) -> Whole:
    """Quantity × amount × periods in hundredths of a cent, an end a column; past 64 bits, numbers of any size."""
    ends = [_cents(end) * periods for end in ((amount.low, amount.high) if amount.is_range else (amount.high,))]
    if ends[-1] * int(quantities.max(initial=0)) * MONTHS > _LARGEST:
        quantities = quantities.astype(object)
    return np.stack([quantities * end for end in ends], axis=1)


def _both(ends: Whole) -> Whole:
    """Low and high; the same one twice when there is one."""
    return np.broadcast_to(ends, (len(ends), 2))


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
    return ((2 * numerator + denominator) // (2 * denominator)).astype(np.int64, copy=False)
