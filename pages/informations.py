"""What the site owes its readers: its map, accessibility, personal data, sources, licence."""

import streamlit as st

from ui.site import legal, shell, site_map
from ui.state.edition import find_edition

edition = find_edition()

st.title("Informations", anchor=False)
legal.estimate(edition)
site_map.show()
legal.personal_data()
legal.accessibility(edition)
legal.sources(edition)
shell.footer(edition)
