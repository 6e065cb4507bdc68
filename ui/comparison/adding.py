"""Adding scenarios: ready-made ones, a link, a file; the simulator has its own button."""

from collections.abc import Mapping

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.comparison.selection import Selection
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario
from ui.comparison import state
from ui.state.data import read_examples
from ui.widgets import notices
from ui.widgets.markdown import escape

_EXAMPLE, _LINK, _FILE = "exemple", "lien", "fichier"


def show_questions(ready: Mapping[str, CheckedScenario], edition: Edition) -> None:
    """For an empty page: what it does, and what people most often compare, one click each."""
    st.markdown(
        "Jusqu'à huit scénarios côte à côte\N{NO-BREAK SPACE}: la page chiffre chacun et explique l'écart entre deux "
        "d'entre eux."
    )
    st.markdown("Les questions que l'on pose souvent :")
    with st.container(horizontal=True):
        possible = [each for each in read_examples().comparisons if ready.keys() >= {*each.examples}]
        for index, question in enumerate(possible):
            shown = tuple(SavedScenario(ready[id_]) for id_ in question.examples)
            together = [question.examples.index(id_) for id_ in question.together]
            st.button(
                question.label,
                key=f"question-{index}",
                on_click=state.change,
                args=(Selection(shown).adding_up(together), edition),
            )


def show_sources(selection: Selection, ready: Mapping[str, CheckedScenario], edition: Edition) -> None:
    """Where a scenario may come from."""
    empty = not selection.scenarios  # each has its own key: what was unfolded for an empty page folds once it is not
    with st.expander("Ajouter un scénario", expanded=empty, key="premier-scenario" if empty else "autre-scenario"):
        if selection.is_full:
            st.markdown(f"{MOST_SCENARIOS} scénarios sont comparés : retirez-en un pour en ajouter un autre.")
            return
        with st.grid(3, min_column_width=260, gap="large"):
            with st.container():
                _example(selection, ready, edition)
            with st.container():
                _link(selection, edition)
            with st.container():
                _file(selection, edition)


def _example(selection: Selection, ready: Mapping[str, CheckedScenario], edition: Edition) -> None:
    chosen = st.selectbox(
        "Une organisation type",
        list(ready),
        format_func=lambda id_: ready[id_].scenario.label,
        key=_EXAMPLE,
    )
    st.caption(escape(read_examples().by_id[chosen].description))
    example = [SavedScenario(ready[chosen])]
    st.button("Ajouter cet exemple", key="ajouter-exemple", on_click=state.add, args=(example, selection, edition))


def _link(selection: Selection, edition: Edition) -> None:
    st.text_input("Un lien du simulateur ou d'une comparaison", key=_LINK, placeholder="Collez l'adresse ici")
    if (pasted := st.session_state[_LINK]) and pasted == st.session_state.get(state.REFUSED):
        notices.show_beside(_LINK)
    st.caption("Pour composer un scénario, ouvrez le simulateur, puis collez ici l'adresse de la page.")
    st.button("Ajouter ce lien", key="ajouter-lien", on_click=state.add_link, args=(_LINK, selection, edition))


def _file(selection: Selection, edition: Edition) -> None:
    st.file_uploader(
        "Un fichier gardé",
        key=_FILE,
        max_upload_size=1,
        on_change=state.add_file,
        args=(_FILE, selection, edition),
    )
