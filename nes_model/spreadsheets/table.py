"""A table as it was read: a row of titles, then rows of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nes_model.problems import InvalidInputError, Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row, numbered as a spreadsheet numbers it."""

    number: int
    cells: list[str]
    faults: dict[int, str] = field(default_factory=dict)  # column index → why what is in the cell cannot be used

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not self.faults and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The titles, the rows that follow them, and what must be said of how they were read."""

    titles: Row
    rows: Iterator[Row]
    remarks: tuple[str, ...] = ()
    height: int = 0  # rows in all, when that is known before reading them


def table_of(rows: Iterator[Row], remarks: tuple[str, ...] = (), height: int = 0) -> Table:
    """The first row that is not blank holds the titles.

    Raises:
        InvalidInputError: nothing is written anywhere.
    """
    titles = next((row for row in rows if not row.is_blank), None)
    if titles is None:
        raise refusal("le tableau est vide. Sa première ligne porte les titres des colonnes.")
    return Table(titles, rows, remarks, height)


def refusal(message: str, row: int | None = None) -> InvalidInputError:
    """Why a whole file cannot be used."""
    return InvalidInputError([Problem(message if row is None else f"ligne {row} : {message}")])
