"""What the site owes its readers: accessibility, personal data, sources, licence."""

import streamlit as st

from ui.site import legal, shell
from ui.state.edition import find_edition

edition = find_edition()

st.title("Informations", anchor=False)
legal.estimate(edition)
legal.personal_data()
legal.accessibility(edition)
legal.sources(edition)
shell.footer(edition)
