"""Which services who may have, and what to take to have what one wants."""

import streamlit as st

from nes_model.catalogue.overlay import apply_readings
from ui.services import answers, grid, needs
from ui.services import header as asker
from ui.services import service_sheet as sheet
from ui.services import state as services_state
from ui.services.view import TABS
from ui.site import shell
from ui.state import address
from ui.widgets import notices


@shell.redrawn_alone
def _draw() -> None:
    edition = services_state.choose_edition()
    scenario, view = services_state.PAGE.read(edition)
    services_state.PAGE.write((scenario, view), edition)
    read = apply_readings(edition, scenario.readings)

    asker.title(scenario)
    with st.container():
        notices.show()
        asker.readings_used(scenario, view, edition)
    asker.who(scenario, read)

    services_tab, needs_tab = st.tabs(
        list(TABS.values()), default=TABS[view.tab], key=services_state.key("vue"), on_change=address.mark_edited
    )
    with services_tab:
        grid.filters(read)
        grid.legend()
        grid.show(scenario, view, read)
        grid.downloads(view, read)
    with needs_tab:
        asked, answered = answers.lay_out(scenario, view)
        with asked:
            needs.form(scenario, read, fold_themes=answers.is_compared(scenario, view))
        answers.show(scenario, view, edition, answered)

    sheet.show(scenario, view, edition)
    shell.footer(edition)


_draw()
