"""What the files that people download share: their names, their kinds, and the link that they carry."""

import re
import unicodedata

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from nes_model.scenario import link as links

PDF, XLSX = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MOST = 60  # characters of a label kept in a file's name


def file_name(label: str, ending: str) -> str:
    """A name that every system accepts, made from what the user called the scenario: "nes-ehpad-les-tilleuls.pdf"."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST].strip("-")
    return f"nes-{words or 'simulation'}.{ending}"


def link_to(quote: Quote, edition: Edition) -> str:
    """The address of the simulator with this scenario, as someone else opens it."""
    root = re.match(r"https?://[^/?#]+", st.context.url or "")
    return f"{root.group() if root else ''}/?{links.to_query(quote.scenario, edition)}"
