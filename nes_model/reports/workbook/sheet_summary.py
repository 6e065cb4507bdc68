"""The first sheet: who, what it costs, what has no price, and where it comes from."""

from collections.abc import Callable, Sequence

from nes_model.catalogue.charge import Basis
from nes_model.money import Amount
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Quote
from nes_model.pricing.sentences import write_notes
from nes_model.reports.workbook import charts, names, sheet_inputs
from nes_model.reports.workbook.book import Book, name_end, show_end
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.inputs import COUNT_CELLS, list_count_cells
from nes_model.reports.workbook.sheet import Sheet, SheetColumn
from nes_model.reports.workbook.styles import COUNT_OR_UNKNOWN, EUROS, PERCENT, WHOLE

NAME = "Synthèse"
_HEADER = 4
_ROOM_BESIDE = 120  # characters: a narrower table has the chart beside it, a wider one below
_STRONG, _PLAIN = ("total_text", "total"), ("text", "number")  # of a label, of its figures
_FORMATS = {names.COUNTS[Basis.USER]: COUNT_OR_UNKNOWN}  # nobody may have said how many; the others are whole numbers
_AMOUNTS: list[tuple[str, str, Callable[[Estimate], Amount | None], tuple[str, str]]] = [
    ("Première année", names.FIRST_YEAR, lambda each: each.quote.first_year, _STRONG),
    ("dont capital, restitué au départ", names.REFUNDABLE, lambda each: each.refundable, _PLAIN),
    ("Chaque année suivante", names.FOLLOWING_YEARS, lambda each: each.quote.following_years, _STRONG),
    ("Cumul sur la durée", names.CUMULATIVE, lambda each: project(each.quote)[-1].cumulative, _STRONG),
]


def write(book: Book) -> None:
    """Figures first; then the chart, then what they leave out."""
    sheet = book.add_sheet(NAME, _columns(book), pages=1)
    _title(sheet, book)
    sheet.write_header(_HEADER)
    row = _who(sheet, book, _HEADER + 1)
    row = _chart(sheet, book, row, _amounts(sheet, book, row) + 1)
    row = _paragraphs(sheet, "À savoir, pour l'estimation exportée", _notes(book), row)
    if book.links:
        sheet.write_band(row, "Retrouver l'estimation dans le simulateur")
        for offset, link in enumerate(book.links, start=1):
            sheet.write_link(row + offset, link)


def _columns(book: Book) -> list[SheetColumn]:
    width = 24 if len(book.estimates) > 1 else 44
    return [
        SheetColumn("label", "Scénario" if len(book.estimates) > 1 else "Organisation", 44),
        *(SheetColumn(estimate.name_column(), estimate.title, width, is_number=True) for estimate in book.estimates),
    ]


def _title(sheet: Sheet, book: Book) -> None:
    header = book.edition.header
    sheet.write_text("label", 0, f"Adhésion à Normand'e-Santé : {book.kind.lower()}", "title")
    sheet.write_text(
        "label", 1, f"Établie d'après : {header.label}, {header.document}. Elle ne vaut pas devis.", "plain"
    )
    if book.is_simulation:
        warning = "Simulation de tarif : certains montants ne sont pas ceux du tarif en vigueur."
        sheet.write_text("label", 3, warning, "warning")
    origin = f"la feuille « {sheet_inputs.NAME} », dont la colonne « {sheet_inputs.EXPORTED} » garde celles d'origine"
    dated = f"{book.kind} du {book.day}. Montants d'après les valeurs de {origin}. Devis : {header.contact}"
    sheet.write_text("label", 2, dated, "plain")


def _who(sheet: Sheet, book: Book, row: int) -> int:
    words: list[tuple[str, Callable[[Estimate], str]]] = [
        ("Collège", _college),
        ("Catégorie", lambda each: each.quote.edition.categories[each.quote.scenario.category].label),
        ("Options", _options),
        ("Lectures autres que retenues", _readings),
    ]
    for label, text in words:
        sheet.write_text("label", row, label)
        for estimate in book.estimates:
            sheet.write_text(estimate.name_column(), row, text(estimate), "right")
        row += 1
    for name, count in COUNT_CELLS.items():
        asked = [each for each in book.estimates if name in list_count_cells(each)]
        if not asked:
            continue
        sheet.write_text("label", row, count.label)
        for estimate in asked:
            value, cell = getattr(estimate.quote.scenario, count.field), estimate.name(name)
            sheet.write_formula(estimate.name_column(), row, cell, value, _FORMATS.get(name, WHOLE))
        row += 1
    return _hypotheses(sheet, book, row)


def _hypotheses(sheet: Sheet, book: Book, row: int) -> int:
    sheet.write_text("label", row, "Hausse annuelle supposée")
    sheet.write_text("label", row + 1, "Durée du cumul, en années")
    for estimate in book.estimates:
        scenario, key = estimate.quote.scenario, estimate.name_column()
        increase = float(scenario.yearly_increase / 100)
        sheet.write_formula(key, row, estimate.name(names.INCREASE), increase, PERCENT)
        sheet.write_number(key, row + 1, scenario.horizon, WHOLE)
    return row + 2


def _amounts(sheet: Sheet, book: Book, row: int) -> int:
    for label, name, amount, (style, figures) in _AMOUNTS:
        for end in book.ends:
            sheet.write_text("label", row, f"{label}{name_end(end)}", style)
            for estimate in book.estimates:
                formula = estimate.name(name, end)
                sheet.write_formula(
                    estimate.name_column(), row, formula, show_end(amount(estimate), end), EUROS, figures
                )
            row += 1
    sheet.write_text("label", row, "Lignes non chiffrées, hors totaux")
    for estimate in book.estimates:
        unpriced = len(estimate.quote.unpriced)
        sheet.write_formula(estimate.name_column(), row, estimate.name(names.UNPRICED), unpriced, WHOLE)
    return row + 1


def _chart(sheet: Sheet, book: Book, amounts: int, at: int) -> int:
    """The chart of the first and third amounts, by their high ends; the row after it."""
    keys = book.estimates[0].name_column(), book.estimates[-1].name_column()
    ends = len(book.ends)
    rows = [
        (label, sheet.across(*keys, amounts + (index + 1) * ends - 1))
        for index, label in [(0, "Première année"), (2, "Chaque année suivante")]
    ]
    beside = sheet.width <= _ROOM_BESIDE
    place = (_HEADER, len(sheet.columns)) if beside else (at, 0)
    charts.draw_first_year_and_after(book, sheet, sheet.across(*keys, _HEADER), rows, place)
    return at if beside else at + charts.HEIGHT + 1


def _paragraphs(sheet: Sheet, title: str, texts: Sequence[str], row: int) -> int:
    """A title and its paragraphs; the row after them."""
    sheet.write_band(row, title)
    for offset, text in enumerate(texts, start=1):
        sheet.write_paragraph(row + offset, text)
    return row + 1 + len(texts)


def _notes(book: Book) -> list[str]:
    """What to know of each estimate, first of all what its totals leave out."""
    found = [_told(estimate, note) for estimate in book.estimates for note in _notes_of(estimate.quote)]
    return [*dict.fromkeys(found), f"Montants : {book.edition.header.in_force}."]


def _notes_of(quote: Quote) -> list[str]:
    return [
        *([] if quote.unpriced or quote.find_unpriced_later() else ["Tout ce qui est demandé a un prix."]),
        *write_notes(quote),
    ]


def _told(estimate: Estimate, text: str) -> str:
    return f"{estimate.title} : {text[0].lower()}{text[1:]}" if estimate.of_several else text


def _college(estimate: Estimate) -> str:
    college = estimate.quote.edition.college_of(estimate.quote.scenario.category)
    return f"{college.id}, {college.label}"


def _options(estimate: Estimate) -> str:
    options = estimate.quote.edition.options
    return (
        "\n".join(options[option].label for option in options if option in estimate.quote.scenario.options) or "aucune"
    )


def _readings(estimate: Estimate) -> str:
    edition, chosen = estimate.quote.edition, estimate.quote.scenario.readings
    found = [f"{doubt} : {edition.doubts_by_id[doubt].label_of(choice)}" for doubt, choice in chosen.items()]
    return "\n".join(found) or "aucune"
