"""The same rule as `rule.py`, over many organisations at once: whole cents, a charge at a time.

What a charge is counted by, how often, and for whom is asked of the same places as there.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from nes_model.catalogue.charge import MONTHS, Cadence, Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.what_if import apply_what_ifs
from nes_model.money import Amount
from nes_model.pricing.batch import Batch, BilledRows
from nes_model.pricing.vectors import BILLINGS, HUNDREDTHS, Columns, Taken, Whole, YesNo, build_columns
from nes_model.scenario.scenario import Scenario

_NONE = -1  # no alternative has a price
_LARGEST = 2**61  # whole columns stay exact below it, room for rounding included


def price_batch(scenarios: Sequence[Scenario], edition: Edition) -> Batch:
    """What each scenario costs: to the cent, what `price` says.

    Args:
        scenarios: scenarios in which `checking.list_findings` finds nothing.
        edition: the edition as it is published; each scenario's readings and supposed tariffs are applied to it.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for row, scenario in enumerate(scenarios):
        groups[tuple(scenario.readings.items()), tuple(scenario.tariffs.items())].append(row)
    billed: list[BilledRows] = []
    for rows in groups.values():
        some = [scenarios[row] for row in rows]
        read = apply_readings(edition, some[0].readings)
        supposed = apply_what_ifs(read, some[0].tariffs)
        columns = build_columns(some, supposed)
        billed += [each.renumber(np.array(rows)) for each in price_columns(columns, supposed)]
    return Batch(len(scenarios), tuple(billed))


def price_columns(columns: Columns, edition: Edition) -> Iterator[BilledRows]:
    """Every charge of the edition, as readings and what-ifs make it, for the rows that call for it."""
    for offer in edition.offers:
        parts = columns.find_taken(offer).split_by_category(columns.categories, len(edition.categories))
        for category, taken in zip(edition.categories, parts, strict=True):
            for charges in offer.billed_to(category) if taken.rows.size else ():
                yield from _billed(category, offer, charges, taken, columns)


def _billed(
    category: str, offer: Offer, charges: tuple[Charge, ...], taken: Taken, columns: Columns
) -> Iterator[BilledRows]:
    """Of alternatives, each for the rows where it is the one billed."""
    counted = [_CountedRows.of(charge, taken, columns) for charge in charges]
    chosen = _chosen(counted, taken)
    for place, each in enumerate(counted):
        places = np.flatnonzero((chosen == place) & ~each.is_nil)
        if places.size:
            ends = (_both(each.first_year[places]), _both(each.following_years[places]))
            yield BilledRows(category, offer, each.charge, taken.rows[places], *ends)
    places = np.flatnonzero(chosen == _NONE)
    if places.size:
        nothing = np.zeros((places.size, 2), np.int64)
        yield BilledRows(category, offer, charges[0], taken.rows[places], nothing, nothing, is_priced=False)


@dataclass(frozen=True, slots=True)
class _CountedRows:
    """A charge, for every row that may be billed it: one column when it is known exactly, low and high otherwise."""

    charge: Charge
    is_known: YesNo
    is_nil: YesNo  # counted, and none: no line
    first_year: Whole
    following_years: Whole

    @classmethod
    def of(cls, charge: Charge, taken: Taken, columns: Columns) -> "_CountedRows":
        if charge.amount is None:
            nothing = np.zeros((taken.rows.size, 1), np.int64)
            unknown = np.zeros(taken.rows.size, np.bool_)
            return cls(charge, unknown, unknown, nothing, nothing)
        quantities = columns.count(charge.per, taken)
        whole_year = _multiplied(quantities, charge.amount, charge.periods)
        yearly = first_year = _rounded(whole_year, HUNDREDTHS)
        if charge.follows_months:
            first_year = _rounded(whole_year * columns.months[taken.rows][:, None], HUNDREDTHS * MONTHS)
        recurs = np.where(taken.yearly, charge.recurs(Cadence.YEARLY), charge.recurs(None))
        is_nil = (quantities == 0) & charge.per.may_be_nil
        return cls(charge, (quantities > 0) | is_nil, is_nil, first_year, yearly * recurs[:, None])


def _chosen(counted: list[_CountedRows], taken: Taken) -> Whole:
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


def _cents(euros: Decimal) -> int:
    """Whole cents; the amounts that people write have two decimals at most."""
    cents = euros * 100
    if cents != int(cents):
        raise ValueError(f"{euros} is not a whole number of cents")
    return int(cents)


def _rounded(numerator: Whole, denominator: int) -> Whole:
    """The quotient, half up, exactly as `money.to_cents` rounds what is not negative."""
    return ((2 * numerator + denominator) // (2 * denominator)).astype(np.int64, copy=False)
