"""Which services who may have, and what to take to have what one wants."""

import streamlit as st

from nes_model.catalogue.overlay import apply_readings
from ui.services import answers, grid, header, needs, service_sheet, state
from ui.services.view import TABS
from ui.site import shell
from ui.state import address
from ui.widgets import notices


@shell.redraw_alone
def _draw() -> None:
    edition = state.choose_edition()
    scenario, view = state.PAGE.read(edition)
    state.PAGE.write((scenario, view), edition)
    read = apply_readings(edition, scenario.readings)

    header.show_title(scenario)
    with st.container():
        notices.show()
        header.show_readings_used(scenario, view, edition)
    header.ask_category(scenario, read)

    services_tab, needs_tab = st.tabs(
        list(TABS.values()), default=TABS[view.tab], key=state.name_field("vue"), on_change=address.mark_edited
    )
    with services_tab:
        grid.show_filters(read)
        grid.show_legend()
        grid.show(scenario, view, read)
        grid.show_downloads(view, read)
    with needs_tab:
        asked, answered = answers.lay_out(scenario, view)
        with asked:
            needs.ask(scenario, read, fold_themes=answers.is_compared(scenario, view))
        answers.show(scenario, view, edition, answered)

    service_sheet.show(scenario, view, edition)
    shell.show_footer(edition)


_draw()
