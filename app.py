"""Page configuration and navigation, nothing else.

Streamlit runs this file as a script, once a click; a server imports it once, and finds the application to serve.
"""

import streamlit as st

from ui.site import shell

if __name__ == "__main__":
    shell.configure()
    pages = [
        st.Page("pages/simulateur.py", title="Simulateur", default=True),
        st.Page("pages/services.py", title="Services", url_path="services"),
        st.Page("pages/comparaison.py", title="Comparer", url_path="comparaison"),
        st.Page("pages/groupe.py", title="Groupe", url_path="groupe"),
        st.Page("pages/tarifs.py", title="Tarifs", url_path="tarifs"),
        st.Page("pages/informations.py", title="Informations", url_path="informations"),
    ]
    page = st.navigation(pages, position="top")
    shell.run(page)
else:
    from streamlit.runtime.pages_manager import PagesManager

    from server.application import parts

    # Streamlit must not find the folder `pages/` by itself, and serve a page without its frame.
    PagesManager.uses_pages_directory = False
    app = st.App(__file__, on_script_error=shell.apologise, **parts(shell.prepare))
