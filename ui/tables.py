"""A table that a screen reader can walk: a caption, headers with their scope, figures aligned.

Every text is escaped here, and nowhere else does data become HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header, and whether it holds figures."""

    header: str
    is_figure: bool = False


def show(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], total: Sequence[str] = ()) -> None:
    """Show a table; the first cell of a row names it. A line break in a cell starts a second, quieter line."""
    head = "".join(f'<th scope="col"{_class(column)}>{escape(column.header)}</th>' for column in columns)
    body = "".join(_row(row, columns) for row in rows)
    foot = f"<tfoot>{_row(total, columns)}</tfoot>" if total else ""
    st.html(
        f'<div class="nes-table" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table></div>"
    )


def _row(cells: Sequence[str], columns: Sequence[Column]) -> str:
    name, *others = zip(cells, columns, strict=True)
    rest = "".join(
        f'<td{_class(column)} data-label="{escape(column.header)}">{_lines(cell)}</td>' for cell, column in others
    )
    return f'<tr><th scope="row">{_lines(name[0])}</th>{rest}</tr>'


def _lines(text: str) -> str:
    first, *others = text.split("\n")
    return escape(first) + "".join(f"<small>{escape(line)}</small>" for line in others)


def _class(column: Column) -> str:
    return ' class="figure"' if column.is_figure else ""
