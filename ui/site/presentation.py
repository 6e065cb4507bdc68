"""For a projector: large type, fewer words, ready-made examples, and the QR code of what is shown.

On or off is in the address (`presenter=oui`), so that a link opens the page as it is to be shown.
"""

from functools import partial

import streamlit as st

from ui.state import address

# Large screens are looked at from afar; a phone that opens the link stays readable. Streamlit measures the room of
# charts and of the editable table as if nothing were enlarged: what it measures is made smaller by as much.
_LARGE = """<style>
@media (min-width: 1000px) { :root { --nes-zoom: 1.15; } }
@media (min-width: 1400px) { :root { --nes-zoom: 1.25; } }
@media (min-width: 1700px) { :root { --nes-zoom: 1.5; } }
[data-testid="stMainBlockContainer"] {
  zoom: var(--nes-zoom, 1);
  padding-top: max(3.25rem, 3.75rem / var(--nes-zoom, 1));
}
[data-testid="stVegaLiteChart"], [data-testid="stElementContainer"]:has([data-testid="stDataFrame"]) {
  width: calc(100% / var(--nes-zoom, 1)) !important;
}
:has(> .st-key-membres), :has(> .st-key-certitude), .st-key-hypotheses, .st-key-libelle, .st-key-themes-replies,
[class*="st-key-famille-"], [class*="st-key-details-"] { display: none; }
.st-key-prestations > [class*="st-key-option-"]:not(:first-child) { margin-top: 0; }
@media (max-width: 1699px), (max-height: 999px) {
  [class*="st-key-prestations"] [data-testid="stCaptionContainer"] { display: none; }
  .st-key-prestations > [class*="st-key-option-"]:not(:first-child) { margin-top: 0.3rem; }
}
[data-testid="stMainBlockContainer"] { padding-bottom: 0; }
[data-testid="stMainBlockContainer"]:has(.st-key-estrade) > [data-testid="stVerticalBlock"],
[data-testid="stMainBlockContainer"]:has(.st-key-estrade) [data-testid="stColumn"] > [data-testid="stVerticalBlock"] {
  gap: 0.5rem;
}
.st-key-estrade h1 { padding-block: 0 1rem; }
.st-key-prestations { margin-block: -0.35rem; }
.st-key-estrade > :first-child { flex: 1; width: auto; }
.st-key-quitter-presentation {
  position: fixed; right: 1rem; top: 0.6rem; z-index: 999991; width: auto; zoom: calc(1 / var(--nes-zoom, 1));
}
</style>"""


def enter(page: str) -> None:
    """Frame whichever page is presented, from page to page: large type, and the way out at the right of the menu."""
    address.enter(page)
    if address.is_presented():
        st.html(_LARGE)
        leave = partial(address.present, on=False)
        st.button("Quitter la présentation", key="quitter-presentation", on_click=leave)


def show_button() -> None:
    """Offer to start the presentation; the frame of the page changes too, so that the whole of it is drawn again."""
    starts = st.button(
        "Présenter",
        key="presenter",
        on_click=partial(address.present, on=True),
        help="Grands caractères, exemples et code QR, pour un vidéoprojecteur.",
    )
    if starts:
        st.rerun()
