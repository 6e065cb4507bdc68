"""What is below the figures: drawn only when it is opened; which one is open is in the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.doubt_effects import DoubtInQuote
from nes_model.pricing.quote import Quote
from ui.simulator import charts, doubts, joining, membership, results
from ui.simulator.state import DOUBTS_PART
from ui.site import shell
from ui.state import address

_KEY = "partie"


@dataclass(frozen=True, slots=True)
class PagePart:
    """One part: its name, and what draws it."""

    label: str
    show: Callable[[], None]


def show(quote: Quote, touching: Sequence[DoubtInQuote], edition: Edition) -> None:
    """The names of the parts, and the one that is open; nothing of them before a room, which does not scroll."""
    if address.is_presented():
        return
    parts = _list(quote, touching, edition)
    st.session_state[_KEY] = address.find_part(parts)
    st.segmented_control(
        "Aller plus loin",
        list(parts),
        format_func=lambda part: parts[part].label,
        key=_KEY,
        on_change=lambda: address.open_part(st.session_state[_KEY]),
    )
    opened = parts.get(st.session_state[_KEY] or "")
    if opened:
        opened.show()


def show_footer(edition: Edition) -> None:
    """What the figures are worth; a room reads it at the top."""
    if not address.is_presented():
        shell.show_footer(edition)


def _list(quote: Quote, touching: Sequence[DoubtInQuote], edition: Edition) -> dict[str, PagePart]:
    def show_years() -> None:
        charts.show_cumulative(quote)
        charts.show_break_evens(quote.scenario, quote)

    def show_joining() -> None:
        joining.show_quote_request(quote, edition)
        joining.show_letter(quote, edition)
        membership.show_steps(edition)

    return {
        "detail": PagePart("Le détail", lambda: results.show_lines(quote)),
        "annees": PagePart("Année par année", show_years),
        DOUBTS_PART: PagePart(f"Points à confirmer ({len(touching)})", lambda: doubts.show(touching, edition)),
        "ouvre": PagePart("Ce que l'adhésion ouvre", lambda: membership.show_access(quote.scenario, edition, quote)),
        "adherer": PagePart("Comment adhérer", show_joining),
    }
