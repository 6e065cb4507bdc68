"""A table that a screen reader can walk: a caption, headers with their scope, figures aligned.

Every text is escaped here, and nowhere else does data become HTML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as html_escape

import streamlit as st

from nes_model.french import space


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header, whether it holds figures, and what the style sheet calls it."""

    header: str
    is_figure: bool = False
    css: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than text."""

    text: str
    said: str = ""  # the words for a symbol: always read aloud, and shown where there is room
    more: str = ""  # the rest of the text: always read aloud, and shown where there is room
    address: str = ""  # where the text leads, within the application


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading of their own; without a label, none is shown."""

    label: str
    rows: Sequence[Sequence[str | Cell]]
    is_minor: bool = False


def show(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str]], total: Sequence[str] = ()) -> None:
    """Show a table; the first cell of a row names it. A line break in a cell starts a second, quieter line."""
    foot = f"<tfoot>{_row(total, columns)}</tfoot>" if total else ""
    st.html(_region(caption, "nes-table", columns, _section(Section("", rows), columns) + foot))


def show_side_by_side(
    tables: Sequence[tuple[str, Sequence[Section]]], columns: Sequence[Column], css: str, group: str
) -> None:
    """Show tables that share their columns, side by side where there is room.

    Args:
        tables: each table's caption and its sections.
        columns: of every table.
        css: what the style sheet calls such a table.
        group: what the style sheet calls all of them together.
    """
    html = "".join(
        _region(caption, f"nes-table {css}", columns, "".join(_section(section, columns) for section in sections))
        for caption, sections in tables
    )
    st.html(f'<div class="{_text(group)}">{html}</div>')


def _region(caption: str, css: str, columns: Sequence[Column], body: str) -> str:
    head = "".join(f'<th scope="col"{_class(column)}>{_cell(column.header)}</th>' for column in columns)
    return (
        f'<div class="{_text(css)}" role="region" tabindex="0" aria-label="{_text(caption)}"><table>'
        f"<caption>{_text(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead>{body}</table></div>"
    )


def _section(section: Section, columns: Sequence[Column]) -> str:
    rows = "".join(_row(row, columns) for row in section.rows)
    if not section.label:
        return f"<tbody>{rows}</tbody>"
    css = "heading minor" if section.is_minor else "heading"
    heading = f'<th scope="rowgroup" colspan="{len(columns)}">{_text(section.label)}</th>'
    return f'<tbody><tr class="{css}">{heading}</tr>{rows}</tbody>'


def _row(cells: Sequence[str | Cell], columns: Sequence[Column]) -> str:
    name, *others = zip(cells, columns, strict=True)
    rest = "".join(
        f'<td{_class(column)} data-label="{_text(_first_line(column.header))}">{_cell(cell)}</td>'
        for cell, column in others
    )
    return f'<tr><th scope="row"{_class(name[1])}>{_cell(name[0])}</th>{rest}</tr>'


def _cell(cell: str | Cell) -> str:
    if isinstance(cell, str):
        first, *others = cell.split("\n")
        return _text(first) + "".join(f"<small>{_text(line)}</small>" for line in others)
    text = f'<span aria-hidden="true">{_text(cell.text)}</span>' if cell.said else _text(cell.text)
    said = f' <span class="said">{_text(cell.said)}</span>' if cell.said else ""
    more = f'<span class="more">{_text(cell.more)}</span>' if cell.more else ""
    if not cell.address:
        return f"{text}{more}{said}"
    return f'<a href="{html_escape(cell.address)}" target="_self">{text}{more}</a>{said}'


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _class(column: Column) -> str:
    names = " ".join(name for name in (column.css, "figure" if column.is_figure else "") if name)
    return f' class="{_text(names)}"' if names else ""


def _text(text: str) -> str:
    """Data as HTML shows it, never as HTML, with French spaces."""
    return html_escape(space(text))
