"""What can be done with a quote besides reading it: send it, compare it, take it to a board or to Excel, show it."""

from datetime import date

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from nes_model.reports.pdf.document import write_quote_pdf
from nes_model.reports.workbook import write_quote_workbook
from ui.comparison.state import extend_link
from ui.site import presentation
from ui.widgets import qr
from ui.widgets.downloads import give_file, name_file, write_link


def show_button(quote: Quote, edition: Edition) -> None:
    """One button for all that can be done: before figures, nobody needs five."""
    if st.button("Actions", key="menu", help="Envoyer le lien, comparer, PDF, Excel, présenter."):
        _menu(quote, edition)


@st.dialog("Partager, emporter, montrer")
def _menu(quote: Quote, edition: Edition) -> None:
    link = write_link(quote, edition)
    with st.container(horizontal=True, gap="small", key="actions"):
        _files(quote, edition)
        _compare(quote, edition)
        presentation.show_button()
    st.markdown("**Le lien de cette simulation**, à copier ou à photographier")
    st.code(link, language=None, wrap_lines=True)
    qr.show(link, width="12rem")


def _compare(quote: Quote, edition: Edition) -> None:
    if st.button("Comparer", key="comparer", help="Ajouter ce scénario à la comparaison."):
        st.switch_page("pages/comparaison.py", query_params=extend_link([quote.checked], edition))


def _files(quote: Quote, edition: Edition) -> None:
    link, today, name = write_link(quote, edition), date.today(), quote.scenario.label
    give_file(
        "PDF",
        lambda: write_quote_pdf(quote, edition, link=link, on=today),
        name_file(name, "pdf"),
        key="pdf",
        help="Deux ou trois pages pour votre conseil d'administration.",
    )
    give_file(
        "Excel",
        lambda: write_quote_workbook([quote], edition, links=[link], on=today),
        name_file(name, "xlsx"),
        key="xlsx",
        help="Un classeur dont les formules suivent vos nombres.",
    )
