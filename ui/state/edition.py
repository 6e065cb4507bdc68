"""Which year's tariffs a page shows, and the category of an address that names none."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from ui.state import address
from ui.state.data import read_edition

DEFAULT = "esms"
EDITION = "edition"
SIMULATOR = "simulateur"


def find_edition(*pages: str) -> Edition:
    """Find the edition that the widgets or the address name, else the one in force.

    Args:
        pages: whose last words stand for an address that has none, the first that has any: by default, the simulator's.
    """
    # Streamlit forgets what another page's field held; an address that is late is then of the year that it says.
    if address.is_late() and (held := st.session_state.get(EDITION)):
        return read_edition(held)
    return find_edition_of_address(*(pages or (SIMULATOR,)))


def find_edition_of_address(*pages: str) -> Edition:
    """Find the edition that the address names, or for one that is bare the last words of these pages; as above."""
    said = [address.read_parameters(), *map(address.recall, pages)]
    words = next((each for each in said if each), {})
    return read_edition(next(iter(words.get(EDITION, [])), None))
