"""What of a link, a file or an entry could not be used, said at the head of the page and beside its field."""

import streamlit as st

from nes_model.money import NO_BREAK_SPACE
from ui.state.address import is_of_a_link, list_notices
from ui.widgets.markdown import escape, write_list


def show() -> None:
    """Say what could not be used, and what stands in its place."""
    if notices := list_notices():
        title = "Une partie de ce lien n'a pas pu être lue" if is_of_a_link() else "À vérifier"
        st.warning(write_list(notices), title=title)


def show_beside(key: str, *words: str) -> None:
    """Say again, under the field of that key, the notice that says all these words, if there is one."""
    if wrong := _find(*words):
        with st.container(key=f"erreur-{key}"):
            st.caption(f":red[{escape(wrong)}]")


def _find(*words: str) -> str:
    wanted = [_plain(word) for word in words]
    return next((notice for notice in list_notices() if all(word in _plain(notice) for word in wanted)), "")


def _plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")
