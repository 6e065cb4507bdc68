"""Before a room, the top of the simulator: whose figures they are, an example to open, a code for the phones."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.doubt_effects import DoubtInQuote
from nes_model.pricing.quote import Quote
from nes_model.pricing.worth import write_opened
from ui.simulator.results import count_doubts
from ui.simulator.state import open_example
from ui.state.data import read_examples
from ui.widgets import qr
from ui.widgets.markdown import escape

_EXAMPLE = "exemple"


def show_band(quote: Quote, touching: Sequence[DoubtInQuote], edition: Edition, link: str) -> None:
    """Show whose the figures are and how sure, an example to open without typing, the link for the room's phones."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="estrade"):
        with st.container(gap=None):
            st.title(escape(_who(quote, edition)), anchor=False)
            st.caption(
                f"Estimation d'après le {edition.header.label.lower()}\N{NARROW NO-BREAK SPACE}; "
                f"elle ne vaut pas devis{_doubts(touching)}."
            )
            st.caption(escape(write_opened(quote)))
        _examples(edition)
        qr.show(link, width="6.5rem")


def _who(quote: Quote, edition: Edition) -> str:
    return f"{quote.checked.name} · collège {edition.college_of(quote.scenario.category).id}"


def _doubts(touching: Sequence[DoubtInQuote]) -> str:
    return f" · {count_doubts(touching)}" if any(point.moves for point in touching) else ""


def _examples(edition: Edition) -> None:
    ready = read_examples().check_all(edition)
    st.selectbox(
        "Ouvrir un exemple",
        list(ready),
        index=None,
        format_func=lambda id_: ready[id_].scenario.label,
        placeholder="Ouvrir un exemple",
        key=_EXAMPLE,
        label_visibility="collapsed",
        width=240,
        on_change=lambda: _open(edition),
    )


def _open(edition: Edition) -> None:
    chosen = st.session_state[_EXAMPLE]
    if chosen is not None:
        open_example(read_examples().by_id[chosen].scenario, edition)
        st.session_state[_EXAMPLE] = None
