"""The tariffs, their sources and their doubts, and what other amounts would change."""

import streamlit as st

from ui.group import source as group_source
from ui.site import shell
from ui.state.data import examples as examples_of
from ui.tariffs import doubts, editions, effects, price_list, state
from ui.tariffs import downloads as files
from ui.widgets import notices


@shell.redrawn_alone
def _draw() -> None:
    edition = state.choose_edition()
    scenario = state.PAGE.read(edition)
    state.PAGE.write(scenario, edition)
    examples = examples_of(edition)

    st.title("Les tarifs, leurs sources, et si… ?", anchor=False)
    st.markdown(
        f"{edition.header.label} : {edition.header.in_force}. "
        "Chaque montant dit où il est imprimé ; changez-en un sous « Et si… ? » pour voir ce que cela donnerait."
    )
    editions.choose()
    with st.container():
        notices.show()
        effects.banner(scenario, edition)
        files.show(scenario, edition, examples)
        effects.show(scenario, examples, group_source.shown(edition), edition)
    price_list.show(edition, scenario)
    doubts.show(examples, edition)
    editions.show(edition, examples)
    shell.footer(edition)


_draw()
