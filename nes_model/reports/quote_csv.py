"""A quote's lines as CSV: semicolons, decimal commas."""

from collections.abc import Iterator

from nes_model.money import COST_COLUMNS
from nes_model.pricing.quote import CalledCharge, Quote
from nes_model.reports.spreadsheet_text import CsvCell, write_csv_text

HEADER = ("id", "offre", "libelle", "rythme", *COST_COLUMNS, "explication", "source", "lectures")


def write_quote_csv(quote: Quote) -> str:
    """One row a line; what is not priced has its reason and no amount."""
    return write_csv_text(_rows(quote))


def _rows(quote: Quote) -> Iterator[tuple[CsvCell, ...]]:
    yield HEADER
    for line in quote.lines:
        yield (*_what(line), *line.costs.ends, line.explanation, *_evidence(line, quote))
    for each in quote.unpriced:
        yield (*_what(each), "", "", "", "", f"non chiffré : {each.reason}", *_evidence(each, quote))


def _what(line: CalledCharge) -> tuple[str, ...]:
    return line.id, line.offer.id, line.label, line.cadence.value


def _evidence(line: CalledCharge, quote: Quote) -> tuple[str, ...]:
    """Where it is printed, and the points behind it; one read otherwise than retained has the reading chosen."""
    chosen = quote.scenario.readings
    return line.source, " ".join(f"{each}={chosen[each]}" if each in chosen else each for each in line.charge.doubts)
