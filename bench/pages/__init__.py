"""The simulator's page beside a bare Streamlit page with as many widgets, charts and tables: how long people wait."""
