"""A service's sheet: what it does, who may have it, what it takes and costs, whom to ask, what is in doubt."""

import streamlit as st

from nes_model.catalogue.doubt import RETAINED, Doubt
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.service import Contract, Level, Mark, Service
from nes_model.catalogue.wording import write_tariff
from nes_model.french import capitalise
from nes_model.scenario.scenario import Scenario
from ui.services.state import close_sheet, show_link
from ui.services.view import Tab, View
from ui.widgets import tables
from ui.widgets.markdown import escape, write_contact, write_evidence, write_list
from ui.widgets.tables import Column, RichCell


def show(scenario: Scenario, view: View, edition: Edition) -> None:
    """The sheet that the address asks for, in a drawer."""
    read = apply_readings(edition, scenario.readings)
    service = read.services_by_id.get(view.sheet or "")
    if service:
        drawer = st.dialog(service.label, width="medium", position="right", on_dismiss=close_sheet)
        drawer(_sheet)(service, scenario, view, read, edition)


def _sheet(service: Service, scenario: Scenario, view: View, read: Edition, edition: Edition) -> None:
    family = read.families_by_id[service.family]
    st.caption(family.label + (f" · {service.theme}" if service.theme else ""))
    st.markdown(escape(service.description))
    _for_you(service, scenario, view, read)
    _listed("Ce qu'il permet", service.functions)
    _levels(service, scenario, read)
    _cost(service, scenario, read)
    _listed("Les marchés qu'il ouvre", _contracts(service, scenario, read))
    _who(service, scenario, read)
    _contacts(service)
    _listed("À savoir", service.remarks)
    for doubt in edition.doubts:
        if doubt.id in service.doubts:
            _doubt(doubt, scenario, view, edition)


def _for_you(service: Service, scenario: Scenario, view: View, read: Edition) -> None:
    """The answer to "may I have it?", before anything else."""
    college = read.college_of(scenario.category)
    mark = service.marks[college.id]
    doubts = [doubt.id for doubt in read.find_doubts(service, college.id)]
    joining = "Adhésion nécessaire." if read.needs_membership(service, college.id) else "Sans adhésion."
    suffix = f" {joining}" if mark.available else ""
    doubt = f" Point à confirmer : {', '.join(doubts)}, plus bas." if mark is Mark.UNKNOWN and doubts else ""
    with st.container(border=True, key="fiche-reponse"):
        st.markdown(f"**Collège {college.id}, le vôtre : {mark.symbol} {mark.words}.**{suffix}{doubt}")
        if service.conditions:
            st.markdown("\n".join(f"- Condition : {escape(condition)}" for condition in service.conditions))
        if not read.needs_membership(service, college.id) and read.joining.steps_of_non_members:
            st.caption(f"Pour l'avoir sans adhérer : {escape(' '.join(read.joining.steps_of_non_members))}")
        if mark.available:
            wanted = tuple(dict.fromkeys([*view.needs, service.id]))
            needs = view.model_copy(update={"sheet": None, "tab": Tab.NEEDS, "needs": wanted})
            show_link("Ajouter à mes besoins", scenario, needs, read)


def _levels(service: Service, scenario: Scenario, read: Edition) -> None:
    """What each level holds, and which offer each part is found in."""
    if not service.levels:
        return
    st.subheader("Ses niveaux", anchor=False)
    for level in service.levels:
        st.markdown(f"**{escape(level.label)}** : {_contents(level, read)}.")
    named = {offer.id: offer for level in service.levels for offer in read.offers_of(level)}
    for offer in named.values():
        price = write_tariff(offer.billed_to(scenario.category))
        absent = offer.absence or "pas de prix publié pour votre catégorie"
        st.caption(f"{escape(offer.label)} : {escape(price or offer.description or absent)}")


def _contents(level: Level, read: Edition) -> str:
    features = [read.features_by_id[feature] for feature in level.features]
    held = [(feature.label, read.offers_by_id[feature.offer].label.lower()) for feature in features]
    return "\N{NARROW NO-BREAK SPACE}; ".join(f"{escape(label)} ({escape(offer)})" for label, offer in held)


def _cost(service: Service, scenario: Scenario, read: Edition) -> None:
    referred = [offer for offer in read.offers if offer.id in service.offers]
    if not (service.cost or service.unpriced or referred):
        return
    st.subheader("Ce qu'il coûte", anchor=False)
    for text in (service.cost, service.unpriced):
        if text:
            st.markdown(escape(capitalise(text).removesuffix(".")) + ".")
    lines = [
        f"- {escape(offer.label)} : {escape(write_tariff(offer.billed_to(scenario.category)))}" for offer in referred
    ]
    if lines:
        st.markdown("\n".join(lines))


def _contracts(service: Service, scenario: Scenario, read: Edition) -> tuple[str, ...]:
    """What can be ordered through it, and the price for this category where it is published."""
    return tuple(
        " ".join([f"{contract.label} : {contract.description}", contract.cost, *_prices(contract, scenario, read)])
        for contract in read.contracts
        if contract.service == service.id
    )


def _prices(contract: Contract, scenario: Scenario, read: Edition) -> list[str]:
    offers = [offer for offer in read.offers if offer.id in contract.offers]
    prices = [write_tariff(offer.billed_to(scenario.category)) or offer.absence for offer in offers]
    return [f"Pour vous : {price.removesuffix('.')}." for price in prices if price]


def _who(service: Service, scenario: Scenario, read: Edition) -> None:
    st.subheader("Qui peut l'avoir", anchor=False)
    mine = read.college_of(scenario.category)
    columns = [Column("Collège"), Column("Marque"), Column("Adhésion")]
    rows = [
        (
            f"{college.id} · {college.label}{' (vous)' if college == mine else ''}",
            RichCell(service.marks[college.id].symbol, said=service.marks[college.id].words),
            "nécessaire" if read.needs_membership(service, college.id) else "sans",
        )
        for college in read.colleges
    ]
    tables.show_side_by_side([(f"Qui peut avoir : {service.label}", [tables.Section("", rows)])], columns, "words", "")
    st.caption(f"Sur quoi cela repose : {escape(service.basis)}")


def _contacts(service: Service) -> None:
    lines = [f"- {write_contact(each)}" for each in service.contacts]
    lines += [f"- [{escape(link.label)}]({link.address})" for link in service.links]
    if lines:
        st.subheader("Contacts et liens", anchor=False)
        st.markdown("\n".join(lines))


def _listed(title: str, texts: tuple[str, ...]) -> None:
    if texts:
        st.subheader(title, anchor=False)
        st.markdown(write_list(texts))


def _doubt(doubt: Doubt, scenario: Scenario, view: View, edition: Edition) -> None:
    """What is printed and how it is read; each other reading is one click away."""
    used = scenario.readings.get(doubt.id, RETAINED)
    with st.container(border=True, key=f"doute-{doubt.id}"):
        st.subheader(f"À confirmer · {doubt.id}, {escape(doubt.title)}", anchor=False)
        st.markdown(write_evidence(doubt, used))
        for choice, label in doubt.labels.items():
            if choice != used:
                show_link(f"Lire plutôt : {escape(label)}", scenario.with_reading(doubt.id, choice), view, edition)
