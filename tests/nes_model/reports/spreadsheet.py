"""A workbook recalculated by a spreadsheet engine that is not ours, and what the model says of its cells."""

import io
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import formulas
import yaml
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.workbook import Workbook

from nes_model.catalogue.edition import Edition
from nes_model.money import Amount
from nes_model.pricing.projection import Year, project
from nes_model.pricing.quote import CalledCharge, Quote, QuoteLine
from nes_model.pricing.rule import price
from nes_model.reports.workbook import write_quote_workbook
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

DAY = date(2026, 11, 24)
UNPRICED, NOTHING_DUE = "non chiffré", "—"
Values = Mapping[str, object]  # name, or sheet and cell → value


def written(quotes: Sequence[Quote], edition: Edition = EDITION) -> bytes:
    return write_quote_workbook(quotes, edition, on=DAY)


def opened(content: bytes, *, values: bool = True) -> Workbook:
    """The workbook read by openpyxl: the values kept in it, or its formulas."""
    return load_workbook(io.BytesIO(content), data_only=values)


def names(book: Workbook) -> dict[str, tuple[str, str]]:
    """The sheet and the cell of every name."""
    found = {}
    for name, definition in book.defined_names.items():
        ((sheet, cell),) = definition.destinations
        found[name] = sheet, cell.replace("$", "")
    return found


class Recalculated:
    """A workbook in an engine that computes every formula again, without looking at the values kept in the file."""

    def __init__(self, content: bytes):
        self.book = opened(content)
        self.names = names(self.book)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "classeur.xlsx"
            path.write_bytes(content)
            self._engine = formulas.ExcelModel().loads(str(path)).finish()

    def __call__(self, changes: Values | None = None) -> dict[tuple[str, str], object]:
        """Every cell, after typing other values in the named inputs."""
        typed = {_key(*self.names[name]): value for name, value in (changes or {}).items()}
        solution = self._engine.calculate(inputs=typed)
        cells = {}
        for key, ranges in solution.items():
            found = re.fullmatch(r"'\[classeur\.xlsx\](.+)'!([A-Z]+\d+)", str(key))
            if found:
                cells[self._sheet(found[1]), found[2]] = ranges.value[0, 0]
        return cells

    def _sheet(self, upper: str) -> str:
        return next(str(name) for name in self.book.sheetnames if name.upper() == upper)


def _key(sheet: str, cell: str) -> str:
    return f"'[classeur.xlsx]{sheet.upper()}'!{cell}"


def cents(value: Any) -> Decimal | str:
    """A cell's value as the model counts: it must be the very number of cents, in binary."""
    if isinstance(value, str):
        return value
    exact = Decimal(repr(float(value)))
    assert exact == exact.quantize(Decimal("0.01")), value
    return exact


def differences(book: Workbook, cells: Mapping[tuple[str, str], object], quotes: Sequence[Quote]) -> list[str]:
    """Every amount of the workbook that is not, to the cent, that of the model."""
    found = []
    for where, what, expected in amounts(book, quotes):
        read = cents(cells[where])
        if read != expected:
            found.append(f"{where} {what}: {read} instead of {expected}")
    return found


def amounts(book: Workbook, quotes: Sequence[Quote]) -> Iterator[tuple[tuple[str, str], str, Decimal | str]]:
    """Every amount: its sheet and cell, what it is, and what the model says."""
    places = names(book)
    ends = ("_min", "_max") if "Premiere_annee_min_1" in places else ("",)
    for number, quote in enumerate(quotes, start=1):
        years = project(quote)
        capital = None if any(each.charge.refundable for each in quote.unpriced) else quote.refundable
        for name, amount in [
            ("Premiere_annee", quote.first_year),
            ("Annees_suivantes", quote.following_years),
            ("Capital_restituable", capital),
            ("Cumul", years[-1].cumulative),
        ]:
            for end in ends:
                yield places[f"{name}{end}_{number}"], f"{name}{end}_{number}", _shown(amount, end)
        yield places[f"Non_chiffre_{number}"], "unpriced", Decimal(len(quote.unpriced))
        yield from _years(number, years, places, ends)
    yield from _lines(book, quotes, ends)


def _years(
    number: int, years: Sequence[Year], places: Mapping[str, tuple[str, str]], ends: Sequence[str]
) -> Iterator[tuple[tuple[str, str], str, Decimal]]:
    """Every year's cumulative cost, above the named last one."""
    for end in ends:
        sheet, last = places[f"Cumul{end}_{number}"]
        column, row = coordinate_from_string(last)
        for year in years:
            cell = f"{column}{row - len(years) + year.number}"
            yield (sheet, cell), f"year {year.number} of {number}", _end(year.cumulative, end)


def _lines(
    book: Workbook, quotes: Sequence[Quote], ends: Sequence[str]
) -> Iterator[tuple[tuple[str, str], str, Decimal | str]]:
    """Every line's amounts, in the order of the sheet: the lines, then the total, one estimate after another."""
    sheet = book["Lignes"]
    titles = [str(cell.value).replace("\n", " ") for cell in sheet[1]]
    columns = {
        end: (
            titles.index(f"Première année{words}"),
            titles.index(f"Chaque année suivante{words}"),
        )
        for end, words in zip(ends, ("",) if ends == ("",) else (" au moins", " au plus"), strict=True)
    }
    rows = list(sheet.iter_rows(min_row=2))
    totals = [index for index, row in enumerate(rows) if row[0].value == "Total"]
    blocks = [(block, block is not quote) for quote in quotes for block in (quote, *quote.later)]
    for total, (quote, is_later) in zip(totals, blocks, strict=True):
        billed = [line for line in in_catalogue_order(quote) if not is_later or line.recurs]
        for row, line in zip(rows[total - len(billed) : total], billed, strict=True):
            for end in ends:
                for column, amount in list(zip(columns[end], _amounts_of(line, end), strict=True))[is_later:]:
                    yield ("Lignes", row[column].coordinate), line.id, amount


def _amounts_of(line: CalledCharge, end: str) -> tuple[Decimal | str, Decimal | str]:
    if isinstance(line, QuoteLine):
        return _end(line.first_year, end), _end(line.following_years, end)
    return UNPRICED, UNPRICED if line.recurs else NOTHING_DUE


def in_catalogue_order(quote: Quote) -> list[CalledCharge]:
    """What each row bills, those that count nobody included: the workbook lets one type how many."""
    return [row.billed for row in quote.rows]


def _shown(amount: Amount | None, end: str) -> Decimal | str:
    return UNPRICED if amount is None else _end(amount, end)


def _end(amount: Amount, end: str) -> Decimal:
    return amount.low if end == "_min" else amount.high


def golden_scenarios() -> list[Scenario]:
    """The scenarios of the golden cases, in the order of their files."""
    return [
        Scenario.model_validate(case["scenario"])
        for path in sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - gives text only
    ]


def by_eights(scenarios: Sequence[Scenario]) -> list[list[Quote]]:
    """As many quotes to a workbook as people compare; those with ranges together: they take twice the columns."""
    quotes = sorted((price(each, EDITION) for each in scenarios), key=lambda quote: quote.first_year.is_range)
    return [quotes[start : start + 8] for start in range(0, len(quotes), 8)]
