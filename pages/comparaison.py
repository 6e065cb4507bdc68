"""Scenarios side by side: what each costs, how they differ and why, and where their costs cross."""

import streamlit as st

from nes_model.pricing.rule import price_checked
from ui.comparison import adding, cards, charts, difference, downloads, lines, state, together
from ui.site import shell
from ui.state.data import list_later_editions, read_examples
from ui.widgets import notices


@shell.redraw_alone
def _draw() -> None:
    edition, selection = state.read()
    later, ready = list_later_editions(edition), read_examples().check_all(edition)
    quotes = [price_checked(saved.checked, later) for saved in selection.scenarios]

    with st.container(gap=None):
        st.title("Comparer des façons d'adhérer", anchor=False)
        cards.tell(quotes, selection.reference)
    with st.container():
        notices.show()
        if not quotes:
            adding.show_questions(ready, edition)
    cards.show(selection, quotes, edition)
    adding.show_sources(selection, ready, edition)
    if quotes[1:]:
        charts.show(quotes)
        together.show(selection, quotes, edition)
        difference.show(selection, quotes, edition)
        lines.show(quotes, selection.reference)
    if quotes:
        downloads.show(selection, quotes, edition)
    shell.show_footer(edition)


_draw()
