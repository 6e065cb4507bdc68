"""The files that `tests/shapes/` describes, made into bytes: a CSV in its encoding, or a workbook."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Shape:
    """A file as people have it, and what is right to say of it."""

    name: str
    words: dict[str, Any]

    @property
    def content(self) -> bytes:
        """What the file holds."""
        if "classeur" in self.words:
            return _workbook(self.words["classeur"])
        text = str(self.words["fichier"]).replace("\n", self.words.get("fins-de-ligne", "\n"))
        return text.encode(self.words.get("encodage", "utf-8"))

    @property
    def file(self) -> str:
        """A name for it."""
        return f"{self.name}.{'xlsx' if 'classeur' in self.words else 'csv'}"


def shapes() -> list[Shape]:
    """All of them; numbers stay as they are written."""
    return [
        Shape(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.yaml"))
    ]


def _workbook(sheets: list[dict[str, Any]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for each in sheets:
            _sheet(book, each)
        shown = [sheet for sheet, each in zip(book.worksheets(), sheets, strict=True) if not each.get("masquee")]
        shown[0].set_first_sheet()
        shown[0].activate()
    return content.getvalue()


def _sheet(book: Any, described: dict[str, Any]) -> None:
    sheet = book.add_worksheet(described["nom"])
    for number, cells in enumerate(described["lignes"]):
        sheet.write_row(number, 0, cells)
    for cell, code in described.get("formats", {}).items():
        column, row = ord(cell[0]) - ord("A"), int(cell[1:]) - 1
        sheet.write(row, column, described["lignes"][row][column], book.add_format({"num_format": code}))
    for row in described.get("lignes-masquees", ()):
        sheet.set_row(row - 1, None, None, {"hidden": True})
    for columns in described.get("colonnes-masquees", ()):
        sheet.set_column(columns, None, None, {"hidden": True})
    for cells in described.get("fusions", ()):
        start = cells.partition(":")[0]
        column, row = ord(start[0]) - ord("A"), int(start[1:]) - 1
        sheet.merge_range(cells, described["lignes"][row][column])
    if described.get("masquee"):
        sheet.hide()
