"""A charge in a row of the lines: quantity × price × periods, as the model counts it."""

from decimal import Decimal
from itertools import product

from nes_model.catalogue.charge import Cadence, Charge, Tax
from nes_model.catalogue.wording import name_unit
from nes_model.pricing.quote import QuoteLine
from nes_model.reports.workbook import names
from nes_model.reports.workbook import rounding as exact
from nes_model.reports.workbook.book import UNPRICED, Book, end_of, shown
from nes_model.reports.workbook.estimate import Estimate, Item
from nes_model.reports.workbook.sheet import Sheet, literal
from nes_model.reports.workbook.styles import EUROS, HUNDREDTHS, WHOLE

NOTHING_DUE = "—"


def write(sheet: Sheet, book: Book, estimate: Estimate, item: Item, row: int) -> None:
    """What it is, its quantity, its price and its amounts."""
    charge = item.charge
    sheet.rule(row)
    sheet.text("label", row, charge.label)
    sheet.text("cadence", row, write_cadence(item.line.cadence))
    sheet.text("tax", row, write_tax(charge))
    if charge.amount is None:
        _unpriced(sheet, book, estimate, item, row)
        return
    quantity = names.quantity(item.line.offer.id, charge.per, estimate.number)
    sheet.formula("quantity", row, quantity, float(counted(item)), number_format_of(item))
    sheet.text("unit", row, name_unit(charge.per))
    _months(sheet, estimate, item, row)
    for end in book.ends:
        sheet.formula(
            f"price{end}", row, book.tariffs.name(estimate.edition, charge, end), end_of(charge.amount, end), EUROS
        )
        _amounts(sheet, estimate, item, row, end)


def _unpriced(sheet: Sheet, book: Book, estimate: Estimate, item: Item, row: int) -> None:
    """That there is no amount; what is paid once has none to wait for in a following year."""
    for key, end in product(estimate.amount_columns, book.ends):
        is_paid_then = key == "first" or item.recurs
        sheet.text(f"{key}{end}", row, UNPRICED if is_paid_then else NOTHING_DUE, "right")


def write_cadence(cadence: Cadence) -> str:
    """How often something is billed, in French."""
    return cadence.value.replace("-", " ")


def write_tax(charge: Charge) -> str:
    """What the catalogue says of the tax in an amount, in French."""
    return "HT" if charge.tax is Tax.EXCL_VAT else "non précisée"


def counted(item: Item) -> Decimal:
    """Its quantity when the file was made; nil when it was not given."""
    return item.line.quantity if isinstance(item.line, QuoteLine) else Decimal(0)


def number_format_of(item: Item) -> str:
    """How its quantity is shown."""
    return HUNDREDTHS if item.charge.per.is_divisible else WHOLE


def _months(sheet: Sheet, estimate: Estimate, item: Item, row: int) -> None:
    if item.charge.follows_months:
        months = estimate.quote.scenario.first_year_months
        sheet.formula("months", row, names.of(names.MONTHS, estimate.number), months, WHOLE)


def _amounts(sheet: Sheet, estimate: Estimate, item: Item, row: int, end: str) -> None:
    quantity, price, months = (sheet.at(key, row) for key in ("quantity", f"price{end}", "months"))
    decimals = exact.HUNDREDTHS if item.charge.per.is_divisible else exact.WHOLE
    monthly = item.charge.every is Cadence.MONTHLY
    first = exact.euros(
        quantity,
        price,
        months if item.charge.follows_months else "1",
        over=12 if item.charge.follows_months and not monthly else 1,
        decimals=decimals,
    )
    following = exact.euros(quantity, price, "12" if monthly else "1", decimals=decimals) if item.recurs else "0"
    cells = {"first": (first, item.first_year), "following": (following, item.following_years)}
    for key in estimate.amount_columns:
        formula, amount = cells[key]
        guarded = f"IF({quantity}=0,{literal(UNPRICED)},{formula})" if item.may_be_uncounted else formula
        sheet.formula(f"{key}{end}", row, guarded, shown(amount, end), EUROS)
