"""Prices of which only one is billed: each counted in a row of its own, and the one that the line takes.

As in the model: the one that is asked for if it can be counted, else the cheapest a year, else the first.
"""

from nes_model.catalogue.wording import name_unit
from nes_model.money import Amount
from nes_model.reports.workbook.book import UNPRICED, Book, pick_end, show_end
from nes_model.reports.workbook.estimate import Estimate, EstimateRow, Item
from nes_model.reports.workbook.line import write_cadence, write_line, write_tax
from nes_model.reports.workbook.sheet import Sheet, write_literal
from nes_model.reports.workbook.styles import COUNT_OR_NOTHING, EUROS, WHOLE, YES_OR_NO, choose_quantity_format

_RANK, _BILLED = "source", "readings"  # the columns that say so, under titles of their own


def count_rows(row: EstimateRow) -> int:
    """How many rows of the sheet its alternatives take."""
    return 1 + len(row.priced)


def write_alternatives(sheet: Sheet, book: Book, estimate: Estimate, row: EstimateRow, top: int) -> None:
    """A row of titles, then one row an alternative."""
    sheet.write_titles(top, {"label": "Prix au choix", _RANK: "Rang (1 : le moins cher par an)", _BILLED: "Compté"})
    ranks = _ranks(row)
    for index, item in enumerate(row.priced):
        at = top + 1 + index
        write_line(sheet, book, estimate, item, at)
        sheet.write_text(
            "explanation", at, f"Prix par {name_unit(item.charge.per)}. Un seul des prix au choix est compté."
        )
        sheet.write_formula(_RANK, at, _rank(sheet, book, row, top + 1, index), ranks[index], WHOLE, "left_number")
        sheet.write_formula(
            _BILLED,
            at,
            _is_billed(sheet, estimate, row, top + 1, index),
            int(item is row.billed),
            YES_OR_NO,
            "left_number",
        )


def write_billed(sheet: Sheet, book: Book, estimate: Estimate, row: EstimateRow, at: int, top: int) -> None:
    """The line itself: every cell is that of the alternative billed, if there is one."""
    first = top + 1
    billed, months = row.billed, estimate.quote.scenario.first_year_months
    nothing = dict.fromkeys(("quantity", "unit", "cadence", "months", "tax"), "") | {"label": billed.charge.label}

    def take(key: str, cached: float | str, number_format: str = "", style: str = "number") -> None:
        cells, flags = (sheet.range(column, first, top + len(row.priced)) for column in (key, _BILLED))
        otherwise = "" if key.startswith("price") else nothing.get(key, UNPRICED)
        formula = f"IFERROR(INDEX({cells},MATCH(1,{flags},0)),{write_literal(otherwise)})"
        sheet.write_formula(key, at, formula, cached if row.is_counted else otherwise, number_format, style)

    take("label", billed.charge.label, style="text")
    take("quantity", float(billed.quantity), choose_quantity_format(billed.charge.per))
    take("unit", name_unit(billed.charge.per), style="text")
    take("cadence", write_cadence(billed.line.cadence), style="text")
    take("months", months if billed.charge.follows_months else 0, COUNT_OR_NOTHING)
    take("tax", write_tax(billed.charge), style="text")
    for end in book.ends:
        take(f"price{end}", pick_end(billed.charge.amount or Amount.zero(), end), EUROS)
        for key in estimate.amount_columns:
            take(f"{key}{end}", show_end(billed.amounts[key], end), EUROS)


def _known(sheet: Sheet, item: Item, row: int) -> str:
    return f"({sheet.at('quantity', row)}>0)" if item.may_be_uncounted else "1"


def _rank(sheet: Sheet, book: Book, row: EstimateRow, first: int, index: int) -> str:
    """1 for the cheapest a year by the high end, then by the low, then by order; 0 for what cannot be counted."""
    cheaper = [
        f"{_known(sheet, other, first + position)}*{_is_cheaper(sheet, book, first + position, first + index)}"
        for position, other in enumerate(row.priced)
        if position != index
    ]
    return f"{_known(sheet, row.priced[index], first + index)}*({'+'.join(['1', *cheaper])})"


def _is_cheaper(sheet: Sheet, book: Book, other: int, this: int) -> str:
    tie = str(int(other < this))
    for end in book.ends:  # the low end is compared first written, so that the high one decides first
        cells = sheet.at(f"following{end}", other), sheet.at(f"following{end}", this)
        tie = f"(({cells[0]}<{cells[1]})+({cells[0]}={cells[1]})*{tie})"
    return tie


def _is_billed(sheet: Sheet, estimate: Estimate, row: EstimateRow, first: int, index: int) -> str:
    asked = estimate.name_billing(row)
    as_asked = [
        f"({asked}={write_literal(item.charge.per.value)})*{_known(sheet, item, first + position)}"
        for position, item in enumerate(row.priced)
    ]
    cheapest = f"({sheet.at(_RANK, first + index)}=1)*1"
    return f"IF({'+'.join(as_asked)}>0,{as_asked[index]},{cheapest})"


def _ranks(row: EstimateRow) -> list[int]:
    """The rank of each alternative when the file was made."""
    amounts = [item.amounts["following"] for item in row.priced]
    order = sorted((amount.high, amount.low, index) for index, amount in enumerate(amounts) if amount is not None)
    ranks = {index: rank for rank, (_, _, index) in enumerate(order, start=1)}
    return [ranks.get(index, 0) for index in range(len(amounts))]
