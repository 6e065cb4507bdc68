"""The list of categories: picked in it, or found by writing a usual name, whatever its accents."""

from typing import Any

import streamlit as st

from nes_model.catalogue.category_names import pick_category, write_title
from nes_model.catalogue.edition import Edition
from ui.state import address
from ui.widgets import fields


def show(label: str, key: str, edition: Edition, default: str, **layout: Any) -> None:
    """Ask for a category.

    Args:
        label: what is asked.
        key: of the widget, which holds the category's id.
        edition: whose categories they are.
        default: the category that stays when nothing else was understood, on a page that names none.
        layout: what else the list is given, such as its width or its help.
    """
    categories = edition.categories
    titles = {id_: write_title(category, edition) for id_, category in categories.items()}
    fields.ask_in_list(
        label,
        titles,
        key,
        format_func=lambda id_: titles.get(id_, id_),
        filter_mode="contains",
        accept_new_options=True,
        on_change=_understand,
        args=(key, edition, default),
        **layout,
    )


def _understand(key: str, edition: Edition, default: str) -> None:
    """Turn what was picked or written into a category; what does not decide is said, and changes nothing."""
    address.mark_edited()
    chosen, refusal = pick_category(str(st.session_state[key] or ""), edition)
    before = address.read_first("categorie")
    st.session_state[key] = chosen or (before if before in edition.categories else default)
    if refusal:
        address.tell([refusal], of_a_link=False)
