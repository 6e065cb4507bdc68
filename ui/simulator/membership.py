"""What joining opens, and how to join."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Feature
from nes_model.pricing.quote import Quote
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from ui.widgets import tables
from ui.widgets.markdown import escape, write_contact
from ui.widgets.tables import Column


def show_access(scenario: Scenario, edition: Edition, quote: Quote) -> None:
    """What each pack holds for this category, and what the catalogue leaves unsaid."""
    st.header("Ce que l'adhésion ouvre", anchor=False)
    for offer in quote.edition.packs.values():
        features = [feature for feature in quote.edition.features if feature.offer == offer.id]
        if not features:
            continue
        open_to = quote.edition.list_features(offer, scenario.category)
        closed_to = [feature for feature in features if feature not in open_to]
        verb = "vous ouvre" if offer in quote.packs else "ouvrirait en plus"
        limits = f" Le catalogue ne nomme pas votre collège pour : {_listed(closed_to)}." if closed_to else ""
        st.markdown(f"Le **{offer.label.lower()}** {verb} : {_listed(open_to)}.{limits}{_doubts(features)}")
    st.markdown(
        "Les services institutionnels et ceux que NeS porte comme groupement régional (GRADeS) "
        "ne demandent pas d'adhésion."
    )
    words = links.write_parameters(scenario, edition)
    st.page_link("pages/services.py", label="Voir les services ouverts à votre collège", query_params=words)
    questions = [each.question for each in edition.list_questions(scenario.category, quote.offers)]
    if questions:
        st.markdown(f"Non précisé par le catalogue : {'; '.join(questions).replace(';', ' ;')}.")


def show_steps(edition: Edition) -> None:
    """The steps in order, and whom to call."""
    st.header("Comment adhérer", anchor=False)
    columns = [Column("Étape"), Column("Quand"), Column("Qui"), Column("Quoi")]
    rows = [
        (str(number), step.when or "", step.who or "", step.what)
        for number, step in enumerate(edition.joining.steps, start=1)
    ]
    tables.show("Les étapes de l'adhésion, dans l'ordre", columns, rows)
    if edition.joining.steps_of_non_members:
        st.markdown(f"**Pour un service sans adhésion.** {escape(' '.join(edition.joining.steps_of_non_members))}")
    st.markdown(" · ".join(write_contact(each) for each in edition.joining.contacts))
    st.caption(f"Source : {escape(edition.joining.source)}.")


def _listed(features: Sequence[Feature]) -> str:
    return ", ".join(feature.label for feature in features)


def _doubts(features: list[Feature]) -> str:
    """The points à confirmer behind a pack's contents."""
    doubts = sorted({doubt for feature in features for doubt in feature.doubts})
    return f" À confirmer : {', '.join(doubts)}." if doubts else ""
