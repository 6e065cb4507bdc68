"""nes_model on the organisations of the bench."""

from typing import Any

import numpy as np

from bench.organisations import BILLINGS, CATEGORIES, Column, Organisations
from nes_model.catalogue.edition import Edition
from nes_model.pricing.batch import Batch
from nes_model.pricing.rule import price
from nes_model.pricing.vectorised import price_columns
from nes_model.pricing.vectors import BILLINGS as BASES
from nes_model.pricing.vectors import CHEAPEST, HUNDREDTHS, Columns, Taken
from nes_model.scenario.scenario import Scenario

_BILLINGS = np.array([BASES.index(each) if each in list(BASES) else CHEAPEST for each in BILLINGS])


def price_words(words: dict[str, Any], edition: Edition) -> tuple[int, int, int]:
    """From words to first year, following years and capital, in cents; checks and explanations included."""
    return price_scenario(Scenario.model_validate(words), edition)


def price_scenario(scenario: Scenario, edition: Edition) -> tuple[int, int, int]:
    """The same from a scenario already read."""
    quote = price(scenario, edition)
    amounts = (quote.first_year, quote.following_years, quote.refundable)
    first_year, following_years, capital = (int(each.high * 100) for each in amounts)
    return first_year, following_years, capital


def price_batch(asked: Organisations, edition: Edition) -> tuple[Column, Column, Column]:
    """The same for all of them at once, from the bench's arrays."""
    places = np.array([list(edition.categories).index(each) for each in CATEGORIES])
    columns = Columns(
        categories=places[asked.category],
        counts={name: getattr(asked, name) for name in ("members", "establishments", "users", "structures")},
        months=asked.months,
        options={
            "pack-complementaire": _taken(asked.pack, billing=_BILLINGS[asked.billing]),
            "imagerie": _taken(asked.imaging, quantities=asked.connected * HUNDREDTHS),
            "dpm": _taken(asked.dpm),
            "chef-de-projet": _taken(asked.days > 0, quantities=asked.days, yearly=asked.yearly),
        },
    )
    result = Batch(len(asked), tuple(price_columns(columns, edition)))
    return result.first_year[:, 1], result.following_years[:, 1], result.refundable[:, 1]


def _taken(
    mask: Column, quantities: Column | None = None, yearly: Column | None = None, billing: Column | None = None
) -> Taken:
    rows = np.flatnonzero(mask)
    return Taken(
        rows,
        np.zeros(rows.size, np.int64) if quantities is None else quantities[rows],
        np.zeros(rows.size, np.bool_) if yearly is None else yearly[rows],
        np.full(rows.size, CHEAPEST) if billing is None else billing[rows],
    )
