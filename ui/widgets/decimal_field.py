"""A number typed as French writes it, in a text field; what is wrong with it is said beside it as well as above."""

from typing import Any

import streamlit as st

from nes_model.problems import cite
from ui.widgets import fields, notices


def show(label: str, key: str, about: str, help_text: str | None, **layout: Any) -> None:
    """A field, and under it what of its text could not be read.

    Args:
        label: what is read before the field.
        key: of the field, and of the error that the page ties to it.
        about: what the notices call it.
        help_text: read on demand.
        layout: what else the field takes.
    """
    with st.container(gap="xsmall", width=layout.get("width", "stretch")):
        fields.ask_text(label, key, help=help_text, **layout)
        typed = str(st.session_state.get(key) or "").strip()
        if typed:
            notices.show_beside(key, about, cite(typed))
