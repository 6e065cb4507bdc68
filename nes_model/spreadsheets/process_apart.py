"""Files from strangers, read in a process apart: whatever a file does to its reader, the server goes on.

The library that reads workbooks is native code, and reading text takes time: a child process has a limit of memory and
one of time. Where the system sets no limit of memory (Windows), the survey of the sheet alone guards it.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from concurrent.futures import TimeoutError as TooLongError
from dataclasses import dataclass, replace

from pebble import ProcessExpired

from nes_model.money import format_number
from nes_model.spreadsheets.child_processes import ChildProcesses, TooManyError
from nes_model.spreadsheets.detection import read_content
from nes_model.spreadsheets.sheet_survey import MOST_CELLS, MOST_ROWS
from nes_model.spreadsheets.table import HasTitles, Row, Table, refuse

MEMORY = 512 * 1024 * 1024  # bytes of a child
MOST_TEXT = 5_000_000  # characters of all the cells, as many as a CSV file may have: a small workbook may hold far more
MOST_IN_A_CELL = 32_767  # characters, as Excel has them: looking through more of them at once holds everyone up
MOST_BLANK = 20_000  # rows in a row: a sheet that goes on for a million empty rows is read to its last written one
_NICENESS = 10  # the processor serves pages first
_FILES_PER_CHILD = 100  # then it is replaced, with all that it may have kept
_TOO_HEAVY = (
    "sa lecture demande trop de mémoire ou de temps. Gardez les seules lignes et colonnes utiles, "
    "ou enregistrez-le en CSV."
)
_TOO_LARGE = (
    f"le tableau est trop grand : {format_number(MOST_CELLS)} cases remplies et {format_number(MOST_TEXT)} caractères "
    "au plus. Gardez les seules colonnes utiles."
)
_TOO_MANY = "trop de fichiers sont lus à la fois. Recommencez dans un instant."


def _limit() -> None:
    """Take no more memory than a file may ask for, and give way to the pages."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(_NICENESS)


@dataclass
class ReaderPool(ChildProcesses):
    """Child processes that read one file after the other."""

    prepare: Callable[[], None] = _limit
    children: int = 2
    waiting: int = 8
    seconds: float = 15
    of_one: int = 6
    works_of_a_child: int = _FILES_PER_CHILD

    def read(self, content: bytes, has_titles: HasTitles, sender: str = "") -> Table:
        """As `read_content`, by a child; `has_titles` is a function of a module, that it can import.

        Args:
            content: the file.
            has_titles: whether cells are the titles looked for.
            sender: whoever sent it, if that is known.

        Raises:
            InvalidInputError: as `read_content`; or the file takes too much, or too many are being read.
        """
        try:
            with self.submit(_read, content, has_titles, sender=sender) as reading:
                return reading.result()
        except TooManyError as error:
            raise refuse(_TOO_MANY) from error
        except (ProcessExpired, BrokenExecutor, TooLongError, MemoryError) as error:
            raise refuse(_TOO_HEAVY) from error


READERS = ReaderPool()


def _read(content: bytes, has_titles: HasTitles) -> Table:
    """What goes from one process to the other: a table whose rows are all read."""
    table = read_content(content, has_titles)
    return replace(table, rows=iter(_take_written(table)))


def _take_written(table: Table) -> list[Row]:
    """The rows up to the last that holds something, or to one more than are ever accepted; the blank ones are told."""
    rows: list[Row] = []
    blank: list[Row] = []
    written = cells = characters = 0
    for row in table.rows:
        cells += sum(map(bool, row.cells))
        characters += sum(map(len, row.cells))
        if cells > MOST_CELLS or characters > MOST_TEXT:  # the server would hold it all, for as long as the visit lasts
            raise refuse(_TOO_LARGE)
        if max(map(len, row.cells), default=0) > MOST_IN_A_CELL:
            raise refuse(f"une case dépasse {format_number(MOST_IN_A_CELL)} caractères. Raccourcissez-la.", row.number)
        if not row.is_blank:
            if len(blank) > MOST_BLANK:
                raise refuse(
                    f"plus de {format_number(MOST_BLANK)} lignes vides se suivent. Supprimez-les.", blank[0].number
                )
            rows += [*blank, row]
            blank.clear()
            written += 1
            if written > MOST_ROWS:
                return rows
        elif len(blank) <= MOST_BLANK:
            blank.append(Row(row.number, []))
    return [*rows, *blank[:MOST_BLANK]]
