"""Many scenarios as columns of whole numbers: what the vectorised rule reads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Taking
from nes_model.scenario.scenario import COUNTS, DERIVED, UNASKED, OptionChoice, Scenario

Whole = NDArray[np.int64]
YesNo = NDArray[np.bool_]

HUNDREDTHS = 100  # a quantity has two decimals at most
BILLINGS = list(Basis)
CHEAPEST = -1
_FIELDS = COUNTS | DERIVED


@dataclass(frozen=True, slots=True)
class Taken:
    """The rows that take an offer, and how."""

    rows: Whole
    quantities: Whole  # hundredths; 0 when left out
    yearly: YesNo
    billing: Whole  # index in BILLINGS, or CHEAPEST

    def select(self, places: Whole) -> "Taken":
        """Those at some places among them."""
        return Taken(self.rows[places], self.quantities[places], self.yearly[places], self.billing[places])

    def split_by_category(self, categories: Whole, count: int) -> Iterator["Taken"]:
        """Those of each category in turn, rows in order; sorting once is cheaper than looking for each."""
        own = categories[self.rows].astype(np.int16)  # short integers sort in linear time
        order = np.argsort(own, kind="stable")
        bounds = np.searchsorted(own[order], np.arange(count + 1))
        return (self.select(order[start:end]) for start, end in pairwise(bounds))


@dataclass(frozen=True, slots=True)
class Columns:
    """What many organisations ask for, a column a field, under one reading of the catalogue."""

    categories: Whole  # index in the edition's categories
    counts: dict[str, Whole]  # by field of a scenario
    months: Whole
    options: dict[str, Taken]

    def find_taken(self, offer: Offer) -> Taken:
        """Who takes an offer: everyone when it is mandatory."""
        if offer.taking is Taking.MANDATORY:
            size = len(self.categories)
            nothing = np.zeros(size, np.int64)
            return Taken(np.arange(size), nothing, np.zeros(size, np.bool_), nothing + CHEAPEST)
        return self.options.get(offer.id) or _taken([])

    def count(self, per: Basis, taken: Taken) -> Whole:
        """How many of that basis each row is counted for, in hundredths."""
        if field := _FIELDS.get(per):
            return self.counts[field][taken.rows] * HUNDREDTHS
        unasked = self.counts[UNASKED[per]][taken.rows] if per in UNASKED else 1
        return np.where(taken.quantities > 0, taken.quantities, unasked * HUNDREDTHS)


def build_columns(scenarios: Sequence[Scenario], edition: Edition) -> Columns:
    """The scenarios, a column a field; their readings are left aside."""
    places = {category: index for index, category in enumerate(edition.categories)}
    taken: dict[str, list[tuple[int, OptionChoice]]] = defaultdict(list)
    for row, scenario in enumerate(scenarios):
        for option, choice in scenario.options.items():
            taken[option].append((row, choice))
    return Columns(
        categories=_whole([places[scenario.category] for scenario in scenarios]),
        counts={field: _whole([getattr(each, field) for each in scenarios]) for field in _FIELDS.values()},
        months=_whole([scenario.first_year_months for scenario in scenarios]),
        options={option: _taken(choices) for option, choices in taken.items()},
    )


def _taken(choices: list[tuple[int, OptionChoice]]) -> Taken:
    return Taken(
        rows=_whole([row for row, _ in choices]),
        quantities=_whole([int((choice.quantity or 0) * HUNDREDTHS) for _, choice in choices]),
        yearly=np.array([choice.every is Cadence.YEARLY for _, choice in choices], np.bool_),
        billing=_whole([BILLINGS.index(choice.billing) if choice.billing else CHEAPEST for _, choice in choices]),
    )


def _whole(values: list[int]) -> Whole:
    return np.array(values, np.int64)
