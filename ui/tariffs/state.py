"""Which amounts are supposed, for whom: between the page's address and its fields."""

from typing import Any

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Taking
from nes_model.money.typed_amount import read_typed, write_typed
from nes_model.pricing.doubt_effects import drop_unavailable
from nes_model.scenario import link as links
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.saved import parse_only_one
from ui.state import address
from ui.state.edition import DEFAULT, SIMULATOR, find_edition
from ui.state.page_state import Parsed, hold_scenario
from ui.state.uploads import read_upload

FILE = "tarifs-fichier"  # the field of a saved simulation
_PAGE, _WORDS = "tarifs", "_tarifs-mots"


def choose_edition() -> Edition:
    """Choose the edition that the page shows: its own words', else the simulator's."""
    return find_edition(_PAGE, SIMULATOR)


def name_field(charge: str) -> str:
    """Name the field that holds a charge's amount."""
    return f"tarif-{charge}"


def forget_all(edition: Edition) -> None:
    """Return to the amounts of the edition, and to the readings that it retains."""
    st.session_state[_WORDS] = {**st.session_state.get(_WORDS, {}), "lectures": {}}
    for charge in edition.charges:
        st.session_state[name_field(charge)] = ""
    address.mark_edited()


def load(edition: Edition) -> None:
    """Take the simulation of a file; one that cannot be read changes nothing, and every problem of it is said."""
    saved = read_upload(FILE, lambda document: parse_only_one(document, edition))
    if saved is None:
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


def list_changeable(edition: Edition) -> set[str]:
    """List the charges whose amount means something here: those that can be billed."""
    offers = [offer for offer in edition.offers if offer.taking is not Taking.OUTSIDE]
    return {charge.id for offer in offers for charge in offer.charges}


def _collect(edition: Edition) -> Parsed[CheckedScenario]:
    return links.understand(_asked(edition), edition, DEFAULT)


def _recall() -> address.Parameters:
    """Recall the page as it was left, else the organisation in the simulator."""
    return address.recall(_PAGE) or address.recall(SIMULATOR)


def _fill(checked: CheckedScenario, edition: Edition) -> None:
    held, scenario = st.session_state, checked.scenario
    held[_WORDS] = scenario.model_dump(mode="json", by_alias=True, exclude={"tariffs"})
    for charge in edition.charges:
        held[name_field(charge)] = write_typed(scenario.tariffs[charge]) if charge in scenario.tariffs else ""


def _asked(edition: Edition) -> dict[str, Any]:
    held = st.session_state
    texts = {charge: str(held.get(name_field(charge)) or "").strip() for charge in edition.charges}
    return {**held.get(_WORDS, {}), "tarifs": {charge: read_typed(text) for charge, text in texts.items() if text}}


PAGE = hold_scenario(_PAGE, _collect, _fill, _recall)
