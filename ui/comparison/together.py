"""The scenarios that are added up: members who join each by themselves, and what they pay together."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.difference import LEFT_OUT
from nes_model.comparison.joint_total import JointTotal, add_up
from nes_model.comparison.selection import Selection
from nes_model.money import format_gap
from nes_model.pricing.quote import Quote
from ui.comparison import state
from ui.widgets.markdown import escape

_KEY = "ensemble"


def show(selection: Selection, quotes: Sequence[Quote], edition: Edition) -> None:
    """Which are added up, to choose, and their sum against the reference."""
    called = name_quotes(quotes)
    st.session_state[_KEY] = list(selection.together)
    st.multiselect(
        "Scénarios à additionner",
        range(len(called)),
        format_func=lambda index: called[index],
        key=_KEY,
        placeholder="Choisissez au moins deux scénarios",
        help="Des organisations qui adhèrent chacune par elle-même\N{NO-BREAK SPACE}: ce qu'elles paient ensemble.",
        on_change=_add_up,
        args=(selection, edition),
    )
    if joint := add_up(quotes, selection.together):
        with st.container(key="dit-ensemble"):
            st.markdown(_sum(joint, " + ".join(called[index] for index in selection.together)))
        st.caption(_against(joint, quotes[selection.reference], called[selection.reference]))


def _sum(joint: JointTotal, members: str) -> str:
    left_out = f", hors {', '.join(joint.unpriced)} (non chiffré)" if joint.unpriced else ""
    return (
        f"**Ensemble**, {escape(members)}\N{NO-BREAK SPACE}: **{escape(str(joint.first_year))}** la première année, "
        f"**{escape(str(joint.following_years))}** chaque année suivante{escape(left_out)}."
    )


def _against(joint: JointTotal, reference: Quote, called: str) -> str:
    first, following = joint.first_year - reference.first_year, joint.following_years - reference.following_years
    left_out = f", {LEFT_OUT}" if joint.unpriced or reference.unpriced else ""
    return escape(
        f"Écart avec «\N{NO-BREAK SPACE}{called}\N{NO-BREAK SPACE}» (référence)\N{NO-BREAK SPACE}: "
        f"{format_gap(first)} la première année, {format_gap(following)} ensuite{left_out}."
    )


def _add_up(selection: Selection, edition: Edition) -> None:
    chosen = list(st.session_state[_KEY])
    if len(chosen) == 1:
        if selection.together:
            state.change(selection.adding_up([]), edition)
        return
    state.change(selection.adding_up(chosen), edition)
