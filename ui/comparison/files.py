"""The comparison as files: one to keep, for this page and the command line, and one for a spreadsheet."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from nes_model import kept
from nes_model.edition import Edition
from nes_model.quote import Quote
from nes_model.reports.comparison_csv import comparison_file
from nes_model.selection import Selection


def downloads(selection: Selection, quotes: Sequence[Quote], edition: Edition) -> None:
    """Two buttons; the kept file says what the scenarios cost today, so that a later page can tell what moved."""
    day = date.today().isoformat()
    frozen = [kept.frozen(quote, edition, day) for quote in quotes]
    with st.container(horizontal=True):
        st.download_button(
            "Garder (YAML)", kept.written(frozen), f"comparaison-{day}.yaml", "application/yaml", on_click="ignore"
        )
        st.download_button(
            "Tableau (CSV)",
            lambda: comparison_file(quotes, selection.reference),
            f"comparaison-{day}.csv",
            "text/csv",
            on_click="ignore",
        )
