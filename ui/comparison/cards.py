"""One card a scenario: its name, who it is, its figures against the reference, and what can be done with it."""

from collections.abc import Callable, Sequence
from hashlib import blake2s
from html import escape as html_escape

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.crossing import find_longest_horizon
from nes_model.comparison.selection import Selection
from nes_model.comparison.then_and_now import describe_reopened, reopen
from nes_model.french import capitalise, list_words, write_count
from nes_model.money import format_gap, format_rounded_range
from nes_model.pricing.quote import Quote
from nes_model.pricing.reservations import list_reservations
from nes_model.pricing.summary import summarise
from nes_model.scenario import link as links
from nes_model.scenario.saved import SavedScenario
from nes_model.scenario.scenario import MOST_LABEL
from ui.comparison import state
from ui.widgets.markdown import escape

_MOST_ABREAST = 4
_OPERATIONS: dict[str, Callable[[Selection, int], Selection]] = {
    "Prendre comme référence": Selection.with_reference,
    "Dupliquer": Selection.duplicated,
    "Déplacer vers le début": lambda selection, index: selection.moved(index, -1),
    "Déplacer vers la fin": lambda selection, index: selection.moved(index, 1),
    "Retirer": Selection.without,
}


def show(selection: Selection, quotes: Sequence[Quote], edition: Edition) -> None:
    """Every scenario, in order."""
    if not quotes:
        return
    horizon = find_longest_horizon(quotes)  # that of the curves below
    with st.grid(min(len(quotes), _MOST_ABREAST), min_column_width=250, gap="small", key="scenarios"):
        for index, quote in enumerate(quotes):
            with st.container(border=True, gap="small", height="stretch", key=f"scenario-{index + 1}"):
                _name(index, selection, edition)
                _figures(quote, quotes[selection.reference], horizon)
                _who(quote, edition)
                _then(selection.scenarios[index], quote)
                st.space("stretch")  # what can be done lines up from card to card
                _actions(index, selection, quote, edition)


def tell(quotes: Sequence[Quote], reference: int) -> None:
    """Say to whoever hears the page which scenarios are compared, in which order and with which, as that changes."""
    with st.container(key="dit-scenarios"):
        if quotes:
            called = [
                f"{name}{' (référence)' * (index == reference)}" for index, name in enumerate(name_quotes(quotes))
            ]
            compared = f"{write_count(len(quotes), 'scénario comparé')}\N{NO-BREAK SPACE}: {list_words(called)}."
            st.html(f'<p class="nes-said">{html_escape(compared)}</p>')


def _name(index: int, selection: Selection, edition: Edition) -> None:
    """The name, to read and to change.

    What is typed is compared with what the address says, rather than told by a callback: typed while the server
    restarts, it reaches one that has never heard of this page, and is not lost.
    """
    label = selection.scenarios[index].scenario.label
    role = " · référence" if index == selection.reference else ""
    typed = st.text_input(
        f"Scénario {index + 1}{role}",
        label,
        key=f"nom-{index + 1}-{_digest(label)}",
        max_chars=MOST_LABEL,
        placeholder="Nom du scénario",
    )
    renamed = selection.renamed(index, typed)
    if renamed != selection:
        state.change(renamed, edition)
        st.rerun()


def _digest(label: str) -> str:
    """Another key for another name; not the name itself, for a key becomes a class, and a name might be one of ours."""
    return blake2s(label.encode(), digest_size=8).hexdigest()


def _who(quote: Quote, edition: Edition) -> None:
    college = edition.college_of(quote.scenario.category)
    st.caption(escape(f"Collège {college.id} · {summarise(quote)}"))


def _figures(quote: Quote, reference: Quote, horizon: int) -> None:
    with st.grid(2, min_column_width=100, gap="small"):
        for label, amount, base in [
            ("Première année", quote.first_year, reference.first_year),
            ("Ensuite, par an", quote.following_years, reference.following_years),
        ]:
            # A line under the reference's figures too: figures and gaps line up from card to card.
            gap = "référence" if quote is reference else escape(format_gap(amount - base))
            st.markdown(f":small[{label}]  \n**{escape(format_rounded_range(amount))}**  \n:small[{gap}]")
    # Said even of nothing, for the same reason.
    reservations = " · ".join(list_reservations(quote, horizon)) or "rien à confirmer sur ces montants"
    st.caption(escape(capitalise(reservations)))


def _then(saved: SavedScenario, today: Quote) -> None:
    """What a saved scenario was worth when it was saved, if it is worth something else today."""
    found = reopen(saved, today, state.find_saved_edition(saved))
    said = list(describe_reopened(found)) if found else []
    if said:
        st.info("  \n".join(escape(sentence) for sentence in said))


def _actions(index: int, selection: Selection, quote: Quote, edition: Edition) -> None:
    key = f"actions-{index + 1}"
    useful = [action for action, operation in _OPERATIONS.items() if operation(selection, index) != selection]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.menu_button("Actions", useful, key=key, on_click=_act, args=(index, key, selection, edition))
        st.page_link(
            "pages/simulateur.py",
            label="Ouvrir dans le simulateur",
            query_params=links.write_parameters(quote.scenario, edition),
        )


def _act(index: int, key: str, selection: Selection, edition: Edition) -> None:
    operation = _OPERATIONS.get(str(st.session_state.get(key)))
    if operation:
        state.change(operation(selection, index), edition)
