"""A page's address: it holds the page's state, and the widgets show it.

The address is read through the model before any widget is drawn, when the widgets do not show it yet: first visit,
reload, Back, a link, return from another page. Otherwise the widgets are right and the address follows.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

import streamlit as st

from nes_model.problems import list_first_problems
from nes_model.scenario.link import MOST_CHARACTERS
from nes_model.scenario.tracking import drop_tracking

_MOST_TOLD = 20  # notices; past them, another link or another file was meant
Parameters = dict[str, list[str]]

PART = "partie"  # which part of the page is open: not of what is asked
_PRESENT, _ON, _PRESENTING, _SHOWN = "presenter", "oui", "_presenting", "_shown"
_PAGE, _EDITED, _NOTICES, _BROKEN_LINK = "_page", "_edited", "_notices", "_broken_link"


def read_parameters() -> Parameters:
    """Read what the address says of the page's state, as given; nothing of one that is too long for a link of ours."""
    if is_too_long():
        return {}
    asked = drop_tracking({word: st.query_params.get_all(word) for word in st.query_params})
    return {word: values for word, values in asked.items() if word not in (_PRESENT, PART)}


def is_too_long() -> bool:
    """Whether the address is longer than any page writes: reading it would take the others' time."""
    said = st.query_params
    return sum(len(word) + len(value) for word in said for value in said.get_all(word)) > MOST_CHARACTERS


def is_presented() -> bool:
    """Whether the page is shown to a room: `presenter=oui`, which is not a part of its state."""
    return st.query_params.get(_PRESENT) == _ON


def present(*, on: bool) -> None:
    """Show the page to a room, or no longer."""
    st.session_state[_PRESENTING] = on
    if on:
        st.query_params[_PRESENT] = _ON
    else:
        st.query_params.pop(_PRESENT, None)


def open_part(part: str | None) -> None:
    """Open a part of the page, or none."""
    if part:
        st.query_params[PART] = part
    else:
        st.query_params.pop(PART, None)


def find_part(parts: Collection[str]) -> str | None:
    """The part of the page that the address opens, if there is one of that name."""
    part = st.query_params.get(PART)
    return part if part in parts else None


def enter(page: str) -> None:
    """Note which page is shown, and go on presenting from page to page; on the same page the address alone says so."""
    held = st.session_state
    moved = held.get(_SHOWN, page) != page
    if moved:
        held[_PAGE] = ""  # a page without a state of its own, too, is one that others are returned to from
    if moved and _PRESENT not in st.query_params:
        present(on=bool(held.get(_PRESENTING)))
    held[_SHOWN], held[_PRESENTING] = page, is_presented()


def read_first(word: str) -> str | None:
    """Read the first value that the address gives to a word."""
    return next(iter(read_parameters().get(word, [])), None)


def is_late() -> bool:
    """Whether a widget has just changed, so that the widgets are right and the address is not."""
    return bool(st.session_state.get(_EDITED))


def take_asked(page: str, recall_left: Callable[[], Parameters] | None = None) -> Parameters | None:
    """Take what the address asks of a page whose widgets do not show it yet; None when they do.

    Args:
        page: whose widgets they are.
        recall_left: what an address that says nothing means on return from another page: by default, what this page
            last read or wrote.
    """
    held = st.session_state
    returned, edited_here = held.get(_PAGE, page) != page, held.pop(_EDITED, False)
    held[_PAGE] = page
    if returned and not read_parameters():
        _replace(recall_left() if recall_left else recall(page))
    present = read_parameters()
    if not returned and (edited_here or held.get(_written(page)) == present):
        return None
    held[_written(page)] = present
    return present


def recall(page: str) -> Parameters:
    """Recall what a page last wrote or read, while it was shown or since."""
    held: Parameters = st.session_state.get(_written(page), {})
    return held


def mark_edited() -> None:
    """Say that a widget changed, which makes the address late and answers old notices."""
    st.session_state[_EDITED] = True
    leave_notices()


def stay() -> None:
    """Say that a run comes from this page, such as from a fold: the browser may not have the last address yet."""
    st.session_state[_EDITED] = True


def leave_notices() -> None:
    """Nothing of what could not be used matters any more."""
    st.session_state[_NOTICES] = ()
    st.session_state[_BROKEN_LINK] = False


def tell(notices: Sequence[str], *, of_a_link: bool) -> None:
    """Keep French sentences about what could not be used, in plain text, until the next change."""
    st.session_state[_NOTICES] = list_first_problems(notices, _MOST_TOLD)
    if of_a_link:
        st.session_state[_BROKEN_LINK] = bool(notices)


def list_notices() -> tuple[str, ...]:
    """What could not be used, as it was told: a stranger's words may be in it, to be escaped where they are shown."""
    return tuple(st.session_state.get(_NOTICES) or ())


def is_of_a_link() -> bool:
    """Whether the notices are those of a link."""
    return bool(st.session_state.get(_BROKEN_LINK))


def write(page: str, words: Mapping[str, str]) -> bool:
    """Write a page's state in the address, unless it says more than what could be read of it.

    Returns:
        Whether the address now says it.
    """
    if is_of_a_link():
        return False
    present = {word: [value] for word, value in words.items()}
    if present != read_parameters():
        _replace(present)
    st.session_state[_written(page)] = present
    return True


def _replace(words: Parameters) -> None:
    shown = {word: st.query_params.get_all(word) for word in (_PRESENT, PART) if word in st.query_params}
    st.query_params.from_dict(words | shown)


def _written(page: str) -> str:
    return f"_written-{page}"
