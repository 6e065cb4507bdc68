"""The points à confirmer: what is printed, what is read, where to settle it, and what each other reading would move."""

from collections.abc import Collection, Iterator

import streamlit as st

from nes_model.catalogue.doubt import Doubt, OtherReading
from nes_model.catalogue.edition import Edition
from nes_model.editions.source_lines import list_places
from nes_model.pricing import impact
from nes_model.scenario.checking import CheckedScenario
from ui.state.data import find_places
from ui.tariffs import effects
from ui.widgets import tables
from ui.widgets.markdown import escape
from ui.widgets.tables import Column


def show(ready: Collection[CheckedScenario], edition: Edition) -> None:
    """One point at a time, with everything that its other readings would move."""
    st.header("Points à confirmer", anchor=False)
    chosen = st.selectbox(
        "Point à confirmer",
        list(edition.doubts_by_id),
        format_func=lambda id_: f"{id_} · {edition.doubts_by_id[id_].title}",
        key="point",
    )
    doubt = edition.doubts_by_id[chosen]
    st.markdown(
        f"Imprimé : {escape(doubt.printed)}.  \n"
        f"Lu : {escape(doubt.retained)}.  \n"
        f"Pourquoi : {escape(doubt.reason)}  \n"
        f"Où le trancher : {escape(list_places(find_places(edition).doubts[doubt.id]))}."
    )
    with st.container():
        if not doubt.others:
            st.markdown("Aucune autre lecture à chiffrer.")
        for other in doubt.others:
            _other(doubt, other, ready, edition)


def _other(doubt: Doubt, other: OtherReading, ready: Collection[CheckedScenario], edition: Edition) -> None:
    st.subheader(f"Autre lecture : {escape(other.label)}", anchor=False)
    marks = list(_marks(other, edition))
    if marks:
        columns = [Column("Service"), Column("Collège"), Column("Marque retenue"), Column("Avec cette lecture")]
        tables.show(f"Marques que changerait {doubt.id}, {other.label}", columns, marks)
    if other.amounts or other.charges:
        effects.show_table(
            f"Effet de {doubt.id}, {other.label}, sur les exemples",
            impact.measure_reading(ready, doubt.id, other.id),
        )
    for feature in edition.features:
        if feature.id in other.features:
            now, then = edition.offers_by_id[feature.offer], edition.offers_by_id[other.features[feature.id]]
            st.markdown(f"« {escape(feature.label)} » passerait de « {escape(now.label)} » à « {escape(then.label)} ».")
    for service, colleges in other.memberships.items():
        label = edition.services_by_id[service].label
        st.markdown(f"{escape(label)} : adhésion nécessaire pour les collèges {', '.join(colleges)}.")


def _marks(other: OtherReading, edition: Edition) -> Iterator[tuple[str, str, str, str]]:
    for service, marks in other.marks.items():
        for college, mark in marks.items():
            retained = edition.services_by_id[service].marks[college]
            if mark is not retained:
                yield edition.services_by_id[service].label, college, retained.words, mark.words
