"""A page's state, between its address and its widgets: the one mechanism by which every page reads and writes both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.scenario import link as links
from nes_model.scenario.checking import CheckedScenario
from ui.state import address
from ui.state.address import Parameters
from ui.state.edition import DEFAULT, EDITION

_TOO_LONG = "L'adresse est trop longue pour être lue. Rien n'en est repris."
State = TypeVar("State")
Parsed = tuple[State, Sequence[str]]  # a state, and a French sentence for whatever could not be used


@dataclass(frozen=True, slots=True)
class PageState(Generic[State]):
    """How one page reads its state and writes it.

    An address that is new to the page is parsed and fills the widgets; otherwise the widgets are right, and the address
    follows. A page whose address alone holds its state has nothing to collect nor to fill.
    """

    page: str
    parse: Callable[[Parameters, Edition], Parsed[State]]
    format_words: Callable[[State, Edition], Mapping[str, str]]
    collect: Callable[[Edition], Parsed[State]] | None = None  # from the widgets
    fill: Callable[[State, Edition], None] | None = None  # the widgets
    recall: Callable[[], Parameters] | None = None  # what a bare address asks on return; by default, what was left

    def read(self, edition: Edition) -> State:
        """Read what the page is asked, and tell what of it could not be used; before any widget is drawn."""
        asked = address.take_asked(self.page, self.recall)
        if asked is not None:
            return self._arrive(asked, edition)
        if self.collect is None:
            state, problems = self.parse(address.read_parameters(), edition)
        else:
            state, problems = self.collect(edition)
        if problems or not address.list_notices():
            address.tell(problems, of_a_link=self.collect is None)
        return state

    def write(self, state: State, edition: Edition) -> None:
        """Write the state in the address when it is no longer the one that the address stands for.

        Every writing is a step of the browser's history: writing again in other words what is there would hold Back
        captive. So the state last read or written is remembered in the page's own words.
        """
        words = dict(self.format_words(state, edition))
        if st.session_state.get(self._said) != words and address.write(self.page, words):
            st.session_state[self._said] = words

    def _arrive(self, asked: Parameters, edition: Edition) -> State:
        state, problems = self.parse(asked, edition)
        if address.is_too_long():
            problems = [_TOO_LONG]
        address.tell(problems, of_a_link=True)
        if self.fill is not None:
            st.session_state[EDITION] = edition.header.id  # a change of the page's widgets keeps the year
            self.fill(state, edition)
        st.session_state[self._said] = None if problems else dict(self.format_words(state, edition))
        return state

    @property
    def _said(self) -> str:
        return f"_said-{self.page}"


def hold_scenario(
    page: str,
    collect: Callable[[Edition], Parsed[CheckedScenario]],
    fill: Callable[[CheckedScenario, Edition], None],
    recall: Callable[[], Parameters] | None = None,
) -> PageState[CheckedScenario]:
    """Make the state of a page whose address is a scenario's link, and says nothing else."""
    return PageState(
        page,
        lambda asked, edition: links.parse_parameters(asked, edition, DEFAULT),
        lambda checked, edition: links.write_parameters(checked.scenario, edition),
        collect,
        fill,
        recall,
    )
