"""The amounts supposed and the readings chosen, taken away and brought back: file, simulator, comparison."""

import streamlit as st

from nes_model.scenario import link as links
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.examples import Examples
from nes_model.scenario.saved import SavedScenario, write_saved
from ui.comparison.state import extend_link
from ui.tariffs import next_edition, state
from ui.widgets.downloads import give_file


def show(checked: CheckedScenario, examples: Examples) -> None:
    """What can be done with the simulation, and a way back to the tariff in force."""
    scenario, edition = checked.scenario, checked.published
    if scenario.tariffs or scenario.readings:
        with st.container(horizontal=True, gap="small", key="simulation"):
            saved = write_saved([SavedScenario(checked, edition.header.id)])
            give_file("Garder la simulation (YAML)", saved, f"simulation-tarif-{edition.header.id}.yaml")
            if st.button("Ouvrir dans le simulateur"):
                st.switch_page("pages/simulateur.py", query_params=links.write_parameters(scenario, edition))
            if st.button("Comparer", help="Ce scénario au tarif en vigueur, puis sous cette simulation."):
                both = [state.put_in_force(checked), checked]
                st.switch_page("pages/comparaison.py", query_params=extend_link(both, edition))
            next_edition.show_button(scenario, edition, examples)
            st.button("Revenir au tarif en vigueur", on_click=state.forget_all, args=(edition,))
    with st.expander("Reprendre une simulation gardée", key="reprendre"):
        st.file_uploader(
            "Un fichier de simulation (YAML)",
            key=state.FILE,
            max_upload_size=1,
            on_change=state.load,
            args=(edition,),
        )
