"""Many organisations at once: what a group costs together, and what its file still has to correct."""

import streamlit as st

from ui.group import charts as group_charts
from ui.group import corrections
from ui.group import results as group_results
from ui.group import source as group_source
from ui.site import shell
from ui.state.edition import find_edition


@shell.redraw_alone
def _draw() -> None:
    edition = find_edition()

    head = st.container()
    group = group_source.group(edition)
    with head:
        group_results.title(is_example=group_source.is_example())
        if group and group.organisations:
            group_results.headline(group, edition, is_example=group_source.is_example())
            group_results.downloads(group_source.writer(group, edition), edition)
    with st.container():
        if group and group.organisations:
            with st.container():
                corrections.show(group, is_typed=not group_source.is_file())
            group_charts.show(group, edition)
            with st.container():
                group_results.notes(group, edition)
            group_results.parts(group)
            group_results.organisations(group, edition)
    shell.show_footer(edition, kept=group_source.KEPT)


_draw()
