"""What the files that people download share: their button, their names, and the link that they carry."""

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.pricing.quote import Quote
from nes_model.scenario import link as links

_KINDS = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "yaml": "application/yaml",
    "zip": "application/zip",
}
_MOST = 60  # characters of a label kept in a file's name


def give_file(label: str, content: bytes | str | Callable[[], bytes], name: str, **layout: Any) -> None:
    """A button for a file of the kind that its name ends with; the page is not drawn again for whoever takes it.

    Args:
        label: of the button.
        content: the file, or what makes it once it is asked for, and not at each click elsewhere.
        name: of the file.
        layout: what else the button takes.
    """
    kind = _KINDS[name.rpartition(".")[2]]
    st.download_button(label, content, name, kind, on_click="ignore", **layout)


def name_file(label: str, ending: str) -> str:
    """A name that every system accepts, made from what the user called the scenario: "nes-ehpad-les-tilleuls.pdf"."""
    return f"nes-{fold(label)[:_MOST].strip('-') or 'simulation'}.{ending}"


def write_link(quote: Quote, edition: Edition) -> str:
    """The address of the simulator with this scenario, as someone else opens it."""
    root = re.match(r"https?://[^/?#]+", st.context.url or "")
    return f"{root.group() if root else ''}/?{links.write_query(quote.scenario, edition)}"
