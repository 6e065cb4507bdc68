"""An XLSX workbook: the sheet named « Organisations », or the first one that is not hidden."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from nes_model.folding import fold
from nes_model.spreadsheets.sheet_survey import Place, survey
from nes_model.spreadsheets.table import Row, Table, refusal, table_of
from nes_model.spreadsheets.xml_walk import walk
from nes_model.spreadsheets.zip_limits import opened

SHEET = "Organisations"
_MOST_MERGED = 200_000  # cells
_BROKEN = "le classeur est abîmé. Ouvrez-le dans votre tableur, puis enregistrez-le de nouveau en XLSX."


def read_workbook(stream: BinaryIO) -> Table:
    """The table of a workbook. The last value that a spreadsheet computed stands for a formula.

    Raises:
        InvalidInputError: the workbook is too large, protected, broken, or holds macros.
    """
    archive = opened(stream)
    workbook = _checked(CalamineWorkbook.from_filelike, stream)
    name, remarks = _chosen_sheet(workbook)
    found = survey(_part(archive, _path_of(name, archive)))
    if found.formulas:
        plural = "s" * (found.formulas > 1)
        remarks.append(
            f"{found.formulas} case{plural} contien{'nent' if plural else 't'} une formule : "
            "la dernière valeur calculée par votre tableur a été lue."
        )
    sheet = _checked(workbook.get_sheet_by_name, name)
    faults = found.faults | _merged(sheet)
    values = _checked(sheet.to_python, skip_empty_area=False)
    return table_of(_rows(values, faults), tuple(remarks), len(values))


def _checked(read: Any, *arguments: Any, **words: Any) -> Any:
    """Call the reading library, whose ways of failing on a broken file are many; one of them is a panic."""
    try:
        return read(*arguments, **words)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise refusal(_BROKEN) from error


def _chosen_sheet(workbook: CalamineWorkbook) -> tuple[str, list[str]]:
    sheets = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    visible = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    named = [each.name for each in sheets if fold(each.name) == fold(SHEET)]
    chosen = next(iter([*named, *visible]), None)
    if chosen is None:
        raise refusal("le classeur n'a aucune feuille visible.")
    others = [name for name in visible if name != chosen]
    if not others:
        return chosen, []
    which = "n'a pas été lue" if len(others) == 1 else "n'ont pas été lues"
    listed = ", ".join(f"« {name} »" for name in others[:5])
    return chosen, [f"Seule la feuille « {chosen} » a été lue ; {listed}{'…' * (len(others) > 5)} {which}."]


def _path_of(name: str, archive: zipfile.ZipFile) -> str:
    """Where in the archive a sheet's XML is."""
    identifiers: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(element: str, attributes: dict[str, str]) -> None:
        if element == "sheet":
            words = {key.rpartition(":")[2]: value for key, value in attributes.items() if ":" in key}
            identifiers.setdefault(attributes.get("name", ""), words.get("id", ""))

    def relationship(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    walk(_part(archive, "xl/workbook.xml"), sheet)
    walk(_part(archive, "xl/_rels/workbook.xml.rels"), relationship)
    return posixpath.normpath(posixpath.join("/xl", targets.get(identifiers.get(name, ""), ""))).lstrip("/")


def _part(archive: zipfile.ZipFile, path: str) -> bytes:
    return bytes(_checked(archive.read, path))


def _merged(sheet: CalamineSheet) -> dict[Place, str]:
    """Every cell that a merged one covers: it looks filled, and holds nothing."""
    if sheet.end is None:
        return {}
    last_row, last_column = sheet.end
    faults: dict[Place, str] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        covered = (
            (row + 1, column)
            for row in range(top, min(bottom, last_row) + 1)
            for column in range(left, min(right, last_column) + 1)
            if (row, column) != (top, left)
        )
        message = f"la case est fusionnée avec celle de la ligne {top + 1}. Défusionnez-les et remplissez chaque case."
        for place in covered:
            faults[place] = message
            if len(faults) > _MOST_MERGED:
                raise refusal("la feuille a trop de cases fusionnées. Défusionnez-les.")
    return faults


def _rows(values: list[list[Any]], faults: dict[Place, str]) -> Iterator[Row]:
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), message in faults.items():
        by_row.setdefault(row, {})[column] = message
    for number, cells in enumerate(values, start=1):
        yield Row(number, [_text(cell) for cell in cells], by_row.get(number, {}))


def _text(value: Any) -> str:
    """A cell as a French spreadsheet shows it."""
    match value:
        case str():
            return value
        case bool():
            return "VRAI" if value else "FAUX"
        case int() | float():
            return f"{value:.15g}".replace(".", ",")
    return value.strftime("%d/%m/%Y") if hasattr(value, "strftime") and hasattr(value, "year") else str(value)
