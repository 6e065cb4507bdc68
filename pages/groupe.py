"""Many organisations at once: what a group costs together, and what its file still has to correct."""

import streamlit as st

from ui.group import charts, corrections, results, source
from ui.site import shell


@shell.redraw_alone
def _draw() -> None:
    edition = source.choose_edition()

    head = st.container()
    group = source.ask_group(edition)
    with head:
        results.show_title(is_example=source.is_example())
        if group and group.organisations:
            results.show_figures(group, edition, is_example=source.is_example())
            results.show_downloads(source.make_writer(group, edition), edition)
    with st.container():
        if group and group.organisations:
            with st.container():
                corrections.show(group, is_typed=not source.is_file())
            charts.show(group, edition)
            with st.container():
                results.show_notes(group, edition)
            results.show_parts(group)
            results.show_organisations(group, edition)
    shell.show_footer(edition, kept=source.KEPT)


_draw()
