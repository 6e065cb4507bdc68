"""The list of editions, where there is a choice."""

from typing import Any

from ui.state.data import list_editions
from ui.state.edition import EDITION
from ui.widgets import fields


def show(**layout: Any) -> None:
    """Ask which year's tariffs apply; nothing where there is one edition."""
    known = list_editions()
    if len(known) > 1:
        fields.ask_in_list("Édition tarifaire", {id_: id_ for id_ in known}, EDITION, **layout)
