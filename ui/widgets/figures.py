"""A figure as every page shows it: on one line, with what must be read beside it."""

from collections.abc import Sequence

import streamlit as st

from nes_model.french import space
from nes_model.money import Amount, format_rounded_range


def show(label: str, amount: Amount, explanation: str, qualified: Sequence[str] = ()) -> None:
    """An amount: a range to the euro, its exact ends in the explanation; what it leaves out or supposes under it."""
    exact = f" Exactement\N{NO-BREAK SPACE}: {amount}." if amount.is_range else ""
    show_text(label, format_rounded_range(amount), explanation + exact, qualified)


def show_text(label: str, figure: str, explanation: str, qualified: Sequence[str] = ()) -> None:
    """A figure that is not an amount, such as a count."""
    note = " ; ".join(map(space, qualified)) or None
    st.metric(label, figure, note, "off", help=explanation, border=True, height="stretch", delta_arrow="off")
