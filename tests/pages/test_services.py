"""The services page, widget by widget, without a browser."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION
from tests.pages.test_simulateur import ROOT, plain, shown


def opened(**parameters: str | list[str]) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    page.switch_page("pages/services.py")
    for word, value in parameters.items():
        page.query_params[word] = value
    page.run()
    assert not page.exception
    return page


def rows(page: AppTest) -> dict[str, list[str]]:
    """The grid: each service's short name, and the symbols of its row."""
    html = "".join(str(each.value) for each in page.html if "nes-grids" in str(each.value)).replace("\u00a0", " ")
    found = re.findall(r'<tr role="row"><th scope="row"[^>]*><a[^>]*>([^<]*).*?</th>(.*?)</tr>', html)
    return {name: re.findall(r'aria-hidden="true">([^<]*)<', cells) for name, cells in found}


@pytest.fixture
def services() -> AppTest:
    return opened(categorie="esms")


def test_the_grid_shows_every_service_for_six_colleges(services):
    grid = rows(services)
    assert len(grid) == 36
    assert grid["Téléexpertise"] == ["✓ €", "✓ €", "✓ €", "✓ €", "?", "✓ €"]
    assert grid["Géodisponibilité"] == ["€", "—", "—", "€", "—", "—"]


def test_the_grid_is_a_real_table_and_its_marks_are_words_too(services):
    text = shown(services)
    assert 'scope="col"' in text
    assert 'scope="rowgroup"' in text
    assert "<caption>Qui peut avoir quoi" in text
    assert "illisible dans le catalogue" in text


def test_the_users_college_is_marked_in_words(services):
    assert re.search(r'class="mark mine">C<small>ESMS</small><small>vous</small>', shown(services))


def test_a_college_and_a_word_find_a_service(services):
    services.selectbox(key="services-college").select("D").run()
    services.text_input(key="services-cherche").set_value("GEO").run()
    assert rows(services) == {"Géodisponibilité": ["€"]}
    assert services.query_params["college"] == "D"
    assert services.query_params["cherche"] == "GEO"


def test_filters_are_read_from_the_address():
    page = opened(categorie="esms", famille="gcs", marque="non", college="C", adhesion="oui")
    assert set(rows(page)) == {"Téléimagerie", "RRAMU", "Géodisponibilité"}
    assert page.selectbox(key="services-marque").value == "non"


def test_nothing_found_says_what_to_do(services):
    services.text_input(key="services-cherche").set_value("zzz").run()
    assert not rows(services)
    assert "Aucun service ne répond" in shown(services)


def test_what_the_address_says_wrongly_is_told_and_left_aside():
    page = opened(categorie="esms", college="Z", marque="peut-etre", fiche="zut", besoins="mis zut", vue="besoins")
    told = plain(page.warning[0].value)
    assert "« Z » n'est pas un collège" in told or "« peut-etre » n'est pas connu" in told
    assert "« zut » n'est pas un service" in told
    assert "« zut » n'est pas un besoin connu" in told
    assert page.multiselect(key="services-besoins").value == ["mis"]
    assert len(rows(page)) == 36


def test_a_link_to_a_sheet_opens_it_and_every_doubt_leads_to_its_reading():
    text = shown(opened(categorie="cst", fiche="telesoin"))
    assert "Collège E, le vôtre : ? illisible dans le catalogue" in text
    assert "R12" in text
    assert "Imprimé : six marques dans la grille" in text


def test_the_central_purchasing_body_lists_its_contracts_with_the_price_for_the_category():
    text = shown(opened(categorie="esms", fiche="centrale-achat")).replace("\\", "")
    assert "SYVIK" in text
    assert "Pour vous : 20,00 € HT par adhérent et par mois." in text
    assert "Le catalogue ne donne un prix que pour les collèges A à D." in shown(
        opened(categorie="cst", fiche="centrale-achat")
    ).replace("\\", "")


@pytest.mark.parametrize("category", list(EDITION.categories))
def test_every_sheet_can_be_read_by_every_category(category):
    page = opened(categorie=category)
    for service in EDITION.services:
        page.query_params["fiche"] = service.id
        page.run()
        assert not page.exception
        assert not page.error
        assert service.description.split(".")[0] in shown(page).replace("\\", "")


def test_each_service_has_its_sheet_in_the_address(services):
    assert "fiche=geodisponibilite" in shown(services)


def test_another_reading_changes_the_grid_and_is_said():
    page = opened(categorie="cst", lectures="R12~indisponible")
    assert rows(page)["Télésoin"] == ["✓ €", "✓ €", "✓ €", "✓ €", "—", "✓ €"]
    assert "Autre lecture choisie : R12" in shown(page)


@pytest.mark.parametrize("page_file", ["pages/services.py", "pages/tarifs.py", "pages/simulateur.py"])
def test_the_menu_keeps_the_year(monkeypatch, tmp_path, page_file):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.query_params["edition"], page.query_params["categorie"] = "2027", "esms"
    page.run()
    page.number_input(key="etablissements").set_value(3).run()
    if page_file == "pages/simulateur.py":
        page.switch_page("pages/informations.py").run()
    page.query_params.clear()
    page.switch_page(page_file).run()
    assert not page.warning
    assert page.session_state["edition"] == "2027"


def test_a_year_chosen_on_the_simulator_holds_whatever_is_changed_on_another_page(monkeypatch, tmp_path):
    monkeypatch.setattr("ui.state.data.DATA", data_with_2027(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.query_params["categorie"] = "esms"
    page.run().selectbox(key="edition").select("2027").run()
    page.query_params.clear()
    page.switch_page("pages/services.py").run()
    for college in "ABC":
        page.selectbox(key="services-college").select(college).run()
        assert page.query_params["edition"] == "2027"


def test_the_simulators_category_is_carried_over_by_the_menu():
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    page.selectbox(key="categorie").select("rst").run()
    page.query_params.clear()
    page.switch_page("pages/services.py").run()
    assert not page.exception
    assert page.selectbox(key="services-categorie").value == "rst"
    assert page.query_params["categorie"] == "rst"
