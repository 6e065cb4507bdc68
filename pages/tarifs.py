"""The tariffs, their sources and their doubts, and what other amounts would change."""

import streamlit as st

from ui.group import source as group_source
from ui.site import shell
from ui.state.data import examples as known_examples
from ui.tariffs import doubts, editions, effects, price_list, state
from ui.tariffs import downloads as files
from ui.widgets import notices


@shell.redrawn_alone
def _draw() -> None:
    edition = state.choose_edition()
    checked = state.PAGE.read(edition)
    state.PAGE.write(checked, edition)
    examples = known_examples()
    ready = examples.check_all(edition).values()

    st.title("Les tarifs, leurs sources, et si… ?", anchor=False)
    st.markdown(
        f"{edition.header.label} : {edition.header.in_force}. "
        "Chaque montant dit où il est imprimé ; changez-en un sous « Et si… ? » pour voir ce que cela donnerait."
    )
    editions.choose()
    with st.container():
        notices.show()
        effects.banner(checked.scenario, edition)
        files.show(checked, examples)
        effects.show(checked, ready, group_source.find_shown(edition))
    price_list.show(edition, checked.scenario)
    doubts.show(ready, edition)
    editions.show(edition, examples)
    shell.footer(edition)


_draw()
