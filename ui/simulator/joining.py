"""From the simulation to joining: a quote is asked for in the visitor's own mail program; nothing is sent from here."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from nes_model.reports.quote_request import write_mail_link, write_request
from ui.widgets.downloads import link_to


def show_quote_request(quote: Quote, edition: Edition) -> None:
    """Open a letter that is already written, or copy it."""
    st.header("Demander un devis", anchor=False)
    link = link_to(quote, edition)
    st.link_button(
        "Écrire à NeS", write_mail_link(quote, edition, link), help="Ouvre votre messagerie. Rien n'est envoyé d'ici."
    )
    with st.expander("Le même texte, à copier", key="texte-devis"):
        st.code(write_request(quote, edition, link), language=None, wrap_lines=True)
