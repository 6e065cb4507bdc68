"""A second row of titles, under or above the one that holds the category: what it names would be lost."""

from collections.abc import Iterator
from itertools import chain

from nes_model.catalogue.category_names import find_categories
from nes_model.catalogue.edition import Edition
from nes_model.group.columns import Layout
from nes_model.group.title_names import CATEGORY, find_counted_words, find_word, list_titles
from nes_model.problems import InvalidInputError, Problem, cite
from nes_model.spreadsheets.table import Row, Table, list_first, name_column

_FEWEST = 2  # cells of a row of titles


def take_rows_under_titles(table: Table, layout: Layout, edition: Edition) -> Iterator[Row]:
    """The rows of a table, once it is known that its columns have their titles in one row.

    Raises:
        InvalidInputError: the row above the titles, or the first one under them, has those of other columns.
    """
    usual, seen = list_titles(edition), list[Row]()
    for row in table.above[-1:]:
        if lost := _list_lost_above(row, table.titles, usual):
            raise InvalidInputError([_explain(table.titles, row, lost)])
    for row in table.rows:
        seen.append(row)
        if not row.is_blank:
            if lost := _list_lost_under(row, layout, usual, edition):
                raise InvalidInputError([_explain(table.titles, row, lost)])
            break
    return chain(seen, table.rows)


def _list_lost_above(row: Row, titles: Row, usual: dict[str, str]) -> list[int]:
    """The columns whose title is in this row only; a single cell is the name of the table."""
    named = [index for index, cell in enumerate(row.cells) if cell.strip()]
    if len(named) < _FEWEST:
        return []
    lost = {index: find_word(row.cells[index], usual) for index in named if not _cell(titles, index)}
    return [index for index, word in lost.items() if word] if set(lost.values()) - {None, "libelle"} else []


def _list_lost_under(row: Row, layout: Layout, usual: dict[str, str], edition: Edition) -> list[int]:
    """The columns whose title is in this row only; none when the row is an organisation's."""
    category, others = layout.places[CATEGORY], set(layout.places.values()) - {layout.places[CATEGORY]}
    titled = {
        index: _names_a_column(cell, usual)
        for index, cell in enumerate(row.cells)
        if cell.strip() and index != category
    }
    if find_categories(_cell(row, category), edition) or not all(titled.get(index, True) for index in others):
        return []
    return [index for index, is_title in titled.items() if is_title and index not in others]


def _names_a_column(cell: str, usual: dict[str, str]) -> bool:
    return find_word(cell, usual) is not None or bool(find_counted_words(cell, usual))


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


def _explain(titles: Row, row: Row, lost: list[int]) -> Problem:
    first, last = sorted((titles.number, row.number))
    named = list_first([f"{cite(row.cells[index])} ({name_column(index)}{row.number})" for index in lost])
    return Problem(
        f"les titres sont sur deux lignes, {first} et {last} : {named}. "
        f"Écrivez-les tous sur une seule ligne, celle de « {CATEGORY} »."
    )
