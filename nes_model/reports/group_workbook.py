"""A group as a workbook: the whole and its parts, each organisation in its order, and what is left to correct."""

from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.workbook import Workbook

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.group.columns import RESULTS
from nes_model.group.group import Group
from nes_model.group.totals import Share
from nes_model.reports.french_workbook import make_workbook
from nes_model.reports.group_csv import list_results
from nes_model.reports.group_text import write_group_sentences

_COUNTS = ("adherents", "etablissements", "utilisateurs", "structures", "mois-premiere-annee")
_ENDS = [f"{period}, {end}" for period in ("Première année", "Ensuite par an") for end in ("min", "max")]
_PARTS = ("Organisations", *_ENDS, "Lignes non chiffrées")


def write_group_workbook(group: Group, edition: Edition) -> bytes:
    """Amounts are numbers of euros, so that they can be added up and sorted; text is never read as a formula."""

    def write(workbook: Workbook) -> None:
        workbook.set_properties({"title": "Adhésion d'un groupe à Normand'e-Santé"})
        sheets = _GroupSheets(workbook)
        sheets.write_summary(group, edition)
        sheets.write_organisations(group)
        if group.problems:
            sheets.write_problems(group)

    return make_workbook(write)


class _GroupSheets:
    """The sheets, and the formats that they share."""

    def __init__(self, workbook: Any):
        self._workbook = workbook
        self._title = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format({"bold": True})
        self._wrap = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._euros = workbook.add_format({"num_format": '#,##0.00\\ "€"'})

    def write_summary(self, group: Group, edition: Edition) -> None:
        """The whole, by college, category and offer, then what must be known."""
        sheet = self._workbook.add_worksheet("Synthèse")
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, 6, 18)
        together = group.consolidation
        row = self._parts(sheet, 0, "Ensemble", [together.whole])
        row = self._parts(sheet, row, "Par collège", together.colleges)
        row = self._parts(sheet, row, "Par catégorie", together.categories)
        row = self._parts(sheet, row, "Par prestation", together.offers)
        for sentence in write_group_sentences(group, edition):
            sheet.merge_range(row, 0, row, 6, "", self._wrap)
            sheet.write_string(row, 0, sentence, self._wrap)
            sheet.set_row(row, 15 * (1 + len(sentence) // 140))
            row += 1

    def write_organisations(self, group: Group) -> None:
        """Every row in the order it came, its columns first."""
        sheet = self._workbook.add_worksheet("Organisations")
        sheet.freeze_panes(1, 0)
        self._strings(sheet, 0, (*group.titles, *RESULTS), self._title)
        width = len(group.titles)
        sheet.set_column(0, width + len(RESULTS) - 1, 18)
        is_count = [fold(title) in _COUNTS for title in group.titles]
        for row, (each, amounts, unpriced) in enumerate(list_results(group.organisations, group.batch), start=1):
            for column, cell in enumerate(each.cells):
                if is_count[column] and cell.isdecimal() and len(cell) < 10:
                    sheet.write_number(row, column, int(cell))
                else:
                    sheet.write_string(row, column, cell)
            for column, cents in enumerate(amounts, start=width):
                sheet.write_number(row, column, cents / 100, self._euros)
            errors = " ".join(str(problem) for problem in each.problems)
            self._strings(sheet, row, (" ".join(unpriced), errors, *each.beyond), None, start=width + 5)

    def write_problems(self, group: Group) -> None:
        """What to correct, cell by cell."""
        sheet = self._workbook.add_worksheet("À corriger")
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, 2, 24)
        sheet.set_column(3, 3, 110)
        self._strings(sheet, 0, ("Ligne", "Colonne", "Lu", "À corriger"), self._title)
        for row, each in enumerate(group.problems, start=1):
            sheet.write_number(row, 0, each.row)
            self._strings(sheet, row, (each.column, each.read, each.message), None, start=1)

    def _parts(self, sheet: Any, row: int, name: str, parts: Iterable[Share]) -> int:
        """Write a table; the row of the next one, after an empty row."""
        self._strings(sheet, row, (name, *_PARTS), self._title)
        for part in parts:
            row += 1
            sheet.write_string(row, 0, part.label)
            sheet.write_number(row, 1, part.organisations)
            for column, euros in enumerate(part.costs.ends, start=2):
                sheet.write_number(row, column, float(euros), self._euros)
            sheet.write_number(row, 6, part.unpriced)
        return row + 2

    def _strings(self, sheet: Any, row: int, cells: Sequence[str], style: Any, start: int = 0) -> None:
        for column, cell in enumerate(cells, start=start):
            sheet.write_string(row, column, cell, style)
