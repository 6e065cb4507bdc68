"""Next year's files, made from the simulation: to take away, to read again, to put in place of nothing."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.editions.folders import DATA
from nes_model.problems import InvalidInputError
from nes_model.publishing.amended_archive import archive_amended_edition
from nes_model.publishing.amended_files import Amendment
from nes_model.scenario.examples import Examples
from nes_model.scenario.scenario import Scenario
from ui.tariffs import effects
from ui.widgets.downloads import give_file
from ui.widgets.markdown import write_list


def show_button(scenario: Scenario, edition: Edition, examples: Examples) -> None:
    """Offered once an amount is supposed or a doubt settled."""
    amendment = Amendment(scenario.tariffs, scenario.readings)
    if (amendment.tariffs or amendment.readings) and st.button(
        "Préparer l'édition suivante",
        key="edition-suivante",
        help="Les fichiers de tarifs eux-mêmes, où seuls les montants et les lectures supposés changent.",
    ):
        _prepare(amendment, effects.list_supposed(scenario, edition), edition, examples)


@st.dialog("Préparer l'édition suivante")
def _prepare(amendment: Amendment, supposed: Sequence[str], edition: Edition, examples: Examples) -> None:
    st.markdown(
        "Vous emportez les fichiers de cette édition, changés aux seules lignes de la simulation, avec une liste de ce "
        "qu'il faut relire et des étapes jusqu'à la publication, `A-RELIRE.md`. "
        "Tant que cette liste est dans le dossier, le simulateur ne le montre pas."
    )
    st.markdown("Ce qui y change\N{NO-BREAK SPACE}:\n\n" + write_list(supposed))
    if amendment.readings:
        st.markdown(
            "Chaque lecture y est écrite pour toutes les catégories, et son point à confirmer est retiré "
            "s'il n'y reste rien à confirmer."
        )
    year = st.text_input("Année de l'édition à préparer", _next_year(edition), key="annee-suivante", max_chars=4)
    try:
        content = archive_amended_edition(DATA, edition.header.id, year.strip(), amendment, examples, date.today())
    except InvalidInputError as error:
        with st.container(key="erreur-annee-suivante"):
            st.error(write_list(error.problems))
        return
    give_file("Télécharger le dossier (ZIP)", content, f"edition-{year.strip()}.zip", key="edition-zip")


def _next_year(edition: Edition) -> str:
    year = edition.header.id
    return str(int(year) + 1) if year.isdecimal() else ""
