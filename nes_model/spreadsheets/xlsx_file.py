"""An XLSX workbook: the sheet named « Organisations », or the first one that has the titles."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, BinaryIO

from python_calamine import CalamineSheet, CalamineWorkbook

from nes_model.folding import fold
from nes_model.problems import InvalidInputError, cite
from nes_model.spreadsheets.cell_formats import show_value
from nes_model.spreadsheets.sheet_survey import Place, Survey, survey
from nes_model.spreadsheets.table import HasTitles, Row, Table, find_table, list_first, name_column, refuse
from nes_model.spreadsheets.workbook_parts import SheetPart, list_sheets, read_part, read_references
from nes_model.spreadsheets.xml_walk import explain_broken
from nes_model.spreadsheets.zip_limits import open_archive

SHEET = "Organisations"
_MOST_MERGED = 200_000  # cells
_MOST_SHEETS = 50  # in which the titles are looked for


def read_workbook(stream: BinaryIO, has_titles: HasTitles) -> Table:
    """The table of a workbook. The last value that a spreadsheet computed stands for a formula.

    Raises:
        InvalidInputError: the workbook is too large, protected, broken, or holds macros.
    """
    archive = open_archive(stream)
    sheets = list_sheets(archive)
    if not sheets:
        raise refuse("le classeur n'a aucune feuille de cases.")
    surveys = _Surveys(archive, has_titles)
    ordered = sorted(sheets, key=lambda each: (each.is_hidden, fold(each.name) != fold(SHEET)))[:_MOST_SHEETS]
    chosen = next((each for each in ordered if surveys.has_titles(each)), None)
    if chosen is None:
        return surveys.take_fullest(ordered)
    found = surveys.found[chosen.path]
    stream.seek(0)
    workbook = _checked(CalamineWorkbook.from_filelike, stream)
    sheet = _checked(workbook.get_sheet_by_name, chosen.name)
    values = _checked(sheet.to_python, skip_empty_area=False)
    table = find_table(_rows(sheet, values, found), has_titles)
    about_alike = _about_alike(surveys.list_alike(chosen, ordered))
    return replace(
        table,
        titles=_whole_titles(table.titles, sheet, values),
        remarks=(*_about_sheets(chosen, sheets), *about_alike, *_about_formulas(found), *table.remarks),
        height=len(values),
        hidden_columns=frozenset(found.hidden_columns),
    )


class _Surveys:
    """The sheets of a workbook, each gone through when it is asked about."""

    def __init__(self, archive: zipfile.ZipFile, has_titles: HasTitles):
        self._archive, self._has_titles = archive, has_titles
        self._references = read_references(archive)
        self.found: dict[str, Survey] = {}
        self._refused: list[InvalidInputError] = []

    def has_titles(self, sheet: SheetPart) -> bool:
        """Whether the titles are there; a sheet that cannot be read safely may be another's neighbour."""
        found = self._survey(sheet)
        if found:
            self.found[sheet.path] = found
        return bool(found and found.titles)

    def list_alike(self, chosen: SheetPart, sheets: Sequence[SheetPart]) -> list[SheetPart]:
        """The other sheets shown that have the same titles as the one which is read."""
        own = self.found[chosen.path].titles
        others = [each for each in sheets if each is not chosen and not each.is_hidden]
        return [each for each in others if own and self._glance(each) == own.cells]

    def take_fullest(self, sheets: Sequence[SheetPart]) -> Table:
        """What the first sheet may have as titles, so that it can be said what it lacks; or why none can be read."""
        if self._refused:
            raise self._refused[0]
        shown_ones = [each for each in sheets if not each.is_hidden] or sheets
        first_rows = next((rows for each in shown_ones if (rows := self.found[each.path].first_rows)), [])
        table = find_table(iter(first_rows), self._has_titles)
        return Table(table.titles, iter(()), sheets=tuple(each.name for each in shown_ones))

    def _glance(self, sheet: SheetPart) -> list[str]:
        """The titles of a sheet that is not read; none when it cannot be."""
        found = self._survey(sheet, is_glance=True)
        return found.titles.cells if found and found.titles else []

    def _survey(self, sheet: SheetPart, *, is_glance: bool = False) -> Survey | None:
        try:
            content = read_part(self._archive, sheet.path)
            return survey(content, self._has_titles, self._references, is_glance=is_glance)
        except InvalidInputError as error:
            self._refused.append(error)
            return None


def _checked(read: Any, *arguments: Any, **words: Any) -> Any:
    """Call the reading library, whose ways of failing on a broken file are many; one of them is a panic."""
    try:
        return read(*arguments, **words)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise explain_broken() from error


def _about_sheets(chosen: SheetPart, sheets: Sequence[SheetPart]) -> Iterator[str]:
    others = [cite(each.name) for each in sheets if each is not chosen and not each.is_hidden]
    if chosen.is_hidden:
        yield f"La feuille {cite(chosen.name)}, masquée, a été lue : aucune feuille visible n'a les titres."
    elif others:
        which = "n'a pas été lue" if len(others) == 1 else "n'ont pas été lues"
        yield f"Seule la feuille {cite(chosen.name)} a été lue ; {list_first(others, 5)} {which}."


def _about_alike(sheets: Sequence[SheetPart]) -> Iterator[str]:
    if sheets:
        names = list_first([cite(each.name) for each in sheets], 5)
        whose = "a les mêmes titres : ses lignes" if len(sheets) == 1 else "ont les mêmes titres : leurs lignes"
        yield f"{names} {whose} ne sont pas comptées. Réunissez toutes les organisations sur une seule feuille."


def _about_formulas(found: Survey) -> Iterator[str]:
    if found.formulas:
        plural = "s" * (found.formulas > 1)
        yield (
            f"{found.formulas} case{plural} contien{'nent' if plural else 't'} une formule : "
            "la dernière valeur calculée par votre tableur a été lue."
        )


def _merged(sheet: CalamineSheet, values: list[list[Any]], titles: int) -> dict[Place, str]:
    """Every cell that a merged one covers: it looks filled, and holds nothing; an empty one looks empty."""
    if sheet.end is None:
        return {}
    last_row, last_column = sheet.end
    faults: dict[Place, str] = {}
    covered = 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        rows, columns = range(top, min(bottom, last_row) + 1), range(left, min(right, last_column) + 1)
        covered += len(rows) * len(columns)
        if covered > _MOST_MERGED:
            raise refuse("la feuille a trop de cases fusionnées. Défusionnez-les.")
        is_tall_title = top + 1 == titles and all(set(row) == {""} for row in values[top + 1 : bottom + 1])
        if not rows or not columns or values[top][left] == "" or is_tall_title:
            continue
        other = f"celle de la ligne {top + 1}" if left == right else f"la case {name_column(left)}{top + 1}"
        message = f"la case est fusionnée avec {other}. Défusionnez-les et remplissez chaque case."
        faults |= {(row + 1, column): message for row in rows for column in columns if (row, column) != (top, left)}
    return faults


def _whole_titles(titles: Row, sheet: CalamineSheet, values: list[list[Any]]) -> Row:
    """The titles, a merged one being that of every column which it covers and under which something is written."""
    cells, faults, row = list(titles.cells), dict(titles.faults), titles.number - 1
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if not top <= row <= bottom:
            continue
        for column in range(left, min(right + 1, len(cells))):
            if (row, column) == (top, left):
                continue
            faults.pop(column, None)
            if any(under[column] != "" for under in values[bottom + 1 :]):
                cells[column] = show_value(values[top][left])
    return replace(titles, cells=cells, faults=faults)


def _rows(sheet: CalamineSheet, values: list[list[Any]], found: Survey) -> Iterator[Row]:
    faults = found.faults | _merged(sheet, values, found.titles.number if found.titles else 0)
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), message in faults.items():
        by_row.setdefault(row, {})[column] = message
    formats = found.formats
    for number, cells in enumerate(values, start=1):
        texts = [show_value(cell, formats.get((number, column), "")) for column, cell in enumerate(cells)]
        yield Row(number, texts, by_row.get(number, {}), is_hidden=number in found.hidden_rows)
