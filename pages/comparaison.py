"""Scenarios side by side: what each costs, how they differ and why, and where their costs cross."""

import streamlit as st

from nes_model.pricing.rule import price
from ui.comparison import adding, cards, charts, lines, state, together
from ui.comparison import difference as split
from ui.comparison import downloads as files
from ui.site import shell
from ui.state.data import examples as examples_for
from ui.state.data import later_editions
from ui.widgets import notices


@shell.redrawn_alone
def _draw() -> None:
    edition, selection = state.compared()
    examples = examples_for(edition)
    later = later_editions(edition)
    quotes = [price(kept.scenario, edition, later) for kept in selection.kept]

    with st.container(gap=None):
        st.title("Comparer des façons d'adhérer", anchor=False)
        cards.tell(quotes, selection.reference)
    with st.container():
        notices.show()
        if not quotes:
            adding.questions(examples, edition)
    cards.show(selection, quotes, edition)
    adding.sources(selection, examples, edition)
    if quotes[1:]:
        charts.show(quotes)
        together.show(selection, quotes, edition)
        split.show(selection, quotes, edition)
        lines.show(quotes, selection.reference)
    if quotes:
        files.downloads(selection, quotes, edition)
    shell.footer(edition)


_draw()
