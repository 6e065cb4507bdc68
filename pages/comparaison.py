"""Scenarios side by side: what each costs, how they differ and why, and where their costs cross."""

import streamlit as st

from nes_model.pricing.rule import price_checked
from ui.comparison import adding, cards, charts, lines, state, together
from ui.comparison import difference as split
from ui.comparison import downloads as files
from ui.site import shell
from ui.state.data import examples, later_editions
from ui.widgets import notices


@shell.redrawn_alone
def _draw() -> None:
    edition, selection = state.compared()
    later, ready = later_editions(edition), examples().check_all(edition)
    quotes = [price_checked(kept.checked, later) for kept in selection.kept]

    with st.container(gap=None):
        st.title("Comparer des façons d'adhérer", anchor=False)
        cards.tell(quotes, selection.reference)
    with st.container():
        notices.show()
        if not quotes:
            adding.questions(ready, edition)
    cards.show(selection, quotes, edition)
    adding.sources(selection, ready, edition)
    if quotes[1:]:
        charts.show(quotes)
        together.show(selection, quotes, edition)
        split.show(selection, quotes, edition)
        lines.show(quotes, selection.reference)
    if quotes:
        files.downloads(selection, quotes, edition)
    shell.footer(edition)


_draw()
