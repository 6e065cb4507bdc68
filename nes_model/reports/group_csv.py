"""Organisations and what they cost as CSV: the columns of the input, then the results, as French Excel reads them.

Semicolons, decimal commas. A row in error keeps its place, without amounts; its error says what to correct.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TextIO

from nes_model.batch import price_all
from nes_model.columns import RESULTS
from nes_model.edition import Edition
from nes_model.organisations import Organisation, Organisations

_TOGETHER = 20_000  # organisations priced at once: what is held in memory
_NO_AMOUNT = ("",) * 6


def write_group(organisations: Organisations, edition: Edition, output: TextIO) -> Iterator[list[Organisation]]:
    """Write every organisation with its results, rows in the order they came.

    Yields:
        The organisations just written, some thousands at a time, so that a caller may count and tell.
    """
    writer = csv.writer(output, delimiter=";", lineterminator="\n")
    writer.writerow((*organisations.titles, *RESULTS))
    for some in together(organisations):
        writer.writerows(result_rows(some, edition))
        yield some


def together(organisations: Iterable[Organisation]) -> Iterator[list[Organisation]]:
    """The organisations, some thousands at a time."""
    remaining = iter(organisations)
    while some := list(islice(remaining, _TOGETHER)):
        yield some


def result_rows(organisations: list[Organisation], edition: Edition) -> Iterator[tuple[str, ...]]:
    """The cells of each organisation, then its results."""
    batch = price_all([each.scenario for each in organisations if each.scenario], edition)
    ends = (batch.first_year.tolist(), batch.following_years.tolist(), batch.refundable[:, 1].tolist())
    priced = zip(*ends, batch.unpriced, strict=True)
    for each in organisations:
        if each.scenario:
            (low, high), (next_low, next_high), capital, unpriced = next(priced)
            amounts = [_comma(cents) for cents in (low, high, next_low, next_high, capital)]
            yield (*each.cells, *amounts, " ".join(unpriced), "")
        else:
            yield (*each.cells, *_NO_AMOUNT, " ".join(str(problem) for problem in each.problems))


def _comma(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"
