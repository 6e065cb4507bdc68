"""What is compared: the address says it, always, and every action writes it there.

Nothing else is kept: a reload, Back, another browser or a restarted server find the same page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.comparison import link as comparison_links
from nes_model.comparison.selection import Selection
from nes_model.comparison.then_and_now import warn_of_other_edition
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario, parse_saved
from ui.state import address
from ui.state.data import list_editions, read_edition
from ui.state.edition import find_edition_of_address
from ui.state.page_state import PageState
from ui.state.uploads import read_upload

REFUSED = "_lien-refuse"  # the pasted text of which nothing could be read
_PAGE = "comparaison"


def read() -> tuple[Edition, Selection]:
    """Read what the address compares, and the edition that it names; a bare one, by the menu, is as it was left."""
    edition = find_edition_of_address(_PAGE)
    return edition, _STATE.read(edition)


def extend_link(scenarios: Sequence[CheckedScenario], edition: Edition) -> dict[str, str]:
    """Extend the link of the comparison last shown with more scenarios, for another page to lead there.

    A ninth is in the link too, so that the page says that there is no room for it.
    """
    last = comparison_links.parse_parameters(address.recall(_PAGE), edition).selection
    more = [new for new in map(SavedScenario, scenarios) if new not in last.scenarios]
    wider = (*last.scenarios, *more)
    return comparison_links.write_parameters(replace(last, scenarios=wider), edition)


def find_saved_edition(saved: SavedScenario) -> Edition | None:
    """Find the edition that a saved scenario names, if its folder is still here."""
    return read_edition(saved.edition) if saved.frozen and saved.edition in list_editions() else None


def change(selection: Selection, edition: Edition) -> None:
    """Compare something else: write it in the address."""
    address.mark_edited()
    _STATE.write(selection, edition)


def add(more: Sequence[SavedScenario], selection: Selection, edition: Edition, problems: Sequence[str] = ()) -> None:
    """Compare these as well, as far as there is room; what is left out is said."""
    wider = selection.with_added(more)
    change(wider, edition)
    if told := [*problems, *_already_there(more, selection, wider), *_beyond(more, wider)]:
        address.tell(told, of_a_link=False)


def _already_there(more: Sequence[SavedScenario], selection: Selection, wider: Selection) -> Iterator[str]:
    present = sum(each in selection.scenarios for each in more)
    what_next = "" if wider.is_full else "\N{NO-BREAK SPACE}: dupliquez-le pour le modifier"
    if present > 1:
        yield f"{present} de ces scénarios sont déjà comparés."
    elif present:
        yield "Un de ces scénarios est déjà comparé." if len(more) > 1 else f"Ce scénario est déjà comparé{what_next}."


def _beyond(more: Sequence[SavedScenario], wider: Selection) -> Iterator[str]:
    """What there was no room for."""
    count = sum(each not in wider.scenarios for each in more)
    if count:
        which = "un scénario n'a pas été ajouté" if count == 1 else f"{count} scénarios n'ont pas été ajoutés"
        yield (
            f"{MOST_SCENARIOS} scénarios au plus\N{NO-BREAK SPACE}: {which}. "
            f"Retirez-en {'un' if count == 1 else 'autant'}, puis recommencez."
        )


def add_link(key: str, selection: Selection, edition: Edition) -> None:
    """Compare what a pasted link holds; what of it cannot be read is said."""
    text = str(st.session_state.get(key) or "")
    if not text.strip():
        return
    reading = comparison_links.parse_text(text, edition)
    add(reading.selection.scenarios, selection, edition, reading.problems)
    # What cannot be read stays in its field, to be corrected.
    st.session_state[key], st.session_state[REFUSED] = ("", None) if reading.selection.scenarios else (text, text)


def add_file(key: str, selection: Selection, edition: Edition) -> None:
    """Compare what a file holds; a file that cannot be read adds nothing, and every problem of it is said."""
    if found := read_upload(key, lambda document: parse_saved(document, edition)):
        told = dict.fromkeys(sentence for each in found for sentence in warn_of_other_edition(each, edition))
        add(found, selection, edition, list(told))


_STATE = PageState(_PAGE, comparison_links.parse_parameters, comparison_links.write_parameters)
