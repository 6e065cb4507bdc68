"""A charge in a row of the lines: quantity × price × periods, as the model counts it."""

from itertools import product

from nes_model.catalogue.charge import Cadence, Charge, Tax
from nes_model.catalogue.wording import name_unit
from nes_model.reports.workbook import names, rounding
from nes_model.reports.workbook.book import UNPRICED, Book, pick_end, show_end
from nes_model.reports.workbook.estimate import Estimate, Item
from nes_model.reports.workbook.sheet import Sheet, write_literal
from nes_model.reports.workbook.styles import EUROS, WHOLE, choose_quantity_format

NOTHING_DUE = "—"


def write_line(sheet: Sheet, book: Book, estimate: Estimate, item: Item, row: int) -> None:
    """What it is, its quantity, its price and its amounts."""
    charge = item.charge
    sheet.style_row(row)
    sheet.write_text("label", row, charge.label)
    sheet.write_text("cadence", row, write_cadence(item.line.cadence))
    sheet.write_text("tax", row, write_tax(charge))
    if charge.amount is None:
        _unpriced(sheet, book, estimate, item, row)
        return
    quantity = estimate.name_quantity(item)
    sheet.write_formula("quantity", row, quantity, float(item.quantity), choose_quantity_format(charge.per))
    sheet.write_text("unit", row, name_unit(charge.per))
    _months(sheet, estimate, item, row)
    for end in book.ends:
        sheet.write_formula(
            f"price{end}", row, book.tariffs.name(estimate.edition, charge, end), pick_end(charge.amount, end), EUROS
        )
        _amounts(sheet, estimate, item, row, end)


def _unpriced(sheet: Sheet, book: Book, estimate: Estimate, item: Item, row: int) -> None:
    """That there is no amount; what is paid once has none to wait for in a following year."""
    for key, end in product(estimate.amount_columns, book.ends):
        is_paid_then = key == "first" or item.recurs
        sheet.write_text(f"{key}{end}", row, UNPRICED if is_paid_then else NOTHING_DUE, "right")


def write_cadence(cadence: Cadence) -> str:
    """How often something is billed, in French."""
    return cadence.value.replace("-", " ")


def write_tax(charge: Charge) -> str:
    """What the catalogue says of the tax in an amount, in French."""
    return "HT" if charge.tax is Tax.EXCL_VAT else "non précisée"


def _months(sheet: Sheet, estimate: Estimate, item: Item, row: int) -> None:
    if item.charge.follows_months:
        months = estimate.quote.scenario.first_year_months
        sheet.write_formula("months", row, estimate.name(names.MONTHS), months, WHOLE)


def _amounts(sheet: Sheet, estimate: Estimate, item: Item, row: int, end: str) -> None:
    quantity, price, months = (sheet.at(key, row) for key in ("quantity", f"price{end}", "months"))
    decimals = rounding.HUNDREDTHS if item.charge.per.is_divisible else rounding.WHOLE
    monthly = item.charge.every is Cadence.MONTHLY
    first = rounding.multiply(
        quantity,
        price,
        months if item.charge.follows_months else "1",
        over=12 if item.charge.follows_months and not monthly else 1,
        decimals=decimals,
    )
    following = rounding.multiply(quantity, price, "12" if monthly else "1", decimals=decimals) if item.recurs else "0"
    formulas = {"first": first, "following": following}
    for key in estimate.amount_columns:
        formula = formulas[key]
        guarded = f"IF({quantity}=0,{write_literal(UNPRICED)},{formula})" if item.may_be_uncounted else formula
        sheet.write_formula(f"{key}{end}", row, guarded, show_end(item.amounts[key], end), EUROS)
