"""The eligibility grid as a CSV that French Excel opens, and as a workbook: symbols, words, points à confirmer."""

from collections.abc import Iterator, Sequence

from xlsxwriter.workbook import Workbook

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Service
from nes_model.reports.french_workbook import make_workbook
from nes_model.reports.spreadsheet_text import typeset, write_excel_csv


def write_grid_csv(services: Sequence[Service], edition: Edition) -> bytes:
    """A file that French Excel opens; what it would take for a formula stays text."""
    return write_excel_csv(_rows(services, edition))


def write_grid_workbook(services: Sequence[Service], edition: Edition) -> bytes:
    """The same, with its header and its first columns kept in sight."""

    def write(book: Workbook) -> None:
        book.set_properties({"title": "Services de Normand'e-Santé, par collège"})
        sheet = book.add_worksheet("Services")
        bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
        rows = list(_rows(services, edition))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, typeset(cell), wrapped if number else bold)
        sheet.set_column(0, 1, 26)
        sheet.set_column(2, 2, 40)
        sheet.set_column(3, len(rows[0]) - 1, 22)
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    return make_workbook(write)


def _rows(services: Sequence[Service], edition: Edition) -> Iterator[tuple[str, ...]]:
    colleges = [f"{college.id} · {college.label}" for college in edition.colleges]
    yield ("Famille", "Thème", "Service", *colleges, "Adhésion nécessaire", "À confirmer")
    for service in services:
        marks = [f"{mark.symbol} {mark.words}" for mark in (service.marks[each.id] for each in edition.colleges)]
        joining = [each.id for each in edition.colleges if edition.needs_membership(service, each.id)]
        doubts = {doubt.id: None for each in edition.colleges for doubt in edition.find_doubts(service, each.id)}
        family = edition.families_by_id[service.family].label
        yield (
            family,
            service.theme or "",
            service.label,
            *marks,
            "oui" if len(joining) == len(colleges) else ", ".join(joining) or "non",
            ", ".join(doubts),
        )
