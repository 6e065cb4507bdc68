"""The fields of a page that holds a state are right whichever run a slow browser mounts them from."""

from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from tests.pages import test_services, test_simulateur, test_tarifs

_KINDS = ("checkbox", "selectbox", "number_input", "text_input", "radio", "multiselect")

FAR_FROM_FIRST_CHOICES = {
    "categorie": "esms",
    "etablissements": "3",
    "options": "pack-complementaire+expert*2,5/an",
    "mois_premiere_annee": "7",
    "horizon": "5",
    "hausse_annuelle": "2,5",
    "libelle": "Les Tilleuls",
    "lectures": "R1~sans-virgule",
}


def of_the_simulator() -> AppTest:
    page = test_simulateur.opened(**FAR_FROM_FIRST_CHOICES, partie="points")
    return test_simulateur.unfold(page, "famille-accompagnement", "famille-formation", "hypotheses")


def of_services() -> AppTest:
    return test_services.opened(
        categorie="esms", etablissements="3", vue="besoins", college="B", marque="payant", cherche="imagerie"
    )


def of_tariffs() -> AppTest:
    return test_tarifs.opened(categorie="esms", etablissements="3", tarifs="contribution-esms~110")


def of_the_group() -> AppTest:
    page = AppTest.from_file(str(test_simulateur.ROOT / "app.py"), default_timeout=30).run()
    page.query_params["lectures"] = "R1~sans-virgule"
    return page.switch_page("pages/groupe.py").run()


def default_of(field: Any) -> Any:
    """What a browser that had never seen the field would show."""
    proto = field.proto
    if field.type in ("selectbox", "radio"):
        return proto.options[proto.default] if proto.HasField("default") else None
    if field.type == "multiselect":
        return [proto.options[index] for index in proto.default]
    return proto.default if field.type == "checkbox" or proto.HasField("default") else None


def held_by(field: Any) -> Any:
    if field.type in ("selectbox", "radio"):
        return field.options[field.index] if field.index is not None else None
    if field.type == "multiselect":
        return list(field.value)
    return field.value


@pytest.mark.parametrize(
    ("arrive", "least"), [(of_the_simulator, 24), (of_services, 8), (of_tariffs, 30), (of_the_group, 5)]
)
def test_every_field_has_the_value_held_as_its_default_after_the_run_that_set_it(arrive, least):
    page = arrive().run()
    fields = [field for kind in _KINDS for field in page.get(kind)]
    assert len(fields) >= least
    assert {field.key: default_of(field) for field in fields} == {field.key: held_by(field) for field in fields}


def _page_that_draws_its_field_from_the_second_run_on():
    """As a process that a browser has just come back to: its first run knows the address, and is cut short."""
    import streamlit as st

    from ui.widgets import fields

    held = st.session_state
    count = held.setdefault("sites", 3)
    if held.setdefault("runs", 0):
        fields.ask_whole_number("Sites", "sites", 1, 99)
    held["runs"] += 1
    st.write(f"{count} sites")


def test_a_page_follows_a_field_that_the_browser_had_changed_before_its_process_knew_of_it():
    known = AppTest.from_function(_page_that_draws_its_field_from_the_second_run_on).run().run()
    changed = WidgetStates(widgets=[WidgetState(id=known.number_input[0].id, int_value=8)])
    page = AppTest.from_function(_page_that_draws_its_field_from_the_second_run_on).run()
    page._run(changed)
    assert page.number_input[0].value == 8
    assert page.markdown[-1].value == "8 sites"
