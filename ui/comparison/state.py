"""What is compared: the address says it, always, and every action writes it there.

Nothing else is kept: a reload, Back, another browser or a restarted server find the same page.
"""

from collections.abc import Sequence

import streamlit as st

from nes_model import comparison_links, documents
from nes_model.comparison_links import ADD
from nes_model.edition import Edition
from nes_model.examples import EXAMPLES, Examples, load_examples
from nes_model.kept import MOST_SCENARIOS, Kept, read_kept
from nes_model.problems import InvalidInputError
from nes_model.selection import Selection
from ui import address
from ui.markdown import escaped

_PAGE = "comparaison"


def selection(edition: Edition) -> Selection:
    """What the address compares; a scenario sent by another page joins those that were there."""
    before = address.last(_PAGE)
    arrived = address.asked(_PAGE) is not None
    asked = address.parameters()
    if ADD in asked and "s1" not in asked:
        asked = before | asked
    reading = comparison_links.from_parameters(asked, edition)
    if arrived or reading.problems:
        address.tell([escaped(problem) for problem in reading.problems], of_a_link=True)
    return reading.selection


def change(selection: Selection, edition: Edition) -> None:
    """Compare something else."""
    address.edited()
    keep(selection, edition)


def keep(selection: Selection, edition: Edition) -> None:
    """Write what is compared in the address."""
    address.write(_PAGE, comparison_links.to_parameters(selection, edition))


def add(more: Sequence[Kept], selection: Selection, edition: Edition) -> None:
    """Compare these as well, as far as there is room; what is left out is said."""
    wider = selection.with_added(more)
    change(wider, edition)
    present = [each for each in more if each in selection.kept]
    if present:
        address.tell(["Ce scénario est déjà comparé : dupliquez-le pour le modifier."], of_a_link=False)
    elif any(each not in wider.kept for each in more):
        said = f"{MOST_SCENARIOS} scénarios au plus : retirez-en un avant d'en ajouter."
        address.tell([said], of_a_link=False)


def add_link(key: str, selection: Selection, edition: Edition) -> None:
    """Compare what a pasted link holds; what of it cannot be read is said."""
    text = str(st.session_state.get(key) or "")
    if not text.strip():
        return
    reading = comparison_links.from_text(text, edition)
    add(reading.selection.kept, selection, edition)
    if reading.problems:
        address.tell([escaped(problem) for problem in reading.problems], of_a_link=False)
    st.session_state[key] = ""


def add_file(key: str, selection: Selection, edition: Edition) -> None:
    """Compare what a file holds; a file that cannot be read adds nothing, and every problem of it is said."""
    uploaded = st.session_state.get(key)
    if uploaded is None:
        return
    try:
        add(read_kept(documents.parse(uploaded.getvalue(), uploaded.name), edition), selection, edition)
    except InvalidInputError as error:
        address.edited()
        address.tell([escaped(str(problem)) for problem in error.problems], of_a_link=False)


def examples(edition: Edition) -> Examples:
    """The ready-made scenarios, read again as soon as their file changes."""
    return _examples(edition, EXAMPLES.stat().st_mtime_ns)


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs={Edition: id})
def _examples(edition: Edition, stamp: int) -> Examples:  # noqa: ARG001 - part of the cache's key
    return load_examples(edition)
