"""The comparison as files: one to keep, for this page and the command line, and two for a spreadsheet."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.comparison.selection import Selection
from nes_model.comparison.then_and_now import freeze
from nes_model.pricing.quote import Quote
from nes_model.reports.comparison_csv import write_comparison_file
from nes_model.reports.workbook import write_quote_workbook
from nes_model.scenario.saved import write_saved
from ui.widgets.downloads import give_file, write_link


def show(selection: Selection, quotes: Sequence[Quote], edition: Edition) -> None:
    """Three buttons; the saved file says what the scenarios cost today, so that a later page can tell what moved."""
    today = date.today()
    day = today.isoformat()
    addresses = [write_link(quote, edition) for quote in quotes]  # now: a file that is made later knows no address
    frozen = [freeze(quote, day) for quote in quotes]
    with st.container(horizontal=True):
        give_file("Garder dans un fichier", write_saved(frozen), f"comparaison-{day}.yaml")
        give_file(
            "Classeur (Excel)",
            lambda: write_quote_workbook(quotes, edition, links=addresses, on=today),
            f"comparaison-{day}.xlsx",
            key="comparaison-xlsx",
        )
        give_file(
            "Tableau (CSV)",
            lambda: write_comparison_file(quotes, selection.reference, selection.together),
            f"comparaison-{day}.csv",
        )
