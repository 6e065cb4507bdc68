"""For a projector: large type, fewer words, ready-made examples, and the QR code of what is shown.

On or off is in the address (`presenter=oui`), so that a link opens the page as it is to be shown.
"""

from functools import partial

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from ui.simulator import state
from ui.state import address
from ui.state.data import examples
from ui.widgets import qr

_EXAMPLE = "exemple"
# Large screens are looked at from afar; a phone that opens the link stays readable. Streamlit measures the room of
# charts and of the editable table as if nothing were enlarged: what it measures is made smaller by as much.
_LARGE = """<style>
@media (min-width: 1000px) { :root { --nes-zoom: 1.15; } }
@media (min-width: 1400px) { :root { --nes-zoom: 1.25; } }
@media (min-width: 1700px) { :root { --nes-zoom: 1.5; } }
[data-testid="stMainBlockContainer"] { zoom: var(--nes-zoom, 1); padding-top: 3.75rem; }
[data-testid="stVegaLiteChart"], [data-testid="stElementContainer"]:has([data-testid="stDataFrame"]) {
  width: calc(100% / var(--nes-zoom, 1)) !important;
}
.st-key-membres { display: none; }
.st-key-quitter-presentation {
  position: fixed; right: 1rem; top: 0.6rem; z-index: 999991; width: auto; zoom: calc(1 / var(--nes-zoom, 1));
}
</style>"""


def frame(page: str) -> None:
    """On whichever page is presented, kept from page to page: large type, and the way out at the right of the menu."""
    address.keep_presenting(page)
    if address.is_presented():
        st.html(_LARGE)
        leave = partial(address.present, on=False)
        st.button("Quitter la présentation", key="quitter-presentation", on_click=leave)


def button() -> None:
    """Start the presentation."""
    st.button(
        "Présenter",
        key="presenter",
        on_click=partial(address.present, on=True),
        help="Grands caractères, exemples et code QR, pour un vidéoprojecteur.",
    )


def band(quote: Quote, edition: Edition, link: str) -> None:
    """Above the figures: whose they are, an example to open without typing, and the link for the room's phones."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="estrade"):
        with st.container(gap="small"):
            st.title(_who(quote, edition), anchor=False)
            _examples(edition)
        qr.show(link, width="6.5rem")


def _who(quote: Quote, edition: Edition) -> str:
    category = quote.scenario.category
    name = quote.scenario.label or edition.categories[category].label
    return f"{name} · collège {edition.college_of(category).id}"


def _examples(edition: Edition) -> None:
    ready = examples(edition).by_id
    st.selectbox(
        "Exemple",
        list(ready),
        index=None,
        format_func=lambda id_: ready[id_].scenario.label,
        placeholder="Ouvrir un exemple",
        key=_EXAMPLE,
        label_visibility="collapsed",
        width=320,
        on_change=lambda: _open(edition),
    )


def _open(edition: Edition) -> None:
    chosen = st.session_state[_EXAMPLE]
    if chosen is not None:
        state.open_example(examples(edition).by_id[chosen].scenario, edition)
        st.session_state[_EXAMPLE] = None
