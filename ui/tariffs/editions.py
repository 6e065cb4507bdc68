"""Two editions, side by side: what moved from one to the other, and what it does to the examples."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.edition_changes import list_access_changes, list_changes
from nes_model.pricing import impact
from nes_model.scenario.examples import Examples
from ui.state.data import list_editions, read_edition
from ui.tariffs import effects
from ui.widgets import tables
from ui.widgets.markdown import write_list
from ui.widgets.tables import Column


def show(edition: Edition, examples: Examples) -> None:
    """Between this edition and each of the others, from the older to the newer."""
    for id_ in list_editions():
        if id_ != edition.header.id:
            before, after = sorted([edition, read_edition(id_)], key=lambda each: each.header.id)
            _changes(before, after, examples)


def _changes(before: Edition, after: Edition, examples: Examples) -> None:
    old, new = before.header.id, after.header.id
    st.header(f"De l'édition {old} à l'édition {new}", anchor=False)
    rows = [
        (f"{each.charge.label}\n{each.charge.id}", each.before or "absent", each.after or "absent")
        for each in list_changes(before, after)
    ]
    if rows:
        columns = [Column("Tarif"), Column(f"Édition {old}"), Column(f"Édition {new}")]
        tables.show("Tarifs qui changent", columns, rows)
    else:
        st.markdown("Aucun tarif ne change.")
    if others := list(list_access_changes(before, after)):
        st.markdown("Ce qui change sans être un prix\N{NO-BREAK SPACE}:\n\n" + write_list(others))
    moved = impact.measure_edition(examples.check_all(before).values(), after)
    effects.show_table("Effet sur les exemples", moved)
