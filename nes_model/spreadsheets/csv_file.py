"""A CSV file, row by row: semicolons, commas or tabs, cells between quotation marks."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, islice
from typing import BinaryIO

from nes_model.spreadsheets.encoding import find_encoding
from nes_model.spreadsheets.table import MOST_ABOVE, HasTitles, Row, Table, find_table, find_titles, refuse

MOST_CHARACTERS = 20_000  # in a cell: past it, a quotation mark is missing
_MOST_BADLY_QUOTED = 1_000  # rows; past it, it is no table
_SEPARATORS = (";", ",", "\t")
_HEAD = 20_000  # characters in which the titles are looked for
_TOO_LONG = "une case dépasse 20 000 caractères. Il manque sans doute un guillemet fermant."
_BADLY_QUOTED = (
    "des guillemets sont mal placés. Une case entre guillemets se ferme par un guillemet, avant le séparateur ou la "
    "fin de ligne ; un guillemet dans le texte s'écrit deux fois."
)
# The line that Excel reads and hides, which other tools write between quotation marks.
_DECLARED = re.compile(r'"?sep=([^"])"?\s*', re.IGNORECASE)


def read_delimited(stream: BinaryIO, has_titles: HasTitles) -> Table:
    """The table of a CSV file.

    Raises:
        InvalidInputError: it is not text, or holds nothing. Too many badly quoted rows raise it when they are reached.
    """
    text = io.TextIOWrapper(stream, find_encoding(stream), newline="")
    head = text.read(_HEAD)
    text.seek(0)
    first_line = re.split(r"[\r\n]", head, maxsplit=1)[0]
    declared = _DECLARED.fullmatch(first_line)
    if declared:
        text.readline()
    separator = declared.group(1) if declared else _separator(head, has_titles)
    return find_table(_rows(text, separator), has_titles)


class _Lines:
    """The lines of a text, which can be gone back over: a row that is badly quoted costs its first line only."""

    def __init__(self, text: Iterator[str]):
        self._text = text
        self._again: deque[str] = deque()
        self._read: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._text)
        self._read.append(line)
        return line

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self._read.clear()

    def give_back(self) -> str:
        """The first line of this row; those after it will be read again."""
        first, *others = self._read
        self._again.extendleft(reversed(others))
        return first


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[Row]:
    csv.field_size_limit(MOST_CHARACTERS)
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    bad = 0
    try:
        for number in count(1):
            lines.begin_row()
            try:
                cells = next(reader, None)
            except csv.Error as error:
                bad += 1
                fault = _TOO_LONG if "field limit" in str(error) else _BADLY_QUOTED
                if bad > _MOST_BADLY_QUOTED:
                    raise refuse(fault, number) from error
                yield Row(number, lines.give_back().rstrip("\r\n").split(separator), fault=fault)
                reader = csv.reader(lines, delimiter=separator, strict=True)
                continue
            if cells is None:
                return
            yield Row(number, cells)
    finally:
        with suppress(ValueError):  # the file may be closed already
            text.detach()  # it belongs to whoever opened it


def _separator(head: str, has_titles: HasTitles) -> str:
    """The one under which the titles are found; of several, the one that cuts the most rows as it cuts the titles."""
    return max(_SEPARATORS, key=lambda separator: _likelihood(head, separator, has_titles))


def _likelihood(head: str, separator: str, has_titles: HasTitles) -> tuple[bool, int, int]:
    """Whether the titles are found, how many rows are as wide as them, and how wide; a note may have commas."""
    cut: list[list[str]] = []
    with suppress(csv.Error):
        cut += islice(csv.reader(io.StringIO(head, newline=""), delimiter=separator), 2 * MOST_ABOVE)
    _, titles = find_titles((Row(number, cells) for number, cells in enumerate(cut, start=1)), has_titles)
    if titles is None:
        return False, 0, max(map(len, cut), default=0)
    width = len(titles.cells)
    return True, sum(len(each) == width for each in cut), width
