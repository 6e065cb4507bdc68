"""Which amounts are supposed, for whom: between the page's address and its fields."""

from typing import Any

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Taking
from nes_model.documents import nodes as documents
from nes_model.money.typed_amount import read_typed, write_typed
from nes_model.pricing.doubt_effects import drop_unavailable
from nes_model.problems import InvalidInputError
from nes_model.scenario import link as links
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.saved import parse_only_one
from ui.state import address
from ui.state.edition import DEFAULT, EDITION, SIMULATOR, find_edition
from ui.state.page_state import PageState, Parsed

_PAGE, _WORDS, _FILE = "tarifs", "_tarifs-mots", "tarifs-fichier"


def choose_edition() -> Edition:
    """Choose the edition that the page shows: its own words', else the simulator's."""
    return find_edition(_PAGE, SIMULATOR)


def field(charge: str) -> str:
    """The key of the field that holds a charge's amount."""
    return f"tarif-{charge}"


def forget_all(edition: Edition) -> None:
    """Return to the amounts of the edition, and to the readings that it retains."""
    st.session_state[_WORDS] = {**st.session_state.get(_WORDS, {}), "lectures": {}}
    for charge in edition.charges:
        st.session_state[field(charge)] = ""
    address.mark_edited()


def load(edition: Edition) -> None:
    """Take the simulation of a file; one that cannot be read changes nothing, and every problem of it is said."""
    uploaded = st.session_state.get(_FILE)
    if uploaded is None:
        return
    try:
        document = documents.parse(uploaded.getvalue(), uploaded.name, documents.MOST_BYTES_UPLOADED)
        saved = parse_only_one(document, edition)
    except InvalidInputError as error:
        address.mark_edited()
        address.tell([str(problem) for problem in error.problems], of_a_link=False)
        return
    if not (saved.scenario.tariffs or saved.scenario.readings):
        told = "Ce fichier ne suppose ni montant ni autre lecture\N{NO-BREAK SPACE}: rien n'a changé."
        address.tell([told], of_a_link=False)
        return
    _fill(saved.checked, edition)
    address.mark_edited()
    if saved.edition not in (None, edition.header.id):
        remark = (
            f"Cette simulation a été faite sous l'édition {saved.edition}\N{NO-BREAK SPACE}: ses montants sont "
            f"maintenant comparés à ceux de l'édition {edition.header.id}."
        )
        address.tell([remark], of_a_link=False)


def put_in_force(checked: CheckedScenario) -> CheckedScenario:
    """The scenario under the tariff in force, without the options that only a reading opened to it."""
    in_force = checked.scenario.model_copy(update={"tariffs": {}, "readings": {}})
    return drop_unavailable(in_force, checked.published)


def changeable(edition: Edition) -> set[str]:
    """The charges whose amount means something here: those that can be billed."""
    offers = [offer for offer in edition.offers if offer.taking is not Taking.OUTSIDE]
    return {charge.id for offer in offers for charge in offer.charges}


def _parse(asked: address.Parameters, edition: Edition) -> Parsed[CheckedScenario]:
    return links.from_parameters(asked, edition, DEFAULT)


def _collect(edition: Edition) -> Parsed[CheckedScenario]:
    return links.understood(_asked(edition), edition, DEFAULT)


def _recall() -> address.Parameters:
    """Recall the page as it was left, else the organisation in the simulator."""
    return address.recall(_PAGE) or address.recall(SIMULATOR)


def _fill(checked: CheckedScenario, edition: Edition) -> None:
    held, scenario = st.session_state, checked.scenario
    held[EDITION] = edition.header.id
    held[_WORDS] = scenario.model_dump(mode="json", by_alias=True, exclude={"tariffs"})
    for charge in edition.charges:
        held[field(charge)] = write_typed(scenario.tariffs[charge]) if charge in scenario.tariffs else ""


def _asked(edition: Edition) -> dict[str, Any]:
    held = st.session_state
    texts = {charge: str(held.get(field(charge)) or "").strip() for charge in edition.charges}
    return {**held.get(_WORDS, {}), "tarifs": {charge: read_typed(text) for charge, text in texts.items() if text}}


PAGE = PageState(
    _PAGE, _parse, lambda checked, edition: links.to_parameters(checked.scenario, edition), _collect, _fill, _recall
)
