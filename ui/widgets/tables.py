"""A table that a screen reader can walk: a caption, headers with their scope, figures aligned.

Every text is escaped here, and nowhere else does data become HTML. Roles are written out: on a narrow screen the style
sheet makes blocks of rows, of which some browsers no longer make a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as html_escape

import streamlit as st

from nes_model.french import space


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header, whether it holds figures, what the style sheet calls it, the unit of its figures."""

    header: str
    is_figure: bool = False
    css: str = ""
    unit: str = ""


COSTS = (Column("1re année", is_figure=True), Column("Ensuite, par an", is_figure=True))  # of what is paid


@dataclass(frozen=True, slots=True)
class RichCell:
    """A cell that is more than text."""

    text: str
    said: str = ""  # the words for a symbol: always read aloud, and shown where there is room
    more: str = ""  # the rest of the text: always read aloud, and shown where there is room
    address: str = ""  # where the text leads, within the application


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading of their own; without a label, none is shown."""

    label: str
    rows: Sequence[Sequence[str | RichCell]]
    is_minor: bool = False


def show(
    caption: str, columns: Sequence[Column], rows: Sequence[Sequence[str | RichCell]], total: Sequence[str] = ()
) -> None:
    """Show a table; the first cell of a row names it. A line break in a cell starts a second, quieter line."""
    foot = f'<tfoot role="rowgroup">{_row(total, columns)}</tfoot>' if total else ""
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
        _sections(caption, sections, columns, f"nes-table {css}", f"{group}-{number}")
        for number, (caption, sections) in enumerate(tables)
    )
    st.html(f'<div class="{_text(group)}">{html}</div>')


def _sections(caption: str, sections: Sequence[Section], columns: Sequence[Column], css: str, name: str) -> str:
    table = name if any(section.label for section in sections) else ""
    body = "".join(
        _section(section, columns, table, f"{table}-section-{number}") for number, section in enumerate(sections)
    )
    return _region(caption, css, columns, body, table)


def _region(caption: str, css: str, columns: Sequence[Column], body: str, table: str = "") -> str:
    names = [table and f"{table}-column-{number}" for number in range(len(columns))]
    head = "".join(
        f'<th scope="col" role="columnheader"{_id(name)}{_class(column)}>{_head(column)}</th>'
        for name, column in zip(names, columns, strict=True)
    )
    return (
        f'<div class="{_text(css)}" role="region" tabindex="0" aria-label="{_text(caption)}"><table role="table">'
        f"<caption>{_text(caption)}</caption>"
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{body}</table></div>'
    )


def _section(section: Section, columns: Sequence[Column], table: str = "", name: str = "") -> str:
    """Rows under their heading; in a table of several sections, which has a name, cells name each of their headers."""
    above = name if section.label else ""
    rows = "".join(_row(row, columns, table, above, f"{name}-row-{line}") for line, row in enumerate(section.rows))
    if not section.label:
        return f'<tbody role="rowgroup">{rows}</tbody>'
    css = "heading minor" if section.is_minor else "heading"
    span = f'scope="rowgroup" role="rowheader" colspan="{len(columns)}"'
    heading = f"<th {span}{_id(table and name)}>{_text(section.label)}</th>"
    return f'<tbody role="rowgroup"><tr role="row" class="{css}">{heading}</tr>{rows}</tbody>'


def _row(
    cells: Sequence[str | RichCell], columns: Sequence[Column], table: str = "", section: str = "", row: str = ""
) -> str:
    name, *others = zip(cells, columns, strict=True)
    rest = "".join(
        f'<td role="cell"{_headers(f"{table}-column-{number}", section, row) if table else ""}{_class(column)} '
        f'data-label="{_text(_short_head(column))}">{_cell(cell)}</td>'
        for number, (cell, column) in enumerate(others, 1)
    )
    head = f'<th scope="row" role="rowheader"{_id(table and row)}{_class(name[1])}>{_cell(name[0])}</th>'
    return f'<tr role="row">{head}{rest}</tr>'


def _id(name: str) -> str:
    return f' id="{_text(name)}"' if name else ""


def _headers(*headers: str) -> str:
    return f' headers="{_text(" ".join(filter(None, headers)))}"'


def _cell(cell: str | RichCell) -> str:
    if isinstance(cell, str):
        first, *others = cell.split("\n")
        return _text(first) + "".join(f"<small>{_text(line)}</small>" for line in others)
    text = f'<span aria-hidden="true">{_text(cell.text)}</span>' if cell.said else _text(cell.text)
    said = f' <span class="said">{_text(cell.said)}</span>' if cell.said else ""
    more = f'<span class="more">{_text(cell.more)}</span>' if cell.more else ""
    if not cell.address:
        return f"{text}{more}{said}"
    return f'<a href="{html_escape(cell.address)}" target="_self">{text}{more}</a>{said}'


def _head(column: Column) -> str:
    return _cell(f"{column.header}\n{column.unit}" if column.unit else column.header)


def _short_head(column: Column) -> str:
    first = column.header.partition("\n")[0]
    return f"{first}, {column.unit}" if column.unit else first


def _class(column: Column) -> str:
    names = " ".join(name for name in (column.css, "figure" if column.is_figure else "") if name)
    return f' class="{_text(names)}"' if names else ""


def _text(text: str) -> str:
    """Data as HTML shows it, never as HTML, with French spaces."""
    return html_escape(space(text))
