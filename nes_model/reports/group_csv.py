"""Organisations and what they cost as CSV: the columns of the input, then the results, as French Excel reads them.

Semicolons, decimal commas. A row in error keeps its place, without amounts; its error says what to correct.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TextIO

from nes_model.catalogue.edition import Edition
from nes_model.group.columns import RESULTS
from nes_model.group.group import Group
from nes_model.group.hypotheses import list_ungiven
from nes_model.group.organisations import Organisation, Organisations
from nes_model.pricing.batch import Batch
from nes_model.pricing.vectorised import price_batch
from nes_model.reports.spreadsheet_text import write_csv, write_excel_csv

_TOGETHER = 5_000  # organisations priced at once: what is held in memory
_NO_AMOUNT = ("",) * 5


def write_group(organisations: Organisations, edition: Edition, output: TextIO) -> Iterator[list[Organisation]]:
    """Write every organisation with its results, rows in the order they came.

    Yields:
        The organisations just written, some thousands at a time, so that a caller may count and tell.
    """
    write_csv([(*organisations.titles, *RESULTS)], output)
    for some in _cut_into_batches(organisations):
        batch = price_batch([each.scenario for each in some if each.scenario], edition)
        write_csv(_list_result_rows(some, batch), output)
        yield some


def _cut_into_batches(organisations: Iterable[Organisation]) -> Iterator[list[Organisation]]:
    """The organisations, some thousands at a time."""
    remaining = iter(organisations)
    while some := list(islice(remaining, _TOGETHER)):
        yield some


def _list_result_rows(organisations: Sequence[Organisation], batch: Batch) -> Iterator[tuple[str, ...]]:
    """The cells of each organisation, then its results, from the batch of those that have a scenario.

    What had no title still has none, after them: without it, the row would be priced when the result is given back.
    """
    for each, amounts, unpriced in list_results(organisations, batch):
        error = " ".join(str(problem) for problem in each.problems)
        yield (
            *each.cells,
            *([_comma(cents) for cents in amounts] or _NO_AMOUNT),
            " ".join(unpriced),
            error,
            *each.beyond,
        )


def list_results(
    organisations: Sequence[Organisation], batch: Batch
) -> Iterator[tuple[Organisation, list[int], tuple[str, ...]]]:
    """Each organisation, its five amounts in cents, and the ids of what is not priced; no amount when it has none.

    Not priced: what has no price, and the price that could not be weighed for want of a number.
    """
    ends = (batch.first_year.tolist(), batch.following_years.tolist(), batch.refundable.tolist())
    ungiven = list_ungiven([each.scenario for each in organisations if each.scenario], batch)
    priced = iter(zip(*ends, batch.unpriced, ungiven, strict=True))
    for each in organisations:
        if each.scenario is None:
            yield each, [], ()
            continue
        first_year, following_years, capital, unpriced, ungiven_prices = next(priced)
        yield each, [*first_year, *following_years, capital[1]], (*unpriced, *ungiven_prices)


def write_group_csv(group: Group) -> bytes:
    """The whole group, with the mark by which Excel knows UTF-8."""
    return write_excel_csv([(*group.titles, *RESULTS), *_list_result_rows(group.organisations, group.batch)])


def _comma(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"
