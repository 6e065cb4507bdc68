"""The fields of a page that holds a state, each drawn with the value held as its default.

A value set through the session is sent to the browser once. A browser that has not loaded a field's code by the next
run would then mount the field on its default: another category than the one in the figures, silently. With the value
held as its default, a field is right whichever run it is mounted from.

A field that is not drawn for the moment, folded away or asked of another category, keeps what it holds until its page
is left; boxes that follow another field are drawn from it.

A browser that comes back to a process which does not know its fields yet says what they hold, and is heard only once
they are drawn, under figures made of something else: the page is then drawn again, from the fields.
"""

from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st

from ui.state.address import mark_edited

_KEPT: dict[str, Any] = {"persist_state": "page"}


def ask_text(label: str, key: str, **layout: Any) -> None:
    """A line of text; none when nothing is held."""
    value = str(st.session_state.get(key) or "")
    _follow(value, st.text_input(label, value, key=key, on_change=mark_edited, **_KEPT, **layout))


def ask_whole_number(label: str, key: str, least: int, most: int, *, may_be_empty: bool = False, **layout: Any) -> None:
    """A whole number between two others, the lesser of which it is when nothing is held, unless it may be empty."""
    held = st.session_state.get(key)
    value: Any = None if may_be_empty else least
    if isinstance(held, int) and least <= held <= most:
        value = held
    drawn: dict[str, Any] = {"step": 1, "key": key, "on_change": mark_edited} | _KEPT | layout
    _follow(value, st.number_input(label, least, most, value, **drawn))


def ask_tick(label: str, key: str, **layout: Any) -> None:
    """A box to tick."""
    value = bool(st.session_state.get(key))
    _follow(value, st.checkbox(label, value, key=key, on_change=mark_edited, **_KEPT, **layout))


def ask_in_list(label: str, choices: Mapping[str, str], key: str, **layout: Any) -> None:
    """A list of which one is chosen, by its label; the first when nothing is held."""
    index = _index(choices, key)
    _follow(list(choices)[index], st.selectbox(label, list(choices), index, **_drawn(choices, key, layout)))


def ask_in_row(label: str, choices: Mapping[str, str], key: str) -> None:
    """A row of buttons of which one is always chosen; the first when nothing is held."""
    chosen = list(choices)[_index(choices, key)]
    drawn = _drawn(choices, key, {"required": True})
    _follow(chosen, st.segmented_control(label, list(choices), default=chosen, **drawn))


def ask_in_points(label: str, choices: Mapping[str, str], key: str, **layout: Any) -> None:
    """Every choice under the other, of which one is always chosen; the first when nothing is held."""
    index = _index(choices, key)
    _follow(list(choices)[index], st.radio(label, list(choices), index, **_drawn(choices, key, layout)))


def ask_several(label: str, choices: Mapping[str, str], key: str, **layout: Any) -> None:
    """A list of which several may be chosen."""
    held = [each for each in st.session_state.get(key) or () if each in choices]
    _follow(held, st.multiselect(label, list(choices), held, **_drawn(choices, key, layout)))


def ask_ticks(label: str, choices: Mapping[str, str], key: str, *, chosen: Collection[str], **layout: Any) -> None:
    """Every choice in sight, of which several may be ticked: those that are chosen, also by another field."""
    ticked = [each for each in choices if each in chosen]
    st.session_state[key] = ticked
    named = choices.__getitem__
    st.pills(label, list(choices), selection_mode="multi", default=ticked, format_func=named, key=key, **layout)


def _drawn(choices: Mapping[str, str], key: str, layout: dict[str, Any]) -> dict[str, Any]:
    """How a field of choices is drawn: each by its label."""
    usual: dict[str, Any] = {"format_func": choices.__getitem__, "key": key, "on_change": mark_edited}
    return usual | _KEPT | layout


def _follow(drawn: object, shown: object) -> None:
    """Draw the page again from its fields when one of them shows something else than what it was drawn with."""
    if shown != drawn:
        mark_edited()
        st.rerun()


def _index(choices: Mapping[str, str], key: str) -> int:
    return next((index for index, choice in enumerate(choices) if choice == st.session_state.get(key)), 0)
