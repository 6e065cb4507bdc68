"""The sheet of the lines: what each costs, by formulas over the hypotheses and the prices."""

from nes_model.catalogue.charge import Tax
from nes_model.reports.workbook import names, rounding
from nes_model.reports.workbook.alternatives import count_rows, write_alternatives, write_billed
from nes_model.reports.workbook.book import UNPRICED, Book, show_end
from nes_model.reports.workbook.estimate import Estimate, EstimateRow, split_by_column
from nes_model.reports.workbook.line import write_line
from nes_model.reports.workbook.sheet import Sheet, SheetColumn, write_literal
from nes_model.reports.workbook.styles import EUROS, WHOLE

NAME = "Lignes"


def write(book: Book) -> None:
    """One block an estimate: its lines and their total, then the prices to choose from."""
    sheet = book.add_sheet(NAME, _columns(book))
    sheet.write_header(0)
    row = 1
    for block in [block for estimate in book.estimates for block in estimate.blocks]:
        sheet.write_band(row, block.title)
        row = _block(sheet, book, block, row + 1) + 1


def _columns(book: Book) -> list[SheetColumn]:
    return [
        SheetColumn("label", "Poste", 36),
        SheetColumn("quantity", "Quantité", 9, is_number=True),
        SheetColumn("unit", "Unité", 14),
        *book.list_amount_columns("price", "Prix unitaire", 12),
        SheetColumn("cadence", "Rythme", 9),
        SheetColumn("months", "Mois, 1re année", 9, is_number=True),
        *book.list_amount_columns("first", "Première année", 14),
        *book.list_amount_columns("following", "Chaque année suivante", 14),
        SheetColumn("tax", "Taxe", 15),
        SheetColumn("explanation", "Explication, à l'export", 44),
        SheetColumn("source", "Source", 30),
        SheetColumn("readings", "À confirmer", 11),
    ]


def _block(sheet: Sheet, book: Book, estimate: Estimate, first: int) -> int:
    """Write a block; the row after it."""
    after = _totals(sheet, book, estimate, first, first + len(estimate.rows))
    for at, row in enumerate(estimate.rows, start=first):
        if row.is_choice:
            write_alternatives(sheet, book, estimate, row, after)
            write_billed(sheet, book, estimate, row, at, after)
            after += count_rows(row)
        else:
            write_line(sheet, book, estimate, row.billed, at)
        sheet.write_text("explanation", at, row.explanation)
        sheet.write_text("source", at, row.billed.line.source)
        sheet.write_text("readings", at, " ".join(row.billed.charge.doubts))
    return after


def _totals(sheet: Sheet, book: Book, estimate: Estimate, first: int, at: int) -> int:
    """The total, and of the estimate itself what explains it; the row after them."""
    sheet.style_row(at, "total")
    sheet.write_text("label", at, "Total", "total_text")
    totals = split_by_column(estimate.quote.costs)
    for end in book.ends:
        cells = {
            "first": estimate.name(names.FIRST_YEAR, end),
            "following": estimate.name_following_years(end),
        }
        for key in estimate.amount_columns:
            formula = rounding.add_up(sheet.range(f"{key}{end}", first, at - 1) if estimate.rows else "0")
            sheet.write_formula(f"{key}{end}", at, formula, show_end(totals[key], end), EUROS, "total")
            sheet.define(cells[key], f"{key}{end}", at)
    if estimate.is_later:
        return at + 1
    _refundable(sheet, book, estimate, first, at + 1)
    _unpriced(sheet, book, estimate, first, at + 2)
    lines = [line for line, row in enumerate(estimate.rows, start=first) if _is_excl_vat(row)]
    for offset, line in enumerate(lines, start=3):
        _with_vat(sheet, book, estimate.rows[line - first], line, at + offset)
    return at + 3 + len(lines)


def _refundable(sheet: Sheet, book: Book, estimate: Estimate, first: int, at: int) -> None:
    sheet.style_row(at)
    sheet.write_text("label", at, "dont capital, restitué au départ")
    lines = [line for line, row in enumerate(estimate.rows, start=first) if row.billed.charge.refundable]
    for column, end in [(f"first{end}", end) for end in book.ends]:
        cells = ",".join(sheet.at(column, line) for line in lines) or "0"
        formula = f"IF(COUNT({cells})<{len(lines)},{write_literal(UNPRICED)},{rounding.add_up(cells)})"
        sheet.write_formula(column, at, formula, show_end(estimate.refundable, end), EUROS)
        sheet.define(estimate.name(names.REFUNDABLE, end), column, at)


def _unpriced(sheet: Sheet, book: Book, estimate: Estimate, first: int, at: int) -> None:
    sheet.style_row(at)
    sheet.write_text("label", at, "Lignes non chiffrées, hors total")
    column = f"first{book.ends[0]}"
    count = f"COUNTIF({sheet.range(column, first, first + len(estimate.rows) - 1)},{write_literal(UNPRICED)})"
    sheet.write_formula(column, at, count, len(estimate.quote.unpriced), WHOLE)
    sheet.define(estimate.name(names.UNPRICED), column, at)


def _with_vat(sheet: Sheet, book: Book, row: EstimateRow, line: int, at: int) -> None:
    """What a line without VAT comes to with it, for information: the total does not count it."""
    sheet.style_row(at)
    sheet.write_text("label", at, f"{row.billed.charge.label}, TTC, pour information")
    sheet.write_text("tax", at, "TTC")
    for end in book.ends:
        for key, amount in row.billed.amounts_incl_vat.items():
            cell = sheet.at(f"{key}{end}", line)
            formula = f"IF(ISNUMBER({cell}),{rounding.add_vat(cell, names.VAT_RATE)},{write_literal(UNPRICED)})"
            sheet.write_formula(f"{key}{end}", at, formula, show_end(amount, end), EUROS)


def _is_excl_vat(row: EstimateRow) -> bool:
    return row.billed.has_price and row.billed.charge.tax is Tax.EXCL_VAT
