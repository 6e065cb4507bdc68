"""The pages' parts: the only place, with the pages, that knows Streamlit and Altair."""
