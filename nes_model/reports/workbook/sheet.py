"""One sheet: columns with a name, cells written one by one, and how it prints."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_formula, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from nes_model.reports.spreadsheet_text import typeset
from nes_model.reports.workbook.styles import STYLES

A4 = 9
_LONGEST_LITERAL = 255  # of a text inside a formula
_LONGEST_ADDRESS = 2079
_LINE, _MARGIN = 15, 2  # points
_INDENT = 2  # characters
_ROOM = 1.1  # letters in the width of a figure, once words are wrapped


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: how the code calls it, what its header says, its width in characters."""

    key: str
    title: str
    width: float
    is_number: bool = False


class Pen:
    """The file being written, and its styles, each made once."""

    def __init__(self, file: Workbook):
        self.file = file
        self._formats: dict[tuple[str, str], Format] = {}

    def find_style(self, name: str, number_format: str = "") -> Format:
        """A style of the house, with a number format."""
        key = name, number_format
        if key not in self._formats:
            self._formats[key] = self.file.add_format(
                STYLES[name] | ({"num_format": number_format} if number_format else {})
            )
        return self._formats[key]


class Sheet:
    """A sheet of the file, addressed by row number (from 0) and column key."""

    def __init__(self, pen: Pen, name: str, columns: Sequence[SheetColumn]):
        self._pen = pen
        self.name = name
        self.columns = columns
        self._lines: dict[int, int] = {}  # of text, row by row
        self._index = {column.key: index for index, column in enumerate(columns)}
        self.raw = pen.file.add_worksheet(name)
        self.raw.hide_gridlines(2)
        self.raw.set_default_row(_LINE + _MARGIN)
        for index, column in enumerate(columns):
            self.raw.set_column(index, index, column.width)

    def at(self, key: str, row: int) -> str:
        """The address of a cell within the sheet: B7."""
        return str(xl_rowcol_to_cell(row, self._index[key]))

    def range(self, key: str, first: int, last: int) -> str:
        """The address of the cells of a column: B7:B9."""
        return f"{self.at(key, first)}:{self.at(key, last)}"

    def address(self, key: str, first: int, last: int | None = None) -> str:
        """The full address, as a chart or a name wants it: ='Tarif et hypothèses'!$B$7:$B$9."""
        column = self._index[key]
        return f"={xl_range_formula(self.name, first, column, first if last is None else last, column)}"

    def across(self, first: str, last: str, row: int) -> str:
        """The full address of the cells of a row, from a column to another."""
        return f"={xl_range_formula(self.name, row, self._index[first], row, self._index[last])}"

    @property
    def width(self) -> float:
        """In characters."""
        return sum(column.width for column in self.columns)

    def define(self, name: str, key: str, row: int) -> None:
        """Give a cell a name that formulas of every sheet use."""
        self._pen.file.define_name(name, self.address(key, row))

    def write_text(self, key: str, row: int, text: str, style: str = "text") -> None:
        """Text as it is, whatever it looks like."""
        self.raw.write_string(row, self._index[key], typeset(text), self._pen.find_style(style))
        if STYLES[style].get("text_wrap"):
            self._make_room(row, text, self.columns[self._index[key]].width)

    def write_number(self, key: str, row: int, value: float, number_format: str, style: str = "number") -> None:
        """A figure."""
        self.raw.write_number(row, self._index[key], value, self._pen.find_style(style, number_format))

    def write_formula(
        self, key: str, row: int, formula: str, cached: float | str, number_format: str = "", style: str = "number"
    ) -> None:
        """A formula, and what it gives, for programs that show files without computing."""
        shown = typeset(cached) if isinstance(cached, str) else cached
        self.raw.write_formula(row, self._index[key], f"={formula}", self._pen.find_style(style, number_format), shown)
        if isinstance(cached, str) and STYLES[style].get("text_wrap"):
            self._make_room(row, cached, self.columns[self._index[key]].width)

    def restrict(self, key: str, row: int, rule: Mapping[str, Any]) -> None:
        """What may be typed in a cell."""
        column, cell = self._index[key], self.at(key, row)
        own = {name: each.format(cell=cell) if name == "value" else each for name, each in rule.items()}
        self.raw.data_validation(row, column, row, column, own)

    def write_band(self, row: int, text: str) -> None:
        """A line that names what follows, over the whole width."""
        self.style_row(row, "block")
        self.write_text(self.columns[0].key, row, text, "block")
        self.raw.set_row(row, 20)

    def style_row(self, row: int, style: str = "text") -> None:
        """Give every cell of a line a style; those that are written after keep their own."""
        for index in range(len(self.columns)):
            self.raw.write_blank(row, index, None, self._pen.find_style(style))

    def write_paragraph(self, row: int, text: str) -> None:
        """A long text over the whole width, in a line high enough for it."""
        last, style = len(self.columns) - 1, self._pen.find_style("paragraph")
        if last:
            self.raw.merge_range(row, 0, row, last, "", style)
        self.raw.write_string(row, 0, typeset(text), style)
        self._make_room(row, text, self.width)

    def write_link(self, row: int, address: str) -> None:
        """An address over the whole width, to be followed when the spreadsheet can."""
        self.write_paragraph(row, address)
        self._make_room(row, address, self.width / 2)  # without spaces, it wraps badly
        if address.startswith(("https://", "http://")) and len(address) <= _LONGEST_ADDRESS:
            self.raw.write_url(row, 0, address, self._pen.find_style("paragraph"), typeset(address))

    def write_header(self, row: int, others: Mapping[str, str] | None = None) -> None:
        """The titles of the columns, which stay in sight and come back on every printed page."""
        self.write_titles(row, others)
        self.raw.freeze_panes(row + 1, 1)
        self.raw.repeat_rows(row)

    def write_titles(self, row: int, others: Mapping[str, str] | None = None) -> None:
        """The titles of the columns, some replaced."""
        for column in self.columns:
            style = "header_number" if column.is_number else "header"
            self.write_text(column.key, row, (others or {}).get(column.key, column.title), style)

    def print_on_a4(self, heading: str, footing: str, pages: int) -> None:
        """Landscape, as wide as one page, with what it is and what it is worth on every page.

        Args:
            heading: at the top left of every page.
            footing: at the bottom left of every page.
            pages: how many it may take; 0 for as many as it needs.
        """
        self.raw.set_landscape()
        self.raw.set_paper(A4)
        self.raw.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.75)
        self.raw.fit_to_pages(1, pages)
        self.raw.set_header(f"&L{_in_margin(heading)}&R&A")
        self.raw.set_footer(f"&L{_in_margin(footing)}&RPage &P sur &N")

    def _make_room(self, row: int, text: str, width: float) -> None:
        """A row is as high as its longest text: not every program computes it when it opens the file."""
        lines = sum(max(1, math.ceil(len(line) / ((width - _INDENT) * _ROOM))) for line in text.split("\n"))
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self.raw.set_row(row, _LINE * lines + _MARGIN)


def write_literal(text: str) -> str:
    """Text inside a formula, in pieces that a spreadsheet accepts."""
    size = _LONGEST_LITERAL // 2  # a quotation mark counts twice
    text = typeset(text)
    pieces = [text[start : start + size] for start in range(0, len(text), size)] or [""]
    return "&".join('"{}"'.format(piece.replace('"', '""')) for piece in pieces)


def _in_margin(text: str) -> str:
    """Text for a page's margin, where & commands; short enough for the format."""
    return typeset(text[:100]).replace("&", "&&")
