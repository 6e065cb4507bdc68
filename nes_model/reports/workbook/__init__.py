"""Quotes as a workbook for finance: live formulas over named cells, and the values that they give today."""

from collections.abc import Sequence
from datetime import date, datetime, time

from xlsxwriter.workbook import Workbook

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from nes_model.reports.french_workbook import make_workbook
from nes_model.reports.workbook import sheet_doubts, sheet_inputs, sheet_lines, sheet_summary, sheet_years
from nes_model.reports.workbook.book import Book
from nes_model.reports.workbook.estimate import number_quotes
from nes_model.reports.workbook.prices import Tariffs
from nes_model.reports.workbook.sheet import Pen


def write_quote_workbook(quotes: Sequence[Quote], edition: Edition, *, links: Sequence[str] = (), on: date) -> bytes:
    """An XLSX file: the same bytes for the same quotes and date.

    Args:
        quotes: one or several, in the order in which they are compared.
        edition: the edition as it is published, under which they were priced.
        links: addresses that open them in the simulator.
        on: the date that the file carries.
    """
    numbered = number_quotes(tuple(quotes))

    def write(file: Workbook) -> None:
        _describe(file, edition, on)
        book = Book(Pen(file), numbered, edition, Tariffs(numbered), links, on)
        for each in (sheet_summary, sheet_lines, sheet_inputs, sheet_years, sheet_doubts):
            each.write(book)

    return make_workbook(write)


def _describe(file: Workbook, edition: Edition, on: date) -> None:
    file.set_properties(
        {
            "title": "Adhésion à Normand'e-Santé : estimation",
            "subject": f"{edition.header.label}, {edition.header.document}",
            "author": "Simulateur d'adhésion à Normand'e-Santé",
            "keywords": "adhésion, estimation, tarif",
            "comments": f"Estimation ; elle ne vaut pas devis. Devis : {edition.header.contact}",
            "created": datetime.combine(on, time()),
        }
    )
    file.set_calc_mode("auto")
