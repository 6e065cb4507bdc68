"""The points à confirmer: what is printed, what is read, where to settle it, and what each other reading would move."""

from collections.abc import Iterator

import streamlit as st

from nes_model.catalogue.doubt import Doubt, OtherReading
from nes_model.catalogue.edition import Edition
from nes_model.editions.source_lines import list_places
from nes_model.pricing import impact
from nes_model.scenario.examples import Examples
from ui.state.data import places
from ui.tariffs import effects
from ui.widgets import tables
from ui.widgets.markdown import escaped
from ui.widgets.tables import Column


def show(examples: Examples, edition: Edition) -> None:
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
        f"Imprimé : {escaped(doubt.printed)}.  \n"
        f"Lu : {escaped(doubt.retained)}.  \n"
        f"Pourquoi : {escaped(doubt.reason)}  \n"
        f"Où le trancher : {escaped(list_places(places(edition).doubts[doubt.id]))}."
    )
    with st.container():
        if not doubt.others:
            st.markdown("Aucune autre lecture à chiffrer.")
        for other in doubt.others:
            _other(doubt, other, examples, edition)


def _other(doubt: Doubt, other: OtherReading, examples: Examples, edition: Edition) -> None:
    st.subheader(f"Autre lecture : {escaped(other.label)}", anchor=False)
    marks = list(_marks(other, edition))
    if marks:
        columns = [Column("Service"), Column("Collège"), Column("Marque retenue"), Column("Avec cette lecture")]
        tables.show(f"Marques que changerait {doubt.id}, {other.label}", columns, marks)
    if other.amounts or other.charges:
        scenarios = [each.scenario for each in examples.examples]
        effects.table_of(
            f"Effet de {doubt.id}, {other.label}, sur les exemples",
            impact.measure_reading(scenarios, doubt.id, other.id, edition),
        )
    offers = {offer.id: offer.label for offer in edition.offers}
    for feature in edition.features:
        if feature.id in other.features:
            now, then = escaped(offers[feature.offer]), escaped(offers[other.features[feature.id]])
            st.markdown(f"« {escaped(feature.label)} » passerait de « {now} » à « {then} ».")
    for service, colleges in other.memberships.items():
        label = edition.services_by_id[service].label
        st.markdown(f"{escaped(label)} : adhésion nécessaire pour les collèges {', '.join(colleges)}.")


def _marks(other: OtherReading, edition: Edition) -> Iterator[tuple[str, str, str, str]]:
    for service, marks in other.marks.items():
        for college, mark in marks.items():
            kept = edition.services_by_id[service].marks[college]
            if mark is not kept:
                yield edition.services_by_id[service].label, college, kept.words, mark.words
