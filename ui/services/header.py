"""Who reads the services page: the category, what of the catalogue is read otherwise, the way to the simulator."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.pricing.cautions import name_other_readings
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from ui.services.state import key, to_parameters
from ui.services.view import View
from ui.state.edition import DEFAULT
from ui.widgets import category_field
from ui.widgets.markdown import escaped

_SIMULATOR, _PAGE = "pages/simulateur.py", "pages/services.py"


def title(scenario: Scenario) -> None:
    """What the page answers."""
    st.title("Quels services, et pour qui ?", anchor=False)
    with st.container():
        if scenario.label:
            st.markdown(f"**{escaped(scenario.label)}**")


def who(scenario: Scenario, edition: Edition) -> None:
    """The category, that the simulator shares, and the way there."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="demandeur"):
        category_field.show("Votre catégorie d'adhérent", key("categorie"), edition, DEFAULT, width=330)
        parameters = links.write_parameters(scenario, edition)
        st.page_link(_SIMULATOR, label="Ce que coûte l'adhésion : le simulateur", query_params=parameters)


def readings_used(scenario: Scenario, view: View, edition: Edition) -> None:
    """Say that the page rests on other readings than those retained, and how to come back to them."""
    if scenario.readings:
        retained = scenario.model_copy(update={"readings": {}})
        st.info(f"{name_other_readings(scenario.readings)}. La page en tient compte.")
        st.page_link(_PAGE, label="Revenir aux lectures retenues", query_params=to_parameters(retained, view, edition))
