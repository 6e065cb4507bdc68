"""A table of organisations: rows in the order they came, each a scenario or what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from nes_model.catalogue.edition import Edition
from nes_model.group.columns import parse_titles
from nes_model.group.counted_twice import CountedTwice
from nes_model.group.noticed_rows import NoticedRows
from nes_model.group.rows import ColumnFault, RowReader
from nes_model.group.second_titles import take_rows_under_titles
from nes_model.group.terms import Terms
from nes_model.group.title_names import has_category
from nes_model.money import format_number
from nes_model.scenario.names import clean_name
from nes_model.scenario.scenario import Scenario
from nes_model.spreadsheets.detection import ReadTable, read_content, read_table
from nes_model.spreadsheets.sheet_survey import MOST_ROWS
from nes_model.spreadsheets.table import Row, Table, refuse
from nes_model.spreadsheets.zip_limits import MOST_BYTES

LIMITS = (
    f"Fichier CSV ou XLSX de {MOST_BYTES // 1_000_000} Mo et de {format_number(MOST_ROWS)} organisations au plus. "
    "Il se lit en quelques secondes."
)
MOST_TYPED = 300  # rows added to a table on the page
MOST_BAD_ROWS = 1_000  # of a file given to a page: past it, another file was meant


_TO_FILL = "(à remplir)"  # a cell that cannot be read is no empty one, in the result as in the file
_AS_PUBLISHED = Terms()


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

    def __init__(self, table: Table, edition: Edition, terms: Terms = _AS_PUBLISHED, *, is_limited: bool = False):
        self.terms = terms
        self.expected = table.height  # about how many there are, when that is known
        self._table, self._is_limited = table, is_limited
        self._layout = parse_titles(table, edition)
        self._reader = RowReader(self._layout, edition, terms)
        self._source = take_rows_under_titles(table, self._layout, edition)
        self._stopped_at = 0  # the row past which nothing is read
        self._hidden = NoticedRows(
            "{count} ligne masquée dans le classeur est lue et comptée : {rows}. "
            "Pour ne pas la compter, retirez-la du classeur.",
            "{count} lignes masquées dans le classeur sont lues et comptées : {rows}. "
            "Pour ne pas les compter, retirez-les du classeur.",
        )
        self._blank = NoticedRows(
            "{count} ligne vide est laissée de côté : {rows}.", "{count} lignes vides sont laissées de côté : {rows}."
        )
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
            if self._is_limited and count > MOST_ROWS:
                raise refuse(
                    f"plus de {format_number(MOST_ROWS)} organisations. Découpez le tableau en plusieurs fichiers."
                )
            read = self._organisation(row)
            bad += bool(read.problems)
            yield read
            if self._is_limited and bad >= MOST_BAD_ROWS:
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
        yield from self._hidden.tell()
        yield from self._blank.tell()
        yield from self._twice.tell()

    def _rows(self) -> Iterator[Row]:
        """The rows where something is written, each at least as wide as the titles."""
        for row in self._source:
            if row.is_blank:
                self._blank.add(row.number)
                continue
            if row.is_hidden:
                self._hidden.add(row.number)
            missing = self._layout.width - len(row.cells)
            yield replace(row, cells=row.cells + [""] * missing) if missing > 0 else row

    def _organisation(self, row: Row) -> Organisation:
        scenario, faults = self._reader.read(row)
        cells, width = row.cells, self._layout.width
        if row.faults:
            unread = row.faults.keys() & self._layout.places.values()
            cells = [_TO_FILL if place in unread and not cell else cell for place, cell in enumerate(cells)]
        kept = tuple([cells[place] for place in self._layout.kept])
        beyond = tuple(cells[width:]) if any(map(str.strip, cells[width:])) else ()
        if scenario:
            self._twice.notice(row.number, scenario, kept)
        problems = tuple([self._problem(row, fault) for fault in faults])
        return Organisation(row.number, kept, scenario, problems, self._name(row), row.is_hidden, beyond)

    def _name(self, row: Row) -> str:
        place = self._layout.places.get("libelle")
        return "" if place is None else clean_name(row.cells[place])

    def _problem(self, row: Row, fault: ColumnFault) -> CellProblem:
        place = self._layout.places.get(fault.word)
        read = "" if place is None else row.cells[place].strip()
        return CellProblem(row.number, self._layout.find_title(fault.word), read, fault.message)


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
        megabytes = MOST_BYTES // 1_000_000
        raise refuse(f"le fichier dépasse {megabytes} Mo. Découpez-le, ou gardez les seules colonnes utiles.")
    table = read(content, has_category)
    height = table.height or content.count(b"\n")
    return Organisations(replace(table, height=height), edition, terms, is_limited=True)


def stream_organisations(stream: BinaryIO, edition: Edition, terms: Terms = _AS_PUBLISHED) -> Organisations:
    """The organisations of a file of any size, if it is a CSV."""
    return Organisations(read_table(stream, has_category), edition, terms)
