"""The points à confirmer behind a quote: what is printed, what is read, and what another reading would change."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.doubt import RETAINED, Doubt
from nes_model.catalogue.edition import Edition
from nes_model.french import capitalise
from nes_model.pricing.doubt_effects import DoubtInQuote
from ui.state import address
from ui.widgets import fields
from ui.widgets.markdown import escape, write_evidence


def show(touching: Sequence[DoubtInQuote], edition: Edition) -> None:
    """The points à confirmer: those that touch this result, each switchable in place, then the others."""
    with st.container(key="points"):  # where the button beside the figures, « voir-points », leads (foyer.js)
        st.header("Points à confirmer", anchor=False)
    st.markdown(_introduction(touching))
    for point in touching:
        _point(point)
    _others([doubt for doubt in edition.doubts if doubt not in [point.doubt for point in touching]])


def _introduction(touching: Sequence[DoubtInQuote]) -> str:
    if not touching:
        return "Aucun point à confirmer ne touche ce résultat."
    shown = "Voici ce qui y est imprimé, ce que nous lisons, et ce que changerait une autre lecture."
    nil = "" if any(point.moves for point in touching) else " Ici, aucune n'en change le montant."
    return f"Le catalogue est un document numérisé, abîmé par endroits. {shown}{nil}"


def _others(readings: Sequence[Doubt]) -> None:
    """What is folded is drawn when it is unfolded: it is half of the page's widgets, and seldom read."""
    # Its title never changes: under another one, Streamlit would fold it again.
    fold = st.expander(
        "Les autres points à confirmer, sans effet sur ces montants", key="autres-points", on_change=address.stay
    )
    if fold.open:
        with fold:
            st.caption(f"{len(readings)} points.")
            for doubt in readings:
                _evidence(doubt)
                _switch(doubt, {})


def _point(point: DoubtInQuote) -> None:
    with st.container(border=True):
        _evidence(point.doubt)
        _switch(point.doubt, {effect.choice: str(effect) for effect in point.others})


def _evidence(doubt: Doubt) -> None:
    st.subheader(f"{doubt.id} · {escape(doubt.title)}", anchor=False)
    st.markdown(write_evidence(doubt))


def _switch(doubt: Doubt, effects: dict[str, str]) -> None:
    """Choose a reading, each with what it would change.

    There is nothing to choose where the doubt has no other reading that could be priced.
    """
    if doubt.others:
        fields.ask_in_points(
            f"Lecture utilisée pour {doubt.id}",
            {choice: _choice_label(choice, label) for choice, label in doubt.labels.items()},
            f"lecture-{doubt.id}",
            captions=[_effect_caption(effects.get(choice), effects) for choice in doubt.labels],
        )


def _effect_caption(effect: str | None, effects: dict[str, str]) -> str:
    """What choosing it would change; the one in use says so, where effects are known."""
    if effect is None:
        return "Utilisée dans ce calcul" if effects else ""
    return escape(capitalise(effect))


def _choice_label(choice: str, label: str) -> str:
    return f"{'Lecture retenue' if choice == RETAINED else 'Autre lecture'}\N{NO-BREAK SPACE}: {escape(label)}"
