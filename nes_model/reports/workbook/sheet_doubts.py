"""The sheet of the points à confirmer: what is printed, how it is read, and what another reading would change."""

from nes_model.catalogue.doubt import RETAINED
from nes_model.pricing.doubt_effects import DoubtInQuote, find_points
from nes_model.reports.workbook.book import Book
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.sheet import Sheet, SheetColumn

NAME = "Points à confirmer"
_EXPORTED = "Effets calculés pour les nombres et les prix de l'export."


def write(book: Book) -> None:
    """One block an estimate, one row a point."""
    sheet = book.add_sheet(NAME, _columns())
    sheet.write_text("id", 0, _EXPORTED, "plain")
    sheet.write_header(1)
    row = 2
    for estimate in book.estimates:
        sheet.write_band(row, estimate.title)
        row = _block(sheet, book, estimate, row + 1)


def _columns() -> list[SheetColumn]:
    return [
        SheetColumn("id", "Point", 7),
        SheetColumn("title", "Objet", 24),
        SheetColumn("printed", "Ce qui est imprimé", 40),
        SheetColumn("used", "Lecture utilisée", 36),
        SheetColumn("reason", "Pourquoi la lecture retenue", 44),
        SheetColumn("others", "Autres lectures, et ce qu'elles changeraient", 52),
    ]


def _block(sheet: Sheet, book: Book, estimate: Estimate, row: int) -> int:
    found = find_points(estimate.quote, book.edition)
    for point in found:
        sheet.write_text("id", row, point.doubt.id)
        sheet.write_text("title", row, point.doubt.title)
        sheet.write_text("printed", row, point.doubt.printed)
        sheet.write_text("used", row, _used(point))
        sheet.write_text("reason", row, point.doubt.reason)
        sheet.write_text("others", row, _others(point))
        row += 1
    if not found:
        sheet.write_paragraph(row, "Aucun point à confirmer ne touche cette estimation.")
        row += 1
    if left := book.edition.list_questions(estimate.quote.scenario.category, estimate.quote.offers):
        sheet.write_paragraph(row, f"Non précisé par le catalogue : {' ; '.join(each.question for each in left)}.")
        row += 1
    return row


def _used(point: DoubtInQuote) -> str:
    return point.used if point.choice == RETAINED else f"{point.used} (au lieu de la lecture retenue)"


def _others(point: DoubtInQuote) -> str:
    if not point.others:
        return "Aucune autre lecture chiffrée."
    return "\n".join(f"Si {effect.label} : {effect}." for effect in point.others)
