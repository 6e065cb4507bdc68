"""What the site owes its readers: its map, accessibility, personal data, sources, licence."""

import streamlit as st

from ui.site import legal, shell, site_map
from ui.state.edition import find_edition

edition = find_edition()

st.title("Informations", anchor=False)
legal.show_estimate(edition)
site_map.show()
legal.show_personal_data()
legal.show_accessibility(edition)
legal.show_sources(edition)
shell.show_footer(edition)
