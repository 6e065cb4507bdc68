"""The pages of the site: the menu lists them, and the site's map is the second way to them."""

import streamlit as st

# Each page by its address: its name in the menu, and what is found there.
PAGES = {
    "simulateur": ("Simulateur", "ce que coûterait l'adhésion d'une organisation, ligne à ligne, et comment adhérer"),
    "services": ("Services", "ce que chaque collège peut utiliser, et la réponse à ce dont vous avez besoin"),
    "comparaison": ("Comparer", "plusieurs façons d'adhérer côte à côte, et d'où vient leur écart"),
    "groupe": ("Groupe", "une liste d'organisations, saisie ou déposée, et ce qu'elles paieraient ensemble"),
    "tarifs": ("Tarifs", "tous les montants et leur source, et ce qu'un autre tarif changerait"),
    "informations": ("Informations", "cette page\N{NO-BREAK SPACE}: accessibilité, données personnelles, sources"),
}


def show() -> None:
    """Every page, and what is found there."""
    st.header("Plan du site", anchor=False)
    with st.container(key="plan"):  # a list, for whoever hears it (semantique.js)
        for page, (name, content) in PAGES.items():
            st.page_link(f"pages/{page}.py", label=f"{name}\N{NO-BREAK SPACE}: {content}")
