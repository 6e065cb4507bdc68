"""The sheets of a workbook: their names, whether they are shown, where each is in the archive."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from nes_model.spreadsheets.cell_formats import parse_formats
from nes_model.spreadsheets.shared_strings import SharedStrings, measure_strings
from nes_model.spreadsheets.xml_walk import explain_broken, list_elements

_WORKBOOK = "xl/workbook.xml"
YES = ("1", "true")
_KIND = "/worksheet"  # how the relation to a sheet of cells ends; others lead to charts, macros, dialogs


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of cells."""

    name: str
    path: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class References:
    """What the cells of any sheet refer to."""

    strings: SharedStrings
    formats: tuple[str, ...]  # what each style makes of a number
    has_computed: bool  # whether a spreadsheet has computed the formulas


def list_sheets(archive: zipfile.ZipFile) -> list[SheetPart]:
    """The sheets of cells, in the order of their tabs."""
    targets = _list_targets(archive)
    sheets: list[SheetPart] = []
    for each in list_elements(read_part(archive, _WORKBOOK), "sheet"):
        key = next((value for word, value in reversed(each.items()) if word.endswith(":id")), "")
        if key in targets:
            sheets.append(SheetPart(each.get("name", ""), targets[key], each.get("state", "visible") != "visible"))
    return sheets


def read_references(archive: zipfile.ZipFile) -> References:
    """The texts, the formats and the state of the formulas of a workbook."""
    names, texts, styles = archive.namelist(), "xl/sharedStrings.xml", "xl/styles.xml"
    return References(
        measure_strings(read_part(archive, texts)) if texts in names else SharedStrings(),
        parse_formats(read_part(archive, styles)) if styles in names else (),
        _has_computed(archive),
    )


def read_part(archive: zipfile.ZipFile, path: str) -> bytes:
    """The content of a part.

    Raises:
        InvalidInputError: there is none, or it is damaged.
    """
    try:
        return archive.read(path)
    except (KeyError, OSError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise explain_broken() from error


def _has_computed(archive: zipfile.ZipFile) -> bool:
    """Whether a spreadsheet has computed the formulas; what a program wrote is to be computed when it is opened."""
    settings = list_elements(read_part(archive, _WORKBOOK), "calcPr")
    return not any(each.get("fullCalcOnLoad") in YES for each in settings)


def _list_targets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where each relation of the workbook to a sheet of cells leads."""
    relations = list_elements(read_part(archive, "xl/_rels/workbook.xml.rels"), "Relationship")
    return {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", ""))).lstrip("/")
        for each in relations
        if each.get("Type", "").endswith(_KIND)
    }
