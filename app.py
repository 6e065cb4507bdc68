"""Page configuration and navigation, nothing else."""

import streamlit as st

from ui import shell

shell.configure()
page = st.navigation([st.Page("pages/simulateur.py", title="Simulateur", default=True)], position="top")
shell.run(page)
