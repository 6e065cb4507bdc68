"""The top of the simulator: who the figures are for, and what can be done with them."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.doubt_effects import DoubtInQuote
from nes_model.pricing.quote import Quote
from ui.simulator import actions, presented
from ui.state import address
from ui.widgets.downloads import write_link
from ui.widgets.markdown import escape


def show(quote: Quote, touching: Sequence[DoubtInQuote], edition: Edition) -> None:
    """The title and one button for the actions; before a room, the example picker and the QR code instead."""
    if address.is_presented():
        presented.show_band(quote, touching, edition, write_link(quote, edition))
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="entete"):
        st.title(_title(quote), anchor=False, width="content")
        actions.show_button(quote, edition)


def _title(quote: Quote) -> str:
    return escape(quote.scenario.label) or "Que coûte l'adhésion à Normand'e-Santé\N{NARROW NO-BREAK SPACE}?"
