"""A table as it was read: a row of titles, then rows of text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from nes_model.french import write_count
from nes_model.money import format_number
from nes_model.problems import InvalidInputError, Problem

MOST_COLUMNS = 200
MOST_ABOVE = 20  # rows among which the titles are looked for: a file of an administration opens on a name and a date
MOST_NAMED = 10
LOCKED = "le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe."


@dataclass(frozen=True, slots=True)
class Row:
    """One row, numbered as a spreadsheet numbers it."""

    number: int
    cells: list[str]
    faults: dict[int, str] = field(default_factory=dict)  # column index → why what is in the cell cannot be used
    fault: str = ""  # why nothing of the row can be used
    is_hidden: bool = False  # the spreadsheet does not show it

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not self.faults and not self.fault and not any(cell.strip() for cell in self.cells)

    @property
    def width(self) -> int:
        """How many cells are written."""
        return sum(bool(cell.strip()) for cell in self.cells)


HasTitles = Callable[[Sequence[str]], bool]  # whether cells are the titles that the reader looks for


@dataclass(frozen=True, slots=True)
class Table:
    """The titles, the rows that follow them, and what must be said of how they were read."""

    titles: Row
    rows: Iterator[Row]
    remarks: tuple[str, ...] = ()
    height: int = 0  # rows in all, when that is known before reading them
    sheets: tuple[str, ...] = ()  # where the titles were looked for, when a file has several places
    hidden_columns: frozenset[int] = frozenset()  # their indexes: the spreadsheet does not show them
    above: tuple[Row, ...] = ()  # what is written above the titles


def find_titles(rows: Iterator[Row], has_titles: HasTitles) -> tuple[list[Row], Row | None]:
    """The rows down to that of the titles, and that one; None when none of the first rows has them."""
    seen: list[Row] = []
    written = 0
    for row in rows:
        seen.append(row)
        if row.is_blank:
            continue
        if not row.fault and has_titles(row.cells):
            return seen, row
        written += 1
        if written == MOST_ABOVE:
            break
    return seen, None


def find_table(rows: Iterator[Row], has_titles: HasTitles) -> Table:
    """The titles, wherever they are among the first rows, and what is under them.

    When no row has the titles, the first of the fullest stands for them: whoever reads them says what they lack.

    Raises:
        InvalidInputError: nothing is written anywhere, or there are too many columns.
    """
    seen, found = find_titles(rows, has_titles)
    written = [row for row in seen if not row.is_blank]
    if not written:
        raise refuse("le tableau est vide. Sa première ligne porte les titres des colonnes.")
    titles = found or max(written, key=lambda row: row.width)
    _refuse_width(titles)
    above = tuple(written[: written.index(titles)])
    remarks = (_tell_above(above, titles),) if found and above else ()
    return Table(titles, chain(seen[seen.index(titles) + 1 :], rows), remarks, above=above)


def name_column(index: int) -> str:
    """A column as a spreadsheet names it: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def list_first(words: Sequence[str], most: int = MOST_NAMED, count: int = 0) -> str:
    """The first ones, and how many more: "3, 5 et 312 autres".

    Args:
        words: all of them, or at least the first ones.
        most: how many are named.
        count: how many there are, when these are not all.
    """
    more = max(count, len(words)) - most
    return ", ".join(words[:most]) + (f" et {write_count(more, 'autre')}" if more > 0 else "")


def refuse(message: str, row: int | None = None) -> InvalidInputError:
    """What is raised when a whole file cannot be used, and why."""
    return InvalidInputError([Problem(message if row is None else f"ligne {row} : {message}")])


def _tell_above(rows: Sequence[Row], titles: Row) -> str:
    numbers = list_first([str(row.number) for row in rows])
    which = (
        f"les lignes {numbers}, au-dessus, ne sont pas lues"
        if len(rows) > 1
        else f"la ligne {numbers}, au-dessus, n'est pas lue"
    )
    return f"Les titres sont à la ligne {titles.number} ; {which}."


def _refuse_width(titles: Row) -> None:
    width = max((index for index, cell in enumerate(titles.cells, start=1) if cell.strip()), default=0)
    if width > MOST_COLUMNS:
        raise refuse(
            f"le tableau a {format_number(width)} colonnes : {MOST_COLUMNS} au plus. Gardez les seules colonnes utiles."
        )
