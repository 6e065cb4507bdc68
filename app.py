"""Page configuration and navigation, nothing else.

Streamlit runs this file as a script, once a click; a server imports it once, and finds the application to serve.
"""

import streamlit as st

from ui.site import shell
from ui.site.site_map import PAGES

if __name__ == "__main__":
    shell.configure()
    pages = [
        st.Page(f"pages/{page}.py", title=name, url_path=page, default=page == "simulateur")
        for page, (name, _) in PAGES.items()
    ]
    shell.run(st.navigation(pages, position="top"))
else:
    from streamlit.runtime.pages_manager import PagesManager

    from server.application import assemble

    # Streamlit must not find the folder `pages/` by itself, and serve a page without its frame.
    PagesManager.uses_pages_directory = False
    app = st.App(__file__, on_script_error=shell.apologise, **assemble(shell.prepare))
