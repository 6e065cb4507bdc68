"""Who asks and what the services page shows, between its address and its widgets."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.problems import explain_cut, explain_repetition
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from ui.services.view import TABS, WORDS, Tab, View, format_view, parse_view, pick
from ui.state import address
from ui.state.edition import DEFAULT, SIMULATOR, find_edition
from ui.state.page_state import PageState, Parsed
from ui.widgets.count_fields import COUNT_WORDS

Shown = tuple[Scenario, View]  # who asks, and what is shown
_JOINED = ("besoins",)  # a list that is given twice is one list
_PAGE, _ASKER, _SEEN = "services", "services-demandeur", "services-simulateur-vu"


def choose_edition() -> Edition:
    """Choose the edition that the page shows; by the menu, the simulator's if that changed, else as it was left."""
    pages = (SIMULATOR, _PAGE) if _simulator_changed() else (_PAGE, SIMULATOR)
    return find_edition(*pages)


def write_parameters(scenario: Scenario, view: View, edition: Edition) -> dict[str, str]:
    """The words of a link to the page as it is shown."""
    return links.write_parameters(scenario, edition) | format_view(view)


def show_link(label: str, scenario: Scenario, view: View, edition: Edition) -> None:
    """Lead to the page as it would be shown."""
    st.page_link("pages/services.py", label=label, query_params=write_parameters(scenario, view, edition))


def name_field(word: str) -> str:
    """Name the widget that holds one of the page's words."""
    return f"{_PAGE}-{word}"


NEEDS = name_field("besoins")


def close_sheet() -> None:
    """Leave the sheet that is open; to be called before the page is drawn again."""
    st.session_state[name_field("fiche")] = None
    address.mark_edited()


def pick_needs() -> None:
    """Turn what was just picked or written into needs; say what does not decide."""
    address.mark_edited()
    st.session_state[NEEDS], unclear = pick(st.session_state[NEEDS], choose_edition())
    address.tell(unclear, of_a_link=False)


def name_theme_field(index: int) -> str:
    """Name the widget that holds the needs ticked under a theme."""
    return name_field(f"theme-{index}")


def tick_needs(index: int) -> None:
    """Carry what was ticked under a theme over to the needs."""
    address.mark_edited()
    of_theme, ticked = choose_edition().need_themes[index].needs, st.session_state[name_theme_field(index)]
    needs = [need for need in st.session_state[NEEDS] if need not in of_theme or need in ticked]
    st.session_state[NEEDS] = list(dict.fromkeys([*needs, *ticked]))


def _parse(asked: address.Parameters, edition: Edition) -> Parsed[Shown]:
    whose = {word: values for word, values in asked.items() if word not in WORDS}
    checked, of_asker = links.parse_parameters(whose, edition, DEFAULT)
    shown = {word: values for word, values in asked.items() if word in WORDS}
    said = {word: " ".join(values) if word in _JOINED else values[0] for word, values in shown.items()}
    view, problems = parse_view(said, edition)
    return (checked.scenario, view), (*of_asker, *_unread(shown), *problems)


def _unread(shown: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a link says twice, or not to its end."""
    for word, values in shown.items():
        if word in _JOINED and not "".join(values).strip():
            yield explain_cut(word)
        elif word not in _JOINED and len(values) > 1:
            yield explain_repetition(word, values)


def _recall() -> address.Parameters:
    """Recall the page as it was left, for the organisation in the simulator if that changed since."""
    left = address.recall(_PAGE)
    if not _simulator_changed():
        return left
    return address.recall(SIMULATOR) | {word: values for word, values in left.items() if word in WORDS}


def _simulator_changed() -> bool:
    return bool(address.recall(SIMULATOR) != st.session_state.get(_SEEN, {}))


def _fill_widgets(shown: Shown) -> None:
    scenario, view = shown
    held = st.session_state
    held[_ASKER], held[_SEEN] = scenario, address.recall(SIMULATOR)
    words = scenario.model_dump(by_alias=True)
    for word in ("categorie", *COUNT_WORDS):
        held[name_field(word)] = words[word]
    said = format_view(view)
    for word in WORDS:
        held[name_field(word)] = said.get(word, "")
    held[NEEDS], held[name_field("vue")] = list(view.needs), TABS[view.tab]


def _collect(edition: Edition) -> Parsed[Shown]:
    held = st.session_state
    # A restarted server has widgets, and nothing else.
    asker = held.get(_ASKER) or _parse(address.read_parameters(), edition)[0][0]
    asked = asker.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    typed = {word: held.get(name_field(word)) for word in ("categorie", *COUNT_WORDS)}
    asked |= {word: value for word, value in typed.items() if value is not None}
    checked, of_asker = links.understand(asked, edition, DEFAULT, with_idle_counts=False)
    words = {word: held[name_field(word)] for word in WORDS if held.get(name_field(word))}
    tab = next((tab for tab, label in TABS.items() if label == words.get("vue")), Tab.GRID)
    view, problems = parse_view(words | {"vue": tab}, edition)
    return (checked.scenario, view), (*of_asker, *problems)


PAGE = PageState(
    _PAGE,
    _parse,
    lambda shown, edition: write_parameters(*shown, edition),
    _collect,
    lambda shown, _: _fill_widgets(shown),
    _recall,
)
