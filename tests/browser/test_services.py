"""What people do on the services page, in a real Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import find_violations
from tests.browser.conftest import settle
from tests.browser.test_simulateur import choose, expect_figures, open_page, spaced, type_in

GRID = "/services?categorie=esms"
MSP = "/services?categorie=ville&utilisateurs=8&vue=besoins"


def pick(page: Page, need: str) -> None:
    field = page.get_by_role("combobox", name="Vos besoins, et tout autre à chercher")
    field.click()
    field.fill(need)
    page.get_by_role("option", name=need, exact=True).click()
    page.keyboard.press("Escape")  # the list stays open for the next need


def test_a_service_is_found_by_college_and_word_and_its_sheet_opens(page):
    open_page(page, GRID)
    choose(page, "Collège", "D · Réseaux et structures transverses")
    type_in(page, "Chercher un service", "geo")
    grid = page.get_by_role("table")
    expect(grid.get_by_role("link")).to_have_text(["Géodisponibilité"])
    expect(page).to_have_url(re.compile("cherche=geo"))
    grid.get_by_role("link", name="Géodisponibilité").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Réservé aux établissements concernés par l'aide médicale urgente")
    expect(page).to_have_url(re.compile("fiche=geodisponibilite"))
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page).not_to_have_url(re.compile("fiche="))
    expect(grid.get_by_role("link")).to_have_text(["Géodisponibilité"])


def test_a_sheet_opens_without_loading_the_page_again_and_back_closes_it(page):
    open_page(page, GRID)
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Télésoin").click()
    expect(page.get_by_role("dialog")).to_contain_text("Collège C, le vôtre")
    assert page.evaluate("window.stillHere")
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_link_to_a_sheet_opens_it_in_an_empty_browser(page):
    open_page(page, "/services?categorie=cst&fiche=geodisponibilite")
    expect(page.get_by_role("dialog")).to_contain_text("Géodisponibilité")
    expect(page.get_by_role("dialog")).to_contain_text("Collège E, le vôtre : — non disponible")


def test_an_address_that_the_catalogue_misprints_cannot_be_written_to(page):
    open_page(page, "/services?categorie=esms&fiche=teleimagerie")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("noramand-esante.fr")
    expect(sheet.locator("a[href*='normand-esante.fr']")).not_to_have_count(0)  # the right one can
    expect(sheet.locator("a[href*='noramand']")).to_have_count(0)


def test_a_need_is_found_without_its_accents(page):
    open_page(page, MSP)
    field = page.get_by_role("combobox", name="Vos besoins, et tout autre à chercher")
    field.click()
    field.fill("telesoin avance")
    page.get_by_role("option", name="Chercher : telesoin avance").click()
    expect(page.get_by_test_id("stMultiSelect").get_by_text("Télésoin avancé", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("besoins=telesoin%3Aavance|besoins=telesoin:avance"))


def test_an_msp_of_8_gets_the_add_on_pack_and_opens_that_scenario(page):
    open_page(page, MSP)
    pick(page, "Téléconsultation avancée")
    answer = page.get_by_role("tabpanel")
    expect(answer).to_contain_text("Adhésion + Pack complémentaire")
    expect(answer).to_contain_text(re.compile(spaced("80,00 € par mois")))
    expect(answer).to_contain_text(re.compile(spaced("la première année : 8 utilisateurs × 10,00 € × 12 mois")))
    expect(answer).to_contain_text(re.compile(spaced("1 081,43 €")))
    page.get_by_role("link", name="Ouvrir ce scénario dans le simulateur").click()
    expect_figures(page, "1 081,43 €", "1 060,00 €")
    expect(page).to_have_url(re.compile(r"/\?edition=2026&categorie=ville&utilisateurs=8&options=pack-complementaire$"))


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("presented", ["", "&presenter=oui"])
def test_the_price_of_what_is_ticked_is_in_sight_beside_it(page, width, height, presented):
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, MSP + presented)
    page.get_by_role("button", name="Téléconsultation", exact=True).click()
    expect_figures(page, "121,43 €", "100,00 €")
    for shown in (page.get_by_test_id("stMetricValue").nth(1), page.get_by_role("button", name="Télésoin")):
        box = shown.bounding_box()
        assert box
        assert box["y"] + box["height"] <= height


@pytest.mark.parametrize("presented", ["", "&presenter=oui"])
def test_two_answers_are_in_sight_under_what_is_asked(page, presented):
    open_page(page, f"{MSP}&besoins=teleconsultation&comparee=rst{presented}")
    figures = page.get_by_test_id("stMetricValue")
    expect(figures).to_have_count(4)
    for figure in figures.all():
        box = figure.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 720


def test_all_that_is_chosen_is_read_whole(page):
    open_page(page, MSP + "&besoins=teleconsultation+echange-imagerie+e-rdv+rramu+mis")
    field = page.get_by_test_id("stMultiSelect").get_by_role("group").first
    frame = field.bounding_box()
    tags = page.locator("[data-testid='stMultiSelect'] [data-tag]")
    expect(tags).to_have_count(5)
    for tag in tags.all():
        box = tag.bounding_box()
        assert box
        assert frame
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]


def test_the_category_goes_to_the_services_and_comes_back(page):
    open_page(page, "/?categorie=rst&etablissements=2&options=dpm&partie=ouvre")
    page.get_by_role("link", name="Voir les services ouverts à votre collège").click()
    expect(page.get_by_role("columnheader", name="D RST vous").first).to_be_visible()
    page.get_by_role("link", name="Ce que coûte l'adhésion").click()
    expect_figures(page, "370,30 €", "340,00 €")  # 30.30 + 100.00 + 20 × 12


def test_from_end_to_end_with_the_keyboard_alone(page):
    open_page(page, GRID)
    search = page.get_by_label("Chercher un service")
    tab_to(page, search)
    page.keyboard.type("visio")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("cherche=visio"))
    link = page.get_by_role("link", name="Télésoin")
    tab_to(page, link)
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Collège C, le vôtre")
    wanted = sheet.get_by_role("link", name="Ajouter à mes besoins")
    tab_to(page, wanted)
    page.keyboard.press("Enter")
    expect(sheet).to_be_hidden()
    simulator = page.get_by_role("link", name="Ouvrir ce scénario dans le simulateur")
    expect(simulator).to_be_visible()
    tab_to(page, simulator)
    page.keyboard.press("Enter")
    expect_figures(page, "104,05 €", "100,00 €")


def tab_to(page: Page, target) -> None:
    """Press Tab until the target has the focus, as someone without a mouse does."""
    expect(target).to_be_visible()
    settle(page)
    for _ in range(80):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never reaches {target}")


@pytest.mark.walk
@pytest.mark.parametrize(
    "address",
    [
        GRID,
        "/services?categorie=cst&college=E",
        "/services?categorie=cst&fiche=telesoin",
        f"{MSP}&besoins=teleconsultation:avancee+rramu+mis&comparee=rst",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anyone_out(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    open_page(page, address)
    expect(page.get_by_role("table").first.or_(page.get_by_test_id("stMetric").first).first).to_be_visible()
    assert find_violations(page) == []


def test_on_a_phone_the_grid_is_the_list_of_ones_college_in_words(page):
    page.set_viewport_size({"width": 375, "height": 812})
    open_page(page, GRID)
    row = page.get_by_role("row").filter(has_text="Téléimagerie")
    expect(row.locator("td:visible")).to_have_count(1)
    expect(row.locator("td:visible")).to_contain_text("non disponible")
    expect(page.get_by_role("row").filter(has_text="RRAMU").get_by_role("link")).to_contain_text(
        "aide médicale urgente"
    )


@pytest.mark.parametrize("width", [375, 1280, 1920])
@pytest.mark.parametrize("address", [GRID, f"{MSP}&besoins=teleconsultation:avancee+rramu&comparee=rst"])
def test_nothing_overflows_sideways(page, width, address):
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, address)
    expect(page.get_by_role("tab").first).to_be_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_the_grid_is_read_whole_in_width_on_a_laptop(page):
    open_page(page, GRID)
    for table in page.locator(".nes-grids .nes-table").all():
        assert table.evaluate("element => element.scrollWidth <= element.clientWidth")
    expect(page.locator(".nes-grids .nes-table")).to_have_count(2)


@pytest.mark.parametrize(("name", "start"), [("CSV", b"\xef\xbb\xbf"), ("Excel", b"PK")])
def test_the_grid_is_downloaded(page, name, start, tmp_path):
    open_page(page, GRID)
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Télécharger la grille ({name})").click()
    file = tmp_path / "grid"
    download.value.save_as(file)
    assert file.read_bytes().startswith(start)
