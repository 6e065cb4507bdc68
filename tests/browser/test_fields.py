"""A page's fields on a slow network: none of them takes its first choice for the visitor's."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import ANSWERED
from tests.browser.test_simulateur import expect_figures, type_in


@pytest.mark.parametrize("late", ["Selectbox", "NumberInput", "TextInput", "Checkbox"])
def test_fields_that_load_late_show_what_the_figures_stand_for(page, late):
    """A slow network brings the code of some fields after two other changes were made."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(re.compile(rf"/{late}\.[^/]*\.js$"), hold)
    page.goto("/?categorie=esms&etablissements=3&options=pack-complementaire&mois_premiere_annee=7&libelle=Tilleuls")
    expect_figures(page, "2 204,05 €", "3 700,00 €")
    for part in ("Points à confirmer", "Année par année"):
        page.get_by_role("radio", name=part).click()
        page.wait_for_selector(ANSWERED)
    assert waiting
    for route in waiting:
        route.continue_()
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("3")
    expect(page.get_by_role("combobox", name="Catégorie d'adhérent")).to_have_value(re.compile("EHPAD"))
    expect(page.get_by_label("Nom affiché (facultatif)", exact=True)).to_have_value("Tilleuls")
    type_in(page, "Établissements", "4")
    expect_figures(page, "2 904,05 €", "4 900,00 €")  # 4,05 + 100 + 4 × 100 × 7, then 100 + 4 × 100 × 12
