"""The simulator's scenario, between its address and its widgets."""

from typing import Any

import streamlit as st

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.money import format_number
from nes_model.scenario import link as links
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import OptionChoice, Scenario
from ui.state import address
from ui.state.edition import DEFAULT, SIMULATOR
from ui.state.page_state import Parsed, hold_scenario
from ui.widgets.count_fields import COUNT_WORDS

_PLAIN = ("libelle", "categorie", *COUNT_WORDS, "mois_premiere_annee", "horizon")
DOUBTS_PART = "points"  # of the page, where they are told
_TARIFFS, _EXAMPLE = "tarifs", "_exemple-ouvert"


def open_example(scenario: Scenario, edition: Edition) -> None:
    """Open a ready-made scenario, as its link would; its name is its own, not the visitor's."""
    st.session_state[_EXAMPLE] = scenario
    address.leave_notices()
    address.write("", links.write_parameters(scenario, edition))


def name_fold(family: str) -> str:
    """Name what holds whether a folded family of options is open."""
    return f"famille-{family}"


def return_to_published_tariffs() -> None:
    """Drop every supposed amount."""
    st.session_state[_TARIFFS] = {}
    address.mark_edited()


def _collect(edition: Edition) -> Parsed[CheckedScenario]:
    checked, problems = links.understand(_asked_by_widgets(edition), edition, DEFAULT, with_idle_counts=False)
    _forget_what_is_not_taken(checked.scenario, edition)
    return _without_borrowed_name(checked), problems


def _fill_widgets(checked: CheckedScenario, edition: Edition) -> None:
    scenario = checked.scenario
    words = scenario.model_dump(by_alias=True)
    for word in _PLAIN:
        st.session_state[word] = words[word]
    st.session_state["hausse_annuelle"] = format_number(scenario.yearly_increase)
    st.session_state[_TARIFFS] = scenario.model_dump(mode="json", by_alias=True)[_TARIFFS]
    for option, offer in edition.options.items():
        choice = scenario.options.get(option)
        _hold(f"option-{option}", choice is not None, usual=False)
        _fill_choice(offer, choice or OptionChoice())
        if choice:
            st.session_state[name_fold(offer.group)] = True
    for doubt in edition.doubts:
        _hold(f"lecture-{doubt.id}", scenario.readings.get(doubt.id, RETAINED), usual=RETAINED)


def _hold(key: str, value: object, *, usual: object) -> None:
    """Hold what a field is to show; nothing for one that was never drawn and shows what it shows by itself.

    Streamlit goes through all that is held several times a run.
    """
    if value != usual or key in st.session_state:
        st.session_state[key] = value


def _fill_choice(offer: Offer, choice: OptionChoice) -> None:
    quantity = choice.quantity
    shown: str | int | None = int(quantity) if quantity is not None else None
    if takes_decimals(offer):
        shown = "" if quantity is None else format_number(quantity)
    _hold(f"quantite-{offer.id}", shown, usual="" if takes_decimals(offer) else None)
    _hold(f"rythme-{offer.id}", (choice.every or Cadence.ONCE).value, usual=Cadence.ONCE.value)
    _hold(f"facturation-{offer.id}", choice.billing.value if choice.billing else "auto", usual="auto")


def takes_decimals(offer: Offer) -> bool:
    """Whether its quantity may be a fraction, and so is typed as text: a number field misreads "2,5"."""
    return any(charge.per.is_divisible for charge in offer.charges)


def _asked_by_widgets(edition: Edition) -> dict[str, Any]:
    """The same words as a link's, from what the widgets hold."""
    held = st.session_state
    asked = {word: held[word] for word in (*_PLAIN, "hausse_annuelle") if held.get(word) is not None}
    asked["hausse_annuelle"] = str(asked.get("hausse_annuelle", "")).strip() or "0"
    asked["options"] = {
        option: _choice_asked(option, edition) for option in edition.options if held.get(f"option-{option}")
    }
    asked[_TARIFFS] = dict(held.get(_TARIFFS, {}))
    asked["lectures"] = {doubt.id: held.get(f"lecture-{doubt.id}") or RETAINED for doubt in edition.doubts}
    return asked


def _choice_asked(option: str, edition: Edition) -> dict[str, Any]:
    """Only the words that this option has a use for."""
    held = st.session_state
    offer = edition.options[option]
    choice: dict[str, Any] = {}
    quantity = held.get(f"quantite-{option}")
    if quantity not in (None, "") and offer.asked:
        choice["quantite"] = str(quantity)
    if held.get(f"rythme-{option}") == Cadence.YEARLY:
        choice["rythme"] = Cadence.YEARLY.value
    billing = held.get(f"facturation-{option}")
    offered = [charge.per for row in offer.billed_to(str(held.get("categorie"))) for charge in row if len(row) > 1]
    if billing in (Basis.USER, Basis.STRUCTURE) and billing in offered:
        choice["facturation"] = billing
    return choice


def _without_borrowed_name(checked: CheckedScenario) -> CheckedScenario:
    """An example that was changed is no longer « EHPAD, trois sites »: a name that nobody gave goes with it."""
    opened: Scenario | None = st.session_state.get(_EXAMPLE)
    if opened is None or checked.scenario == opened:
        return checked
    st.session_state.pop(_EXAMPLE)
    if checked.scenario.label != opened.label:
        return checked
    st.session_state["libelle"] = ""
    return checked.named("")


def _forget_what_is_not_taken(scenario: Scenario, edition: Edition) -> None:
    """Untick what was left aside. What an option would add is counted as usual: once taken again, it is so too."""
    for option, offer in edition.options.items():
        if option not in scenario.options:
            if st.session_state.get(f"option-{option}"):
                st.session_state[f"option-{option}"] = False
            _fill_choice(offer, OptionChoice())


PAGE = hold_scenario(SIMULATOR, _collect, _fill_widgets)
