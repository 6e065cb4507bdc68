"""Who reads the services page: the category, what of the catalogue is read otherwise, the way to the simulator."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.cautions import name_other_readings
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from ui.services.state import name_field, show_link
from ui.services.view import View
from ui.state.edition import DEFAULT
from ui.widgets import category_field
from ui.widgets.markdown import escape


def show_title(scenario: Scenario) -> None:
    """Show what the page answers, and the organisation's name."""
    st.title("Quels services, et pour qui ?", anchor=False)
    with st.container():
        if scenario.label:
            st.markdown(f"**{escape(scenario.label)}**")


def ask_category(scenario: Scenario, edition: Edition) -> None:
    """Ask for the category, that the simulator shares, and show the way there."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="demandeur"):
        category_field.show("Votre catégorie d'adhérent", name_field("categorie"), edition, DEFAULT, width=330)
        parameters = links.write_parameters(scenario, edition)
        st.page_link("pages/simulateur.py", label="Ce que coûte l'adhésion : le simulateur", query_params=parameters)


def show_readings_used(scenario: Scenario, view: View, edition: Edition) -> None:
    """Say that the page rests on other readings than those retained, and how to come back to them."""
    if scenario.readings:
        retained = scenario.model_copy(update={"readings": {}})
        st.info(f"{name_other_readings(scenario.readings)}. La page en tient compte.")
        show_link("Revenir aux lectures retenues", retained, view, edition)
