"""The sheet of what may be changed: counts, quantities and prices, each in a named cell."""

from nes_model.catalogue.charge import Tax, list_named
from nes_model.catalogue.wording import name_unit
from nes_model.reports.workbook import cell_rules as rules
from nes_model.reports.workbook import inputs, names
from nes_model.reports.workbook.book import Book, pick_end
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.line import write_cadence, write_tax
from nes_model.reports.workbook.prices import Tariff
from nes_model.reports.workbook.sheet import Sheet, SheetColumn
from nes_model.reports.workbook.styles import EUROS, PERCENT, WHOLE

NAME = "Tarif et hypothèses"
EXPORTED = "À l'export"  # the title of the column of what each cell held when the file was made
_LEGEND = (
    "Les cellules encadrées, à fond clair, se modifient : les montants et les totaux de tout le classeur suivent. "
    f"La colonne « {EXPORTED} » garde les valeurs d'origine."
)


def write(book: Book) -> None:
    """The hypotheses of each estimate, then the prices that they share."""
    sheet = book.add_sheet(NAME, _columns(book))
    sheet.write_paragraph(0, _LEGEND)
    value = f"price{book.ends[0]}"
    sheet.write_header(1, {f"price{end}": "" for end in book.ends} | {value: "Valeur", "source": "Explication"})
    row = 2
    for estimate in book.estimates:
        sheet.write_band(row, estimate.title)
        row = _inputs(sheet, value, estimate, row + 1)
    _prices(sheet, book, row + 1)


def _columns(book: Book) -> list[SheetColumn]:
    return [
        SheetColumn("label", "Intitulé", 40),
        *book.list_amount_columns("price", "Prix unitaire", 15),
        SheetColumn("unit", "Unité", 20),
        SheetColumn("cadence", "Rythme", 10),
        SheetColumn("tax", "Taxe", 15),
        SheetColumn("exported", EXPORTED, 15, is_number=True),
        SheetColumn("source", "Source", 60),
        SheetColumn("readings", "À confirmer", 11),
        *([SheetColumn("used", "Scénarios", 10)] if len(book.estimates) > 1 else []),
        SheetColumn("name", "Nom de la cellule", 42),
    ]


def _inputs(sheet: Sheet, value: str, estimate: Estimate, row: int) -> int:
    for each in inputs.list_inputs(estimate):
        sheet.style_row(row)
        sheet.write_text("label", row, each.label)
        sheet.write_text("unit", row, each.unit)
        sheet.write_text("source", row, each.note)
        if isinstance(each.value, str):
            sheet.write_text(value, row, each.value, "input_word")
            sheet.write_text("exported", row, each.value, "right")
        else:
            _number(sheet, value, row, each)
        sheet.write_text("name", row, each.name, "quiet")
        _named(sheet, value, row, each.name, each.rule)
        row += 1
    sheet.style_row(row)
    sheet.write_text("label", row, "Durée du cumul")
    sheet.write_number(value, row, estimate.quote.scenario.horizon, WHOLE)
    sheet.write_text("unit", row, "ans")
    sheet.write_text(
        "source", row, "Fixée à l'export : pour une autre durée, refaites le classeur depuis le simulateur."
    )
    return row + 1


def _number(sheet: Sheet, value: str, row: int, asked: inputs.Input) -> None:
    exported = float(asked.value)
    if asked.follows:
        sheet.write_formula(value, row, asked.follows, exported, asked.number_format, "input")
    else:
        sheet.write_number(value, row, exported, asked.number_format, "input")
    sheet.write_number("exported", row, exported, asked.number_format)


def _prices(sheet: Sheet, book: Book, row: int) -> None:
    sheet.write_titles(row, {"label": "Tarif utilisé"})
    row += 1
    for tariff in book.tariffs.all:
        _price(sheet, book, tariff, row)
        row += 1
    if any(tariff.charge.tax is Tax.EXCL_VAT for tariff in book.tariffs.all):
        _vat(sheet, book, row)


def _price(sheet: Sheet, book: Book, tariff: Tariff, row: int) -> None:
    charge = tariff.charge
    sheet.write_text("label", row, _label(book, tariff))
    sheet.write_text("unit", row, f"par {name_unit(charge.per)}")
    sheet.write_text("cadence", row, write_cadence(charge.every))
    sheet.write_text("tax", row, write_tax(charge))
    sheet.write_text("source", row, tariff.source)
    sheet.write_text("readings", row, " ".join(charge.doubts))
    if len(book.estimates) > 1:
        sheet.write_text("used", row, ", ".join(map(str, tariff.used_by)))
    sheet.write_text("name", row, " et ".join(tariff.name(end) for end in tariff.ends), "quiet")
    columns = [f"price{end}" for end in book.ends]
    for end, column in zip(tariff.ends, columns, strict=False):
        sheet.write_number(column, row, pick_end(tariff.amount, end), EUROS, "input")
        _named(sheet, column, row, tariff.name(end), rules.accept_price())
    for column in columns[len(tariff.ends) :]:  # an exact price beside ranges: its other end is the same
        sheet.write_formula(column, row, sheet.at(columns[0], row), pick_end(tariff.amount, ""), EUROS)
    if tariff.amount.is_range:
        sheet.write_text("exported", row, str(tariff.amount), "right")
    else:
        sheet.write_number("exported", row, pick_end(tariff.amount, ""), EUROS)


def _label(book: Book, tariff: Tariff) -> str:
    """Its charge, the category when it is the price of one only, the edition when there are several."""
    categories = list_named(tariff.charge.categories)
    only = f", {book.edition.categories[categories[0]].label}" if len(categories) == 1 else ""
    edition = f", édition {tariff.edition}" if len(book.tariffs.editions) > 1 else ""
    return f"{tariff.charge.label}{only}{edition}"


def _vat(sheet: Sheet, book: Book, row: int) -> None:
    column = f"price{book.ends[0]}"
    rate = book.edition.header.vat_rate / 100
    sheet.style_row(row)
    sheet.write_text("label", row, "Taux de TVA des montants hors taxes")
    sheet.write_number(column, row, float(rate), PERCENT, "input")
    sheet.write_text("source", row, "Sert aux seules lignes « TTC, pour information ».")
    sheet.write_text("name", row, names.VAT_RATE, "quiet")
    _named(sheet, column, row, names.VAT_RATE, rules.accept_percent(100))
    sheet.write_number("exported", row, float(rate), PERCENT)


def _named(sheet: Sheet, key: str, row: int, name: str, rule: rules.Rule) -> None:
    sheet.define(name, key, row)
    sheet.restrict(key, row, rule)
