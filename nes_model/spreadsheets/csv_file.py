"""A CSV file, row by row: semicolons, commas or tabs, cells between quotation marks."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from typing import BinaryIO

from nes_model.spreadsheets.encoding import encoding_of
from nes_model.spreadsheets.table import Row, Table, refusal, table_of

MOST_CHARACTERS = 20_000  # in a cell: past it, a quotation mark is missing
_SEPARATORS = (";", ",", "\t")
_HEAD = 20_000  # characters in which the titles are looked for
_TOO_LONG = "une case dépasse 20 000 caractères. Il manque sans doute un guillemet fermant."
_BADLY_QUOTED = (
    "des guillemets sont mal placés. Une case entre guillemets se ferme par un guillemet, avant le séparateur ou la "
    "fin de ligne ; un guillemet dans le texte s'écrit deux fois."
)
_DECLARED = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # the line that Excel reads and hides


def read_delimited(stream: BinaryIO) -> Table:
    """The table of a CSV file.

    Raises:
        InvalidInputError: it is not text, or holds no titles. A badly quoted row raises it when it is reached.
    """
    text = io.TextIOWrapper(stream, encoding_of(stream), newline="")
    head = text.read(_HEAD)
    text.seek(0)
    first_line = head.partition("\n")[0]
    declared = _DECLARED.fullmatch(first_line.strip("\r"))
    if declared:
        text.readline()
    return table_of(_rows(text, declared.group(1) if declared else _separator(head)))


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[Row]:
    csv.field_size_limit(MOST_CHARACTERS)
    reader = csv.reader(text, delimiter=separator, strict=True)
    try:
        for number in count(1):
            cells = next(reader, None)
            if cells is None:
                return
            yield Row(number, cells)
    except csv.Error as error:
        raise refusal(_TOO_LONG if "field limit" in str(error) else _BADLY_QUOTED, number) from error
    finally:
        with suppress(ValueError):  # the file may be closed already
            text.detach()  # it belongs to whoever opened it


def _separator(head: str) -> str:
    """The one that cuts the titles in the most cells."""
    return max(_SEPARATORS, key=lambda separator: _width(head, separator))


def _width(head: str, separator: str) -> int:
    try:
        titles = next((cells for cells in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if cells), [])
    except csv.Error:
        return 0
    return len(titles)
