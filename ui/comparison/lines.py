"""The lines of every scenario side by side, each with its difference to the reference."""

from collections.abc import Callable, Sequence

import streamlit as st

from nes_model.money import Amount, format_euros, format_gap
from nes_model.quote import Quote
from nes_model.side_by_side import Cell, names, rows
from ui import tables
from ui.tables import Column

_PERIODS: tuple[tuple[str, Callable[[Cell | Quote], Amount]], ...] = (
    ("Première année", lambda each: each.first_year),
    ("Chaque année suivante", lambda each: each.following_years),
)


def show(quotes: Sequence[Quote], reference: int) -> None:
    """Two tables: what is paid in the first year, then in each following one."""
    st.subheader("Ligne à ligne", anchor=False)
    called = names(quotes)
    st.markdown("Sous chaque montant, l'écart avec la référence. « — » : poste non pris. « HT » : montant hors taxes.")
    roles = [f"{name} (référence)" if place == reference else name for place, name in enumerate(called)]
    columns = [Column("Poste"), *(Column(name, is_figure=True) for name in roles)]
    found = rows(quotes)
    with st.container(key="lignes-comparees"):
        for period, amount in _PERIODS:
            body = [
                (row.label, *_cells(row.cells, reference, amount))
                for row in found
                if any(_has_a_say(cell, amount) for cell in row.cells)
            ]
            base = amount(quotes[reference])
            total = [_with_gap(amount(quote), base, is_reference=quote is quotes[reference]) for quote in quotes]
            st.markdown(f"**{period}**")
            tables.show(f"{period} : chaque poste de chaque scénario", columns, body, ("Total", *total))


def _has_a_say(cell: Cell, amount: Callable[[Cell | Quote], Amount]) -> bool:
    """Whether a cell says something of a period: an amount, why there is none, or that what recurs costs nothing."""
    recurs_for_nothing = any(line.recurs for line in cell.lines) and not cell.first_year
    return bool(cell.unpriced or amount(cell) or recurs_for_nothing)


def _cells(cells: Sequence[Cell], reference: int, amount: Callable[[Cell | Quote], Amount]) -> list[str]:
    base = cells[reference]
    return [_cell(cell, base, amount, is_reference=place == reference) for place, cell in enumerate(cells)]


def _cell(cell: Cell, base: Cell, amount: Callable[[Cell | Quote], Amount], *, is_reference: bool) -> str:
    if cell.unpriced:
        return f"non chiffré\n{cell.unpriced}"
    tax = " HT" if any(line.is_excl_vat for line in cell.lines) else ""
    text = f"{_short(amount(cell))}{tax}" if cell.billed else "—"
    if is_reference or (not cell.billed and not base.billed):
        return text
    return f"{text}\nnon comparable" if base.unpriced else f"{text}\n{_gap(amount(cell) - amount(base))}"


def _with_gap(amount: Amount, base: Amount, *, is_reference: bool) -> str:
    return _short(amount) if is_reference else f"{_short(amount)}\n{_gap(amount - base)}"


def _gap(amount: Amount) -> str:
    return format_gap(amount) if amount else "identique"


def _short(amount: Amount) -> str:
    """A range on as little width as possible."""
    return f"{format_euros(amount.low)} à {format_euros(amount.high)}" if amount.is_range else str(amount)
