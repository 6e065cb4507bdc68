"""The tariffs, their sources and their doubts, and what other amounts would change."""

import streamlit as st

from ui.group import source as group_source
from ui.site import shell
from ui.state.data import read_examples
from ui.tariffs import doubts, downloads, editions, effects, price_list, state
from ui.widgets import edition_field, notices


@shell.redraw_alone
def _draw() -> None:
    edition = state.choose_edition()
    checked = state.PAGE.read(edition)
    state.PAGE.write(checked, edition)
    examples = read_examples()
    ready = examples.check_all(edition).values()

    st.title("Les tarifs, leurs sources, et si… ?", anchor=False)
    st.markdown(
        f"{edition.header.label} : {edition.header.in_force}. "
        "Chaque montant dit où il est imprimé ; changez-en un sous « Et si… ? » pour voir ce que cela donnerait."
    )
    edition_field.show(width=260)
    with st.container():
        notices.show()
        effects.show_banner(checked.scenario, edition)
        downloads.show(checked, examples)
        effects.show(checked, ready, group_source.find_shown(edition))
    price_list.show(edition, checked.scenario)
    doubts.show(ready, edition)
    editions.show(edition, examples)
    shell.show_footer(edition)


_draw()
