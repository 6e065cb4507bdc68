"""Who asks and what the services page shows, between its address and its widgets."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from nes_model.scenario.trimming import without_idle_counts
from ui.services.view import TABS, WORDS, Tab, View, picked, understood, written
from ui.simulator import state
from ui.simulator.state import COUNTS, DEFAULT
from ui.state import address

_PAGE, _SIMULATOR, _ASKER, _SEEN = "services", "simulateur", "services-demandeur", "services-simulateur-vu"


def edition() -> Edition:
    """The edition that the page shows; by the menu, the simulator's if that changed since, else as it was left."""
    return state.edition(_SIMULATOR, _PAGE) if _simulator_changed() else state.edition(_PAGE, _SIMULATOR)


def shown(edition: Edition) -> tuple[Scenario, View]:
    """Who asks and what is shown: by the address when it is new, else by the widgets."""
    by_the_menu = not st.query_params
    asked = address.asked(_PAGE)
    if asked is None:
        return _asked_by_widgets(edition)
    if by_the_menu:
        asked = _as_left(asked)
    known = links.from_parameters({word: asked[word] for word in asked if word not in WORDS}, edition, DEFAULT)
    view, problems = understood(_first(asked), edition)
    address.tell((*known.problems, *problems), of_a_link=True)
    _fill_widgets(known.scenario, view, edition)
    return known.scenario, view


def keep(scenario: Scenario, view: View, edition: Edition) -> None:
    """Write what is shown in the address, unless it says it already."""
    if to_parameters(scenario, view, edition) != to_parameters(*_said(edition), edition):
        address.write(_PAGE, to_parameters(scenario, view, edition))


def to_parameters(scenario: Scenario, view: View, edition: Edition) -> dict[str, str]:
    """The words of a link to the page as it is shown."""
    return links.to_parameters(scenario, edition) | written(view)


def key(word: str) -> str:
    """The key of the widget that holds one of the page's words."""
    return f"{_PAGE}-{word}"


def close_sheet() -> None:
    """Leave the sheet that is open; to be called before the page is drawn again."""
    st.session_state[key("fiche")] = None
    address.edited()


def pick_needs() -> None:
    """Turn what was just picked or written into needs; say what does not decide."""
    address.edited()
    st.session_state[key("besoins")], unclear = picked(st.session_state[key("besoins")], edition())
    address.tell(unclear, of_a_link=False)


def _said(edition: Edition) -> tuple[Scenario, View]:
    """What the address says, as far as it can be understood."""
    present = address.parameters()
    known = links.from_parameters({word: present[word] for word in present if word not in WORDS}, edition, DEFAULT)
    return known.scenario, understood(_first(present), edition)[0]


def _first(parameters: address.Parameters) -> dict[str, str]:
    return {word: values[0] for word, values in parameters.items() if word in WORDS}


def _as_left(asked: address.Parameters) -> address.Parameters:
    """By the menu: the page as it was left, for the organisation in the simulator if that changed since."""
    if not _simulator_changed():
        return asked
    return address.last(_SIMULATOR) | {word: values for word, values in asked.items() if word in WORDS}


def _simulator_changed() -> bool:
    return bool(address.last(_SIMULATOR) != st.session_state.get(_SEEN, {}))


def _fill_widgets(scenario: Scenario, view: View, edition: Edition) -> None:
    held = st.session_state
    held[_ASKER], held[_SEEN] = scenario, address.last(_SIMULATOR)
    held["edition"] = edition.header.id  # a change of this page's widgets keeps the year
    words = scenario.model_dump(by_alias=True)
    for word in ("categorie", *COUNTS):
        held[key(word)] = words[word]
    said = written(view)
    for word in WORDS:
        held[key(word)] = said.get(word, "")
    held[key("besoins")], held[key("vue")] = list(view.needs), TABS[view.tab]


def _asked_by_widgets(edition: Edition) -> tuple[Scenario, View]:
    held = st.session_state
    asker = held.get(_ASKER) or _said(edition)[0]  # a restarted server has widgets, and nothing else
    asked = asker.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    asked |= {word: held[key(word)] for word in ("categorie", *COUNTS) if held.get(key(word)) is not None}
    reading = links.understood(asked, edition, DEFAULT)
    words = {word: held[key(word)] for word in WORDS if held.get(key(word))}
    tab = next((tab for tab, label in TABS.items() if label == words.get("vue")), Tab.GRID)
    view, problems = understood(words | {"vue": tab}, edition)
    if reading.problems or problems or not address.has_notices():
        address.tell((*reading.problems, *problems), of_a_link=False)
    return without_idle_counts(reading.scenario, edition), view
