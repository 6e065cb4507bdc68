"""The site's map: the second way to its pages, beside the menu."""

import streamlit as st

_PAGES = {
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
        for page, (name, content) in _PAGES.items():
            st.page_link(f"pages/{page}.py", label=f"{name}\N{NO-BREAK SPACE}: {content}")
