"""The lines of every scenario side by side, each with its difference to the reference."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from nes_model.comparison.common_rows import CommonCell, list_common_rows, name_quotes
from nes_model.money import Amount, Costs, format_gap
from nes_model.pricing.quote import Quote
from ui.widgets import tables
from ui.widgets.tables import Column


@dataclass(frozen=True, slots=True)
class Period:
    """The first year, or each one after it."""

    label: str
    is_first: bool

    def pick(self, costs: Costs) -> Amount:
        """What is paid then; of a difference, what is paid more."""
        return costs.first_year if self.is_first else costs.following_years

    def explain_unpriced(self, cell: CommonCell) -> str:
        """Why nobody knows what the cell costs then."""
        return cell.unpriced if self.is_first else cell.unpriced_later

    def bills(self, cell: CommonCell) -> bool:
        """Whether something of the cell is billed then, be it for nothing."""
        return any(self.is_first or line.recurs for line in cell.lines)


PERIODS = (Period("Première année", is_first=True), Period("Chaque année suivante", is_first=False))


def show(quotes: Sequence[Quote], reference: int) -> None:
    """Two tables: what is paid in the first year, then in each following one."""
    st.header("Ligne à ligne", anchor=False)
    st.markdown("Sous chaque montant, l'écart avec la référence. « — » : rien à payer. « HT » : montant hors taxes.")
    called = [f"{name} (référence)" if index == reference else name for index, name in enumerate(name_quotes(quotes))]
    columns = [Column("Poste"), *(Column(name, is_figure=True) for name in called)]
    with st.container(key="lignes-comparees"):
        for period in PERIODS:
            body = [
                (row.label, *(_cell(cell, row.cells[reference], period) for cell in row.cells))
                for row in list_common_rows(quotes)
                if any(period.explain_unpriced(cell) or period.bills(cell) for cell in row.cells)
            ]
            sums = [period.pick(each.costs) for each in quotes]
            total = [
                f"{each}{_gap(each - sums[reference], is_silent=index == reference)}" for index, each in enumerate(sums)
            ]
            st.subheader(period.label, anchor=False)
            tables.show(f"{period.label} : chaque poste de chaque scénario", columns, body, ("Total", *total))


def _cell(cell: CommonCell, base: CommonCell, period: Period) -> str:
    if reason := period.explain_unpriced(cell):
        return f"non chiffré\n{reason}"
    tax = " HT" if any(line.is_excl_vat for line in cell.lines) else ""
    text = f"{period.pick(cell.costs)}{tax}" if period.bills(cell) else "—"
    if period.explain_unpriced(base):
        return f"{text}\nnon comparable"
    neither = not period.bills(cell) and not period.bills(base)
    return text + _gap(period.pick(cell.costs) - period.pick(base.costs), is_silent=cell is base or neither)


def _gap(amount: Amount, *, is_silent: bool) -> str:
    """A second line, with the difference to the reference; nothing under the reference itself."""
    if is_silent:
        return ""
    return f"\n{format_gap(amount)}" if amount else "\nidentique"
