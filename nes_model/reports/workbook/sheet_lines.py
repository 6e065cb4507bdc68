"""The sheet of the lines: what each costs, by formulas over the hypotheses and the prices."""

from nes_model.catalogue.charge import Tax
from nes_model.pricing.quote import QuoteLine
from nes_model.reports.workbook import alternatives as choices
from nes_model.reports.workbook import line as items
from nes_model.reports.workbook import names
from nes_model.reports.workbook import rounding as exact
from nes_model.reports.workbook.book import UNPRICED, Book, end_of, shown
from nes_model.reports.workbook.estimate import Estimate, EstimateRow
from nes_model.reports.workbook.sheet import Column, Sheet, literal
from nes_model.reports.workbook.styles import EUROS, WHOLE

NAME = "Lignes"


def write(book: Book) -> None:
    """One block an estimate: its lines and their total, then the prices to choose from."""
    sheet = book.sheet(NAME, _columns(book))
    sheet.header(0)
    row = 1
    for block in [block for estimate in book.estimates for block in estimate.blocks]:
        sheet.band(row, block.title)
        row = _block(sheet, book, block, row + 1) + 1


def _columns(book: Book) -> list[Column]:
    return [
        Column("label", "Poste", 36),
        Column("quantity", "Quantité", 9, is_number=True),
        Column("unit", "Unité", 14),
        *book.amounts("price", "Prix unitaire", 12),
        Column("cadence", "Rythme", 9),
        Column("months", "Mois, 1re année", 9, is_number=True),
        *book.amounts("first", "Première année", 14),
        *book.amounts("following", "Chaque année suivante", 14),
        Column("tax", "Taxe", 15),
        Column("explanation", "Explication, à l'export", 44),
        Column("source", "Source", 30),
        Column("readings", "À confirmer", 11),
    ]


def _block(sheet: Sheet, book: Book, estimate: Estimate, first: int) -> int:
    """Write a block; the row after it."""
    after = _totals(sheet, book, estimate, first, first + len(estimate.rows))
    for at, row in enumerate(estimate.rows, start=first):
        if row.is_choice:
            choices.write_alternatives(sheet, book, estimate, row, after)
            choices.write_billed(sheet, book, estimate, row, at, after)
            after += choices.height(row)
        else:
            _line(sheet, book, estimate, row, at)
        sheet.text("source", at, row.billed.line.source)
        sheet.text("readings", at, " ".join(row.billed.charge.doubts))
    return after


def _line(sheet: Sheet, book: Book, estimate: Estimate, row: EstimateRow, at: int) -> None:
    items.write(sheet, book, estimate, row.billed, at)
    sheet.text("explanation", at, row.explanation)


def _totals(sheet: Sheet, book: Book, estimate: Estimate, first: int, at: int) -> int:
    """The total, and of the estimate itself what explains it; the row after them."""
    sheet.rule(at, "total")
    sheet.text("label", at, "Total", "total_text")
    number, quote = estimate.number, estimate.quote
    for end in book.ends:
        later = estimate.edition if estimate.is_later else None
        cells = {
            "first": (names.of(names.FIRST_YEAR, number, end), quote.first_year),
            "following": (names.following_years(number, end, later), quote.following_years),
        }
        for key in estimate.amount_columns:
            name, amount = cells[key]
            formula = exact.total(sheet.range(f"{key}{end}", first, at - 1) if estimate.rows else "0")
            sheet.formula(f"{key}{end}", at, formula, end_of(amount, end), EUROS, "total")
            sheet.define(name, f"{key}{end}", at)
    if estimate.is_later:
        return at + 1
    _refundable(sheet, book, estimate, first, at + 1)
    _unpriced(sheet, book, estimate, first, at + 2)
    lines = [line for line, row in enumerate(estimate.rows, start=first) if _is_excl_vat(row)]
    for offset, line in enumerate(lines, start=3):
        _with_vat(sheet, book, estimate.rows[line - first], line, at + offset)
    return at + 3 + len(lines)


def _refundable(sheet: Sheet, book: Book, estimate: Estimate, first: int, at: int) -> None:
    sheet.rule(at)
    sheet.text("label", at, "dont capital, restitué au départ")
    lines = [line for line, row in enumerate(estimate.rows, start=first) if row.billed.charge.refundable]
    for column, end in [(f"first{end}", end) for end in book.ends]:
        cells = ",".join(sheet.at(column, line) for line in lines) or "0"
        formula = f"IF(COUNT({cells})<{len(lines)},{literal(UNPRICED)},{exact.total(cells)})"
        sheet.formula(column, at, formula, shown(estimate.refundable, end), EUROS)
        sheet.define(names.of(names.REFUNDABLE, estimate.number, end), column, at)


def _unpriced(sheet: Sheet, book: Book, estimate: Estimate, first: int, at: int) -> None:
    sheet.rule(at)
    sheet.text("label", at, "Lignes non chiffrées, hors total")
    column = f"first{book.ends[0]}"
    count = f"COUNTIF({sheet.range(column, first, first + len(estimate.rows) - 1)},{literal(UNPRICED)})"
    sheet.formula(column, at, count, len(estimate.quote.unpriced), WHOLE)
    sheet.define(names.of(names.UNPRICED, estimate.number), column, at)


def _with_vat(sheet: Sheet, book: Book, row: EstimateRow, line: int, at: int) -> None:
    """What a line without VAT comes to with it, for information: the total does not count it."""
    sheet.rule(at)
    sheet.text("label", at, f"{row.billed.charge.label}, TTC, pour information")
    sheet.text("tax", at, "TTC")
    billed = row.billed.line
    for end in book.ends:
        for key, amount in [("first", row.billed.first_year), ("following", row.billed.following_years)]:
            with_vat = (
                amount.incl_vat(billed.vat_rate) if amount is not None and isinstance(billed, QuoteLine) else None
            )
            cell = sheet.at(f"{key}{end}", line)
            formula = f"IF(ISNUMBER({cell}),{exact.incl_vat(cell, names.VAT_RATE)},{literal(UNPRICED)})"
            sheet.formula(f"{key}{end}", at, formula, shown(with_vat, end), EUROS)


def _is_excl_vat(row: EstimateRow) -> bool:
    return row.billed.has_price and row.billed.charge.tax is Tax.EXCL_VAT
