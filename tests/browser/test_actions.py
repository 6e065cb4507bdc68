"""What a director takes away: the link, the PDF for the board, the workbook for finance, the comparison."""

import io
import re

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import settle
from tests.browser.test_simulateur import EHPAD_WITH_PACK, expect_figures, open_page
from tests.nes_model.strategies import EDITION

PACK = "options=pack-complementaire"
TILLEULS = f"{EHPAD_WITH_PACK}&libelle=EHPAD+Les+Tilleuls"


def open_actions(page: Page) -> None:
    page.get_by_role("button", name="Actions", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def download(page: Page, label: str) -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.get_by_role("button", name=label, exact=True).click()
    return started.value.suggested_filename, started.value.path().read_bytes()


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_pdf_for_the_board_says_what_the_screen_says(page, server):
    open_page(page, TILLEULS)
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    open_actions(page)
    name, content = download(page, "PDF")
    assert name == "nes-ehpad-les-tilleuls.pdf"
    text = plain(" ".join(each.extract_text() for each in PdfReader(io.BytesIO(content)).pages))
    assert "3 704,05 €" in text
    assert "3 700,00 €" in text
    assert "EHPAD Les Tilleuls" in text
    assert f"{server}/?edition=2026" in text.replace(" ", "")


def test_the_workbook_for_finance_holds_the_same_totals(page):
    open_page(page, TILLEULS)
    open_actions(page)
    name, content = download(page, "Excel")
    assert name == "nes-ehpad-les-tilleuls.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    values = {cell.value for row in book["Synthèse"].iter_rows() for cell in row}
    assert {3704.05, 3700, 4.05} <= values


def test_the_link_to_send_opens_the_same_page_in_an_empty_browser(page, chromium):
    open_page(page, TILLEULS)
    open_actions(page)
    link = page.get_by_test_id("stCode").inner_text().strip()
    expect(page.get_by_role("img", name="Code QR")).to_be_visible()
    other = chromium.new_context()
    try:
        expect_figures(open_page(other.new_page(), link), "3 704,05 €", "3 700,00 €")
    finally:
        other.close()


def test_a_quote_is_one_click_from_the_comparison(page):
    open_page(page, TILLEULS)
    open_actions(page)
    page.get_by_role("button", name="Comparer", exact=True).click()
    expect(page).to_have_url(re.compile(r"/comparaison\?"))
    expect(page.get_by_text("Comparer des façons d'adhérer")).to_be_visible()
    expect(page.get_by_role("textbox", name="Scénario 1")).to_have_value("EHPAD Les Tilleuls")


def test_a_meeting_goes_from_an_example_to_six_sites_without_typing(page):
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_page(page, "/?presenter=oui")
    page.get_by_role("combobox", name="Exemple").click()
    page.get_by_role("option", name="EHPAD, trois sites").click()
    expect_figures(page, "4 594,05 €", "3 700,00 €")  # 4.05 + 100 + 3 × 100 × 12 + 2 × 445
    settle(page)
    for sites in ("4", "5", "6"):
        page.get_by_test_id("stNumberInputStepUp").nth(1).click()
        expect(page.get_by_label("Établissements", exact=True)).to_have_value(sites)
    expect_figures(page, "8 194,05 €", "7 300,00 €")  # 4.05 + 100 + 6 × 100 × 12 + 2 × 445
    for seen in (page.get_by_test_id("stMetricValue").nth(0), page.get_by_text("Pack complémentaire", exact=True).last):
        expect(seen).to_be_in_viewport()
    expect(page.get_by_role("img", name="Code QR")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1920, 1080)])
def test_before_a_room_nothing_scrolls_and_all_that_is_played_with_is_seen(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, "/?categorie=autre-es&etablissements=3&options=pack-complementaire&presenter=oui")
    for seen in (
        page.get_by_role("combobox", name="Exemple"),
        page.get_by_role("img", name="Code QR"),
        page.get_by_label("Établissements", exact=True),
        page.get_by_test_id("stCheckbox").filter(has_text="Pack complémentaire"),
        page.get_by_test_id("stCheckbox").filter(has_text="imagerie"),
        page.locator(".nes-bars"),
        page.get_by_test_id("stMetricValue").nth(1),
    ):
        expect(seen).to_be_in_viewport(ratio=1)
    wait_until_all_is_on_the_screen(page)


@pytest.mark.walk
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("options", ["", f"&{PACK}", f"&utilisateurs=8&{PACK},dpm"])
def test_before_a_room_no_category_scrolls(page, width, height, options):
    page.set_viewport_size({"width": width, "height": height})
    for category in EDITION.categories:
        open_page(page, f"/?categorie={category}{options}&presenter=oui")
        expect(page.get_by_test_id("stCheckbox").filter(has_text="Création de votre site")).to_be_visible()
        if not page.get_by_role("alert").count():  # what a link asks for and the category cannot have is told above
            wait_until_all_is_on_the_screen(page)


def wait_until_all_is_on_the_screen(page: Page) -> None:
    """Wait until what is shown is no higher than the screen, once the last of it has its place."""
    page.wait_for_function("""() => {
        const main = document.querySelector("[data-testid=stMain]");
        return main.scrollHeight <= main.clientHeight + 1;
    }""")


def test_the_first_screen_of_a_laptop_holds_all_that_a_director_plays_with(page):
    page.set_viewport_size({"width": 1280, "height": 720})
    open_page(page, EHPAD_WITH_PACK)
    for seen in (
        page.get_by_test_id("stMetricValue").nth(0),
        page.get_by_test_id("stMetricValue").nth(3),
        page.get_by_text("308,33 € par mois"),
        page.get_by_role("combobox", name="Catégorie d'adhérent"),
        page.get_by_label("Établissements", exact=True),
        page.get_by_test_id("stCheckbox").filter(has_text="Pack complémentaire"),
        page.locator(".nes-bars"),
        page.get_by_text("Le détail"),
        page.get_by_role("button", name="Actions", exact=True),
    ):
        expect(seen).to_be_in_viewport(ratio=1)


def test_on_a_phone_the_simulator_is_under_three_screens_and_begins_with_its_figures(page):
    page.set_viewport_size({"width": 375, "height": 800})
    open_page(page, EHPAD_WITH_PACK)
    for seen in (page.get_by_test_id("stMetricValue").nth(0), page.get_by_label("Établissements", exact=True)):
        expect(seen).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") < 3 * 800
