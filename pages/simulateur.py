"""One organisation, one quote: what joining costs, why, and how sure each figure is."""

import streamlit as st

from nes_model.pricing.doubt_effects import find_points
from nes_model.pricing.rule import price_checked
from ui.simulator import charts, form, heading, parts, results, state
from ui.site import shell
from ui.state.data import list_later_editions
from ui.state.edition import find_edition
from ui.widgets import notices


@shell.redraw_alone
def _draw() -> None:
    edition = find_edition()
    checked = state.PAGE.read(edition)
    state.PAGE.write(checked, edition)
    quote = price_checked(checked, list_later_editions(edition))
    touching = find_points(quote, edition)

    heading.show(quote, touching, edition)
    # What may say nothing has a block of its own: what follows stays where it was, and is not drawn twice meanwhile.
    with st.container():
        notices.show()
        results.show_what_ifs(quote)
    results.show_headline(quote, touching)
    shell.send_what_is_drawn()

    asked, pictures = st.columns([5, 7], gap="large")
    with asked:
        form.ask_organisation(quote)
        form.ask_options(quote)
        form.ask_hypotheses()
        form.ask_name()
    with pictures:
        charts.show_years(quote)
        results.show_notes(quote)
        parts.show(quote, touching, edition)

    parts.show_footer(edition)


_draw()
