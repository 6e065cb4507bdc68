"""The top of the simulator: who the figures are for, what the page does, and what can be done with them."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from ui.simulator import actions, presented
from ui.state import address
from ui.widgets.downloads import link_to
from ui.widgets.markdown import escaped


def show(quote: Quote, edition: Edition) -> None:
    """The title and the actions; before a room, the example picker and the QR code instead."""
    if address.is_presented():
        presented.show_band(quote, edition, link_to(quote, edition))
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Que coûte l'adhésion à Normand'e-Santé ?", anchor=False, width="content")
        actions.bar(quote, edition)
    st.markdown(_introduction(quote, edition))


def _introduction(quote: Quote, edition: Edition) -> str:
    scenario = quote.scenario
    college, category = edition.college_of(scenario.category), edition.categories[scenario.category]
    who = f"**{escaped(scenario.label)}** · " if scenario.label else ""
    return (
        f"{who}{category.label}, collège {college.id}. "
        "Dites qui vous êtes et cochez ce que vous voulez : "
        "la page calcule ce que vous paierez, et explique chaque montant."
    )
