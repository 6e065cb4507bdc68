"""What finance does on the group page, in a real Chromium."""

import csv
import io
import re

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.browser.test_simulateur import expect_figures, figure
from tests.nes_model.bad_rows import MISTAKES, workbook_with_mistakes

SOUND, BAD = 4950, 2 * len(MISTAKES)


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return workbook_with_mistakes(sound=SOUND, times=2)


@pytest.fixture
def group(page: Page) -> Page:
    page.goto("/groupe")
    return settle(page)


def give(page: Page, name: str, content: bytes) -> None:
    page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": "", "buffer": content})


def downloaded(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.path().read_bytes()


def test_the_table_shows_that_the_keyboard_is_in_it_wherever_its_focus_is(group: Page):
    expect(group.get_by_test_id("data-grid-canvas")).to_be_visible()
    group.locator("summary", has_text="Lectures et tarifs").focus()
    group.keyboard.press("Tab")
    # The table gives the focus to the cell that a screen reader hears, a moment after it was moved to.
    group.wait_for_function("() => document.activeElement.tagName === 'TD'")
    assert (
        group.get_by_test_id("data-grid-canvas").evaluate("canvas => getComputedStyle(canvas).outlineStyle") == "solid"
    )


def test_five_thousand_organisations_with_fifty_mistakes(group, workbook):
    assert BAD == 50
    give(group, "membres.xlsx", workbook)
    expect(group.get_by_role("heading", name="À corriger : 50 lignes")).to_be_visible(timeout=30_000)
    settle(group)
    assert figure(group, "Organisations chiffrées") == "4 950 sur 5 000"
    # 2475 × (4.05 + 100) + 2475 × (21.43 + 100)
    assert figure(group, "Première année") == "558 063,00 €"
    assert figure(group, "Chaque année suivante") == "495 000,00 €"
    mistakes = group.get_by_role("region", name="Ce qui est à corriger, ligne par ligne").locator("tbody tr")
    expect(mistakes).to_have_count(50)
    _, *rows = csv.reader(io.StringIO(downloaded(group, "Résultat CSV").decode("utf-8-sig")), delimiter=";")
    assert len(rows) == 5000
    assert sum(bool(row[-1]) for row in rows) == 50
    assert [row[0] for row in rows[:3]] == ["Organisation 0", "x" * 121, "Organisation 1"]
    book = openpyxl.load_workbook(io.BytesIO(downloaded(group, "Résultat Excel")), read_only=True)
    assert [row[0] for row in book["Organisations"].iter_rows(max_row=3, values_only=True)][1:] == [
        "Organisation 0",
        "x" * 121,
    ]


def test_a_program_named_as_a_table_is_refused_in_french(group):
    give(group, "membres.csv", b"MZ\x90\x00\x03\x00\x00")
    expect(group.get_by_text("C'est un programme, pas un tableau.")).to_be_visible()
    group.get_by_role("button", name="Retirer ce fichier").click()
    expect_figures(group, "17 732,33 €", "10 490,00 €")


def test_the_template_comes_back_priced(group):
    give(group, "modele.xlsx", downloaded(group, "Modèle Excel"))
    expect_figures(group, "3 704,05 €", "3 700,00 €")


def test_a_table_is_typed_in(group):
    table = group.get_by_test_id("stDataFrame")
    expect(table.locator("canvas").first).to_be_visible()
    table.scroll_into_view_if_needed()
    table.click(position={"x": 380, "y": 55})  # the establishments of the first row
    group.keyboard.press("Enter")
    cell = group.locator("#portal textarea")
    cell.fill("6")
    cell.press("Enter")
    # 3 establishments more with the add-on pack: 3 × 100 × 12
    expect_figures(group, "21 332,33 €", "14 090,00 €")
    expect(group.get_by_text("Exemple à remplacer")).to_be_hidden()


def test_a_pasted_table_replaces_the_example_and_loses_nothing(group):
    written = [
        ("CHU X", "Chu", "4", "pack-complementaire, DPM"),
        ("MSP Y", "MSP", "2", "dpm"),
        ("EHPAD Z", "EHPAD", "3", "Pack complémentaire"),  # over an organisation of another category
        ("SSIAD W", "ssiad", "1", "dpm;rssi:2"),
    ]
    group.context.grant_permissions(["clipboard-read", "clipboard-write"])
    group.evaluate("text => navigator.clipboard.writeText(text)", "\n".join("\t".join(row) for row in written))
    table = group.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 80, "y": 55})
    group.keyboard.press("Control+v")
    # CHU: 16.85 + 5000 + 4 × 600 × 12 + 50 × 12; MSP: 21.43 + 100 + 15 × 12; EHPAD: 4.05 + 100 + 3 × 100 × 12;
    # SSIAD: 4.05 + 100 + 20 × 12 + 2 × 650
    expect_figures(group, "40 066,38 €", "38 720,00 €")
    assert figure(group, "Organisations chiffrées") == "4"
    expect(group.get_by_text("Exemple à remplacer")).to_be_hidden()


def test_a_word_that_is_no_option_is_offered_in_french_then_told(group):
    table = group.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 700, "y": 55})  # the options of the first row
    group.keyboard.press("Enter")
    expect(group.locator("#portal input")).to_be_focused()
    group.keyboard.type("zzz")
    expect(group.locator("#portal").get_by_text("Ajouter «\N{NO-BREAK SPACE}zzz\N{NO-BREAK SPACE}»")).to_be_visible()
    group.keyboard.press("Enter")
    group.get_by_role("heading", name="Ou un tableau à remplir").click()  # which ends the typing
    expect(group.get_by_test_id("stMain").get_by_text("n'est pas une option")).to_be_visible()


def test_nothing_of_the_page_speaks_english(group):
    box = group.get_by_test_id("stFileUploader")
    expect(box.get_by_role("button", name="Choisir un fichier", exact=True)).to_be_visible()
    expect(box.get_by_text("5 Mo au plus par fichier")).to_be_visible()
    group.get_by_test_id("stDataFrame").hover()
    expect(group.get_by_test_id("stElementToolbarButton").first).to_be_hidden()


def test_a_file_too_large_to_be_received_is_said_in_french(group):
    give(group, "membres.csv", b"x" * 6_000_000)
    alert = group.get_by_test_id("stFileUploader").get_by_role("alert")
    expect(alert).to_have_text(re.compile(r"Fichier trop lourd\s: 5\sMo au plus\. Découpez-le"))


def test_a_file_that_a_cut_connection_loses_is_not_said_to_be_too_large(group):
    group.route(re.compile("upload_file"), lambda route: route.abort())
    give(group, "membres.csv", b"categorie\nesms\n")
    alert = group.get_by_test_id("stFileUploader").get_by_role("alert")
    expect(alert).to_have_text(re.compile("L'envoi a échoué"))


def test_the_figures_of_a_group_of_one_college_are_apart(group):
    give(group, "membres.csv", b"categorie\nesms\nesms\n")
    expect_figures(group, "208,10 €", "200,00 €")  # 2 × (4.05 + 100), 2 × 100
    figures = group.get_by_test_id("stVegaLiteChart").first.locator(".mark-text.role-mark text")
    expect(figures).to_have_text(["208 €", "200 €"])
    tops = [each.bounding_box()["y"] for each in figures.all()]
    assert tops[1] - tops[0] >= 14  # a line of letters of 12 pixels


def test_a_laptop_shows_every_column_of_the_table_to_fill(group):
    group.set_viewport_size({"width": 1280, "height": 720})
    settle(group)
    table = group.locator(".dvn-scroller")
    expect(table).to_be_visible()
    assert table.evaluate("table => table.scrollWidth - table.clientWidth") <= 0


def test_a_phone_has_no_sideways_scrolling(group):
    group.set_viewport_size({"width": 375, "height": 812})
    settle(group)
    assert group.evaluate("document.documentElement.scrollWidth") <= 375


def test_organisations_are_typed_in_ordinary_fields_by_keyboard_alone(group):
    group.locator("summary").filter(has_text="Une organisation à la fois").focus()
    group.keyboard.press("Enter")
    group.get_by_role("textbox", name="Nom", exact=True).focus()
    group.keyboard.type("EHPAD du Lac")
    group.keyboard.press("Tab")
    expect(group.get_by_role("combobox", name="Catégorie")).to_be_focused()
    settle(group)
    group.keyboard.type("EHPAD")
    expect(group.get_by_role("option")).to_have_count(1)
    group.keyboard.press("ArrowDown")
    group.keyboard.press("Enter")
    group.get_by_role("textbox", name="Établissements").focus()
    group.keyboard.type("3")
    group.keyboard.press("Tab")
    group.get_by_role("button", name="Ajouter", exact=True).focus()
    group.keyboard.press("Enter")
    expect_figures(group, "104,05 €", "100,00 €")  # 4.05 + 100
    expect(group.get_by_role("button", name="Ajouter", exact=True)).to_be_focused()
    expect(group.locator("#annonces")).to_contain_text("104,05")
    expect(group.locator("#annonces")).to_contain_text("Organisation ajoutée au tableau")
