"""A scenario file that a page is given: read through the model, or refused with all that is wrong with it.

A group's file is read by `ui/group/source.py`.
"""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from nes_model.documents import nodes as documents
from nes_model.documents.nodes import Node
from nes_model.problems import InvalidInputError
from ui.state import address

Found = TypeVar("Found")


def read_upload(key: str, parse: Callable[[Node], Found]) -> Found | None:
    """Read the YAML or JSON file that a field holds.

    Args:
        key: of the field.
        parse: what the file's document says.

    Returns:
        What it says; None when there is no file, or when it cannot be read: every problem of it is then told.
    """
    uploaded = st.session_state.get(key)
    if uploaded is None:
        return None
    try:
        return parse(documents.parse(uploaded.getvalue(), uploaded.name, documents.MOST_BYTES_UPLOADED))
    except InvalidInputError as error:
        address.mark_edited()
        address.tell([str(problem) for problem in error.problems], of_a_link=False)
        return None
