"""A comparison as CSV, as French Excel opens it: one row a line and a scenario, then the totals; nothing runs.

Semicolons, decimal commas. Differences are those to the reference; an amount that is not known is left empty.
"""

from collections.abc import Iterator, Sequence

from nes_model.comparison.common_rows import CommonCell, list_common_rows, name_quotes
from nes_model.comparison.joint_total import add_up
from nes_model.money import COST_COLUMNS, Costs
from nes_model.pricing.quote import Quote
from nes_model.pricing.reservations import list_reservations
from nes_model.pricing.summary import summarise
from nes_model.reports.spreadsheet_text import CsvCell, write_csv_text, write_excel_csv

HEADER = (
    "scenario",
    "offre",
    "poste",
    *COST_COLUMNS,
    *(f"ecart_{each}" for each in COST_COLUMNS),
    "non_chiffre",
    "taxe",
    "a_savoir",
)


def write_comparison_csv(quotes: Sequence[Quote]) -> str:
    """The comparison to the first scenario, as text."""
    return write_csv_text(_table(quotes, 0, ()))


def write_comparison_file(quotes: Sequence[Quote], reference: int, together: Sequence[int]) -> bytes:
    """The comparison as a file that French Excel opens with a double click.

    Args:
        quotes: the scenarios priced.
        reference: the index of the one that the others are compared to.
        together: the indices of those that are added up.
    """
    return write_excel_csv(_table(quotes, reference, together))


def _table(quotes: Sequence[Quote], reference: int, together: Sequence[int]) -> Iterator[Sequence[CsvCell]]:
    yield HEADER
    called = name_quotes(quotes)
    for row in list_common_rows(quotes):
        what = (row.offer.id, row.label)
        for name, cell in zip(called, row.cells, strict=True):
            yield (name, *what, *_cells(_known(cell), _known(row.cells[reference])), cell.unpriced, _tax(cell), "")
    base = quotes[reference].costs
    for name, quote in zip(called, quotes, strict=True):
        unpriced = ", ".join(each.label for each in quote.unpriced)
        yield (name, "", "Total", *_cells(quote.costs, base), unpriced, "", _told(quote))
    if joint := add_up(quotes, together):
        name = f"Ensemble : {' + '.join(called[place] for place in together)}"
        yield (name, "", "Total", *_cells(joint.costs, base), ", ".join(joint.unpriced), "", "")


def _told(quote: Quote) -> str:
    """What a scenario is made of, and how sure its totals are; what they leave out has a column of its own."""
    return " ; ".join([summarise(quote), *(each for each in list_reservations(quote) if not each.startswith("+"))])


def _tax(cell: CommonCell) -> str:
    """What the catalogue says of the tax in a cell's amounts; nothing where there are none."""
    return " ".join(dict.fromkeys(line.charge.tax.value for line in cell.lines))


def _known(cell: CommonCell) -> Costs | None:
    """The costs of a cell; a line that is not taken costs nothing, one without a price is not known."""
    return None if cell.unpriced else cell.costs


def _cells(costs: Costs | None, base: Costs | None) -> tuple[CsvCell, ...]:
    """What is paid, then the difference to the base: four ends each, empty when they are not known."""
    if costs is None:
        return ("",) * 8
    return (*costs.ends, *(("",) * 4 if base is None else (costs - base).ends))
