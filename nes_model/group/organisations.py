"""A table of organisations: rows in the order they came, each a scenario or what is wrong with it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from nes_model.catalogue.edition import Edition
from nes_model.group.columns import parse_titles
from nes_model.group.counted_twice import CountedTwice
from nes_model.group.rows import Fault, RowReader
from nes_model.group.second_titles import rows_under_titles
from nes_model.group.terms import Terms
from nes_model.group.title_names import has_category
from nes_model.money import format_number
from nes_model.scenario.names import read_typed
from nes_model.scenario.scenario import Scenario
from nes_model.spreadsheets.detection import ReadTable, read_content, read_table
from nes_model.spreadsheets.sheet_survey import MOST_ROWS
from nes_model.spreadsheets.table import Row, Table, list_first, refuse
from nes_model.spreadsheets.zip_limits import MOST_BYTES

LIMITS = (
    f"Fichier CSV ou XLSX de {MOST_BYTES // 1_000_000} Mo et de {format_number(MOST_ROWS)} organisations au plus. "
    "Il se lit en quelques secondes."
)
MOST_TYPED = 300  # rows added to a table on the page
MOST_BAD_ROWS = 1_000  # of a file given to a page: past it, another file was meant


@dataclass(frozen=True, slots=True)
class Limits:
    """How many rows are read, and how many bad ones before reading stops."""

    rows: float = math.inf
    bad_rows: float = math.inf


_TO_FILL = "(à remplir)"  # a cell that cannot be read is no empty one, in the result as in the file
_NO_LIMIT, _AS_PUBLISHED = Limits(), Terms()


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing to correct, in one cell."""

    row: int
    column: str
    read: str
    message: str

    def __str__(self) -> str:
        place = f"Ligne {self.row}, colonne {self.column}" if self.column else f"Ligne {self.row}"
        return f"{place} : {self.message}"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A row of the table, as it was written and as it is understood."""

    row: int
    cells: tuple[str, ...]  # of the columns that are kept
    scenario: Scenario | None
    problems: tuple[CellProblem, ...] = ()
    name: str = ""  # what it calls itself, or what stands for a name
    is_hidden: bool = False  # in a row that the spreadsheet does not show
    beyond: tuple[str, ...] = ()  # what is written past the last column that has a title


class Organisations:
    """The organisations of a table, read one by one, once; what is to be said of all of them comes after."""

    def __init__(self, table: Table, edition: Edition, terms: Terms = _AS_PUBLISHED, most: Limits = _NO_LIMIT):
        self.terms = terms
        self.expected = table.height  # about how many there are, when that is known
        self._table, self._most = table, most
        self._layout = parse_titles(table, edition)
        self._reader = RowReader(self._layout, edition, terms)
        self._source = rows_under_titles(table, self._layout, edition)
        self._stopped_at = 0  # the row past which nothing is read
        self._hidden: list[int] = []
        self._blank: list[int] = []
        self._twice = CountedTwice()

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the columns that are kept."""
        return self._layout.titles

    def __iter__(self) -> Iterator[Organisation]:
        """Read the rows.

        Raises:
            InvalidInputError: the file cannot be read further, or has too many rows.
        """
        bad = 0
        for count, row in enumerate(self._rows(), start=1):
            if count > self._most.rows:
                raise refuse(
                    f"plus de {format_number(MOST_ROWS)} organisations. Découpez le tableau en plusieurs fichiers."
                )
            read = self._organisation(row)
            bad += bool(read.problems)
            yield read
            if bad >= self._most.bad_rows:
                self._stopped_at = row.number
                return

    @property
    def remarks(self) -> tuple[str, ...]:
        """What must be known of the rows read so far: nothing is left out, or counted twice, in silence."""
        return (*self._table.remarks, *self._layout.remarks, *self._about_rows())

    @property
    def is_cut_short(self) -> bool:
        """Whether so many rows were wrong that those after them were not read."""
        return bool(self._stopped_at)

    def _about_rows(self) -> Iterator[str]:
        if self._stopped_at:
            yield (
                f"{format_number(MOST_BAD_ROWS)} lignes sont à corriger : la lecture s'est arrêtée à la ligne "
                f"{self._stopped_at}. Les lignes suivantes ne sont ni lues ni comptées."
            )
        if self._hidden:
            which, them = (
                ("lignes masquées dans le classeur sont lues et comptées", "les")
                if len(self._hidden) > 1
                else ("ligne masquée dans le classeur est lue et comptée", "la")
            )
            rows = list_first([str(row) for row in self._hidden])
            yield f"{len(self._hidden)} {which} : {rows}. Pour ne pas {them} compter, retirez-{them} du classeur."
        if self._blank:
            which = "lignes vides sont laissées" if len(self._blank) > 1 else "ligne vide est laissée"
            yield f"{len(self._blank)} {which} de côté : {list_first([str(row) for row in self._blank])}."
        yield from self._twice.remarks()

    def _rows(self) -> Iterator[Row]:
        for row in self._source:
            if row.is_blank:
                self._blank.append(row.number)
                continue
            if row.is_hidden:
                self._hidden.append(row.number)
            yield row

    def _organisation(self, row: Row) -> Organisation:
        scenario, faults = self._reader.read(row)
        width = self._layout.width
        cells = row.cells + [""] * (width - len(row.cells)) if len(row.cells) < width else row.cells
        if row.faults:
            unread = row.faults.keys() & self._layout.places.values()
            cells = [_TO_FILL if place in unread and not cell else cell for place, cell in enumerate(cells)]
        kept = tuple([cells[place] for place in self._layout.kept])
        beyond = tuple(cells[width:]) if len(cells) > width and any(map(str.strip, cells[width:])) else ()
        if scenario:
            self._twice.notice(row.number, scenario, kept)
        problems = tuple([self._problem(row, fault) for fault in faults])
        return Organisation(row.number, kept, scenario, problems, self._name(row), row.is_hidden, beyond)

    def _name(self, row: Row) -> str:
        place = self._layout.places.get("libelle", len(row.cells))
        return read_typed(row.cells[place]) if place < len(row.cells) else ""

    def _problem(self, row: Row, fault: Fault) -> CellProblem:
        place = self._layout.places.get(fault.word)
        read = row.cells[place].strip() if place is not None and place < len(row.cells) else ""
        return CellProblem(row.number, self._layout.title(fault.word) if fault.word else "", read, fault.message)


def read_organisations(
    content: bytes, edition: Edition, terms: Terms = _AS_PUBLISHED, read: ReadTable = read_content
) -> Organisations:
    """The organisations of a file that someone gave, within limits.

    Args:
        content: the file.
        edition: what its rows are checked against.
        terms: the readings and supposed tariffs of the whole group.
        read: how its table is read; a server has it read by a process apart (`ReaderPool.read`).

    Raises:
        InvalidInputError: the file as a whole cannot be used; bad rows are told row by row.
    """
    if len(content) > MOST_BYTES:
        raise refuse("le fichier dépasse 5 Mo. Découpez-le, ou gardez les seules colonnes utiles.")
    table = read(content, has_category)
    height = table.height or content.count(b"\n")
    return Organisations(replace(table, height=height), edition, terms, Limits(MOST_ROWS, MOST_BAD_ROWS))


def stream_organisations(stream: BinaryIO, edition: Edition, terms: Terms = _AS_PUBLISHED) -> Organisations:
    """The organisations of a file of any size, if it is a CSV."""
    return Organisations(read_table(stream, has_category), edition, terms)
