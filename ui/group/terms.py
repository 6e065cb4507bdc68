"""Under which readings and supposed amounts the group is priced: chosen once for all its rows, kept in the address."""

import streamlit as st

from nes_model.catalogue.doubt import RETAINED, Doubt
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.what_if import list_what_ifs
from nes_model.group.terms import Terms, parse_address
from ui.group import typed_table
from ui.state import address
from ui.state.page_state import Parsed
from ui.widgets import fields
from ui.widgets.markdown import escape

_TARIFFS, _FOLD = "_groupe-tarifs", "termes-du-groupe"
TITLE = "Lectures et tarifs de tout le groupe"


def parse(asked: address.Parameters, edition: Edition) -> Parsed[Terms]:
    """Parse what the address asks for, but for whose organisations they are."""
    return parse_address({word: values for word, values in asked.items() if word != typed_table.WHOSE}, edition)


def fill(terms: Terms, edition: Edition) -> None:
    """Have the widgets show these terms."""
    for doubt in _switchable(edition):
        st.session_state[_key(doubt)] = terms.readings.get(doubt.id, RETAINED)
    st.session_state[_TARIFFS] = terms.tariffs


def collect(edition: Edition) -> Parsed[Terms]:
    """Collect the terms from the widgets; nothing of them can be wrong."""
    held = st.session_state
    chosen = {doubt.id: held.get(_key(doubt), RETAINED) for doubt in _switchable(edition)}
    readings = {doubt: choice for doubt, choice in chosen.items() if choice != RETAINED}
    return Terms(readings, held.get(_TARIFFS, {})), ()


def ask(edition: Edition) -> None:
    """Ask for the readings; the supposed amounts come with the address."""
    with st.expander(TITLE, key=_FOLD):
        for doubt in _switchable(edition):
            fields.ask_in_list(f"{doubt.id} · {escape(doubt.title)}", doubt.labels, _key(doubt))
        tariffs = st.session_state.get(_TARIFFS, {})
        if tariffs:
            supposed = " ; ".join(str(each) for each in list_what_ifs(edition, tariffs))
            st.markdown(f"Tarifs supposés : {escape(supposed)}.")
            st.button("Revenir aux tarifs en vigueur", on_click=_forget_tariffs)
        else:
            st.caption("Un autre tarif se suppose à la page Tarifs, où votre groupe est chiffré aussi.")


def _forget_tariffs() -> None:
    st.session_state[_TARIFFS] = {}
    address.mark_edited()


def _switchable(edition: Edition) -> list[Doubt]:
    """The doubts of which another reading changes a price."""
    return [each for each in edition.doubts if any(other.amounts or other.charges for other in each.others)]


def _key(doubt: Doubt) -> str:
    return f"lecture-du-groupe-{doubt.id}"
