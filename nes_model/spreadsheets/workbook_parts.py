"""The sheets of a workbook: their names, whether they are shown, where each is in the archive."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass

from nes_model.spreadsheets.cell_formats import parse_formats
from nes_model.spreadsheets.shared_strings import SharedStrings, measure_strings
from nes_model.spreadsheets.xml_walk import explain_broken, walk

YES = ("1", "true")
_KIND = "/worksheet"  # how the relation to a sheet of cells ends; others lead to charts, macros, dialogs


@dataclass(frozen=True, slots=True)
class Sheet:
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


def list_sheets(archive: zipfile.ZipFile) -> list[Sheet]:
    """The sheets of cells, in the order of their tabs."""
    listed: list[tuple[str, str, bool]] = []

    def sheet(element: str, attributes: dict[str, str]) -> None:
        if element == "sheet":
            words = {key.rpartition(":")[2]: value for key, value in attributes.items() if ":" in key}
            is_hidden = attributes.get("state", "visible") != "visible"
            listed.append((attributes.get("name", ""), words.get("id", ""), is_hidden))

    walk(part(archive, "xl/workbook.xml"), sheet)
    targets = _targets(archive)
    return [Sheet(name, targets[key], is_hidden) for name, key, is_hidden in listed if key in targets]


def read_references(archive: zipfile.ZipFile) -> References:
    """The texts, the formats and the state of the formulas of a workbook."""
    names, texts, styles = archive.namelist(), "xl/sharedStrings.xml", "xl/styles.xml"
    return References(
        measure_strings(part(archive, texts)) if texts in names else SharedStrings(),
        parse_formats(part(archive, styles)) if styles in names else (),
        _has_computed(archive),
    )


def part(archive: zipfile.ZipFile, path: str) -> bytes:
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
    waits = False

    def calculation(element: str, attributes: dict[str, str]) -> None:
        nonlocal waits
        waits = waits or (element == "calcPr" and attributes.get("fullCalcOnLoad") in YES)

    walk(part(archive, "xl/workbook.xml"), calculation)
    return not waits


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where each relation of the workbook to a sheet of cells leads."""
    targets: dict[str, str] = {}

    def relationship(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship" and attributes.get("Type", "").endswith(_KIND):
            path = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            targets[attributes.get("Id", "")] = path.lstrip("/")

    walk(part(archive, "xl/_rels/workbook.xml.rels"), relationship)
    return targets
