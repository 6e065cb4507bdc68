"""What is heard of what one fills, ticks or follows, out of its place: which option, whose answer, at which price."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import reach, unfold
from tests.browser.test_announcements import open_known
from tests.browser.test_comparaison import COMPARISON
from tests.browser.test_services import pick
from tests.browser.test_simulateur import EHPAD_WITH_PACK, open_page, spaced, type_in

TWO_OPTIONS = "/?categorie=esms&options=chef-de-projet~2+rssi~3"
TWO_ANSWERS = "/services?categorie=ville&utilisateurs=8&vue=besoins&besoins=teleconsultation&comparee=rst"


def choose_in(page: Page, field: Locator, words: str) -> None:
    """Choose in a list that may be out of sight, by writing in it."""
    reach(field)
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_whoever_comes_to_an_options_box_hears_its_price(page: Page):
    open_page(page, "/?categorie=esms&etablissements=3")
    box = page.get_by_role("checkbox", name="Pack complémentaire")
    # 3 × 100 × 12
    price = "+ 3 600,00 € par an pour vos 3 établissements · 100,00 € par établissement et par mois"
    expect(box).to_have_accessible_description(re.compile(spaced(price)))
    type_in(page, "Établissements", "2")
    expect(box).to_have_accessible_description(re.compile(spaced("+ 2 400,00 € par an pour vos 2 établissements")))


def test_the_options_are_a_group_and_two_that_ask_for_days_are_told_apart(page: Page):
    open_page(page, TWO_OPTIONS)
    expect(
        page.get_by_role("group", name="Options").get_by_role("checkbox", name="Pack complémentaire")
    ).to_be_visible()
    for option, days in (("Chef de projet NeS", "2"), ("Responsable de la sécurité (RSSI) NeS", "3")):
        asked = page.get_by_role("group", name=option, exact=True)
        expect(asked.get_by_label("Nombre de jours", exact=True)).to_have_value(days)
        expect(asked.get_by_role("radiogroup", name="Rythme")).to_be_visible()


def test_each_of_two_answers_says_whose_its_link_is(page: Page):
    open_page(page, TWO_ANSWERS)
    for whose in ("Soins de ville, collège B", "Réseau, association, DAC, CLIC, collège D"):
        name = f"Ouvrir ce scénario dans le simulateur : {whose}"
        expect(page.get_by_role("link", name=name, exact=True)).to_have_count(1)


def test_each_of_two_answers_is_announced_with_whose_it_is_and_its_figures(page: Page):
    open_known(page, TWO_ANSWERS)
    pick(page, "Téléconsultation avancée")
    said = page.locator("#annonces")
    # 21.43 + 100 + 8 × 10 × 12, then 30.30 + 100 + 960
    for whose, first in (("Soins de ville, collège B", "1 081,43 €"), ("CLIC, collège D", "1 090,30 €")):
        expect(said).to_have_text(re.compile(rf"{whose}\s+Adhésion \+ Pack.*{spaced(first)}", re.DOTALL))


@pytest.mark.parametrize(
    ("address", "names"),
    [(COMPARISON, ("Du scénario", "Au scénario")), ("/tarifs", ("Point à confirmer",))],
)
def test_a_list_is_named_by_what_is_chosen_in_it(page: Page, address, names):
    open_page(page, address)
    for name in names:
        expect(page.get_by_role("combobox", name=name, exact=True)).to_be_visible()


def test_the_list_of_a_room_is_named_as_it_reads(page: Page):
    open_page(page, "/?presenter=oui")
    named = page.get_by_role("combobox", name="Ouvrir un exemple", exact=True)
    expect(named).to_have_attribute("placeholder", "Ouvrir un exemple")


def test_the_map_is_a_list_of_six_links(page: Page):
    open_page(page, "/informations")
    plan = page.get_by_role("list").filter(has=page.get_by_role("link", name=re.compile("^Tarifs")))
    expect(plan.get_by_role("listitem").filter(has=page.get_by_role("link"))).to_have_count(6)


def test_whoever_asks_for_the_points_is_led_to_their_title(page: Page):
    open_page(page, EHPAD_WITH_PACK)
    asked = page.locator(".st-key-voir-points").get_by_role("button")
    for _ in range(2):  # opened, then already open
        asked.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Points à confirmer")).to_be_focused()


def test_a_number_that_changes_no_figure_is_said_with_why(page: Page):
    open_page(page, "/?categorie=esms")
    type_in(page, "Établissements", "3")
    why = "Le nombre d'établissements ne change pas ce total"
    expect(page.locator("#annonces")).to_have_text(re.compile(spaced(why)))


def test_what_a_comparison_says_of_a_pair_and_of_a_sum_is_said_as_they_are_chosen(page: Page):
    open_known(page, COMPARISON)
    choose_in(page, page.get_by_role("combobox", name="Du scénario"), "Trois")
    # 3 × 100 × 12 = 3 600 less, the other way round
    gap = "De « Trois » à « Un site » : −3 600,00 € la première année"
    expect(page.locator("#annonces")).to_have_text(re.compile(spaced(gap)))


def test_an_organisation_typed_in_fields_is_told_what_it_must_have(page: Page):
    open_known(page, "/groupe")
    unfold(page.locator("summary").filter(has_text="Une organisation à la fois"))
    category = page.get_by_role("combobox", name="Catégorie (obligatoire)")
    expect(category).to_be_visible()
    page.get_by_role("button", name="Ajouter", exact=True).press("Enter")
    expect(category).to_have_attribute("aria-invalid", "true")
    expect(category).to_have_accessible_description(re.compile("Choisissez une catégorie"))


def test_a_year_that_cannot_be_prepared_is_told_on_its_field(page: Page):
    open_page(page, "/tarifs?tarifs=contribution-esms~120")
    page.get_by_role("button", name="Préparer l'édition suivante").click()
    field = page.get_by_role("textbox", name="Année de l'édition à préparer")
    field.fill("2024")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("2024"))


def test_what_copies_the_link_is_there_without_a_pointer_and_hides_nothing_of_it(page: Page):
    open_page(page, "/?categorie=esms")
    page.get_by_role("button", name="Actions", exact=True).click()
    copies = page.get_by_role("dialog").get_by_role("button", name="Copier", exact=True)
    expect(copies).to_be_visible()
    page.get_by_test_id("stCode").focus()
    page.keyboard.press("Tab")
    expect(copies).to_be_focused()
    button, text = copies.bounding_box(), page.get_by_test_id("stCode").locator("code").bounding_box()
    assert button
    assert text
    assert text["x"] + text["width"] <= button["x"]


DRAWN_BEFORE_ITS_NAME = """
  <div class="st-key-scenario-1"><input><div class="stMenuButton"><button><p>Actions</p></button></div></div>
"""


def test_a_menu_is_named_after_its_scenario_however_late_the_name_is_drawn(chromium: Browser):
    page = chromium.new_page()
    page.set_content("<main></main>")
    page.add_script_tag(path="server/page/semantique.js")
    page.locator("main").evaluate("(main, drawn) => { main.innerHTML = drawn; }", DRAWN_BEFORE_ITS_NAME)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.locator("input").evaluate("input => input.setAttribute('value', 'Trois')")  # as React does
    expect(page.get_by_role("button", name="Actions : Trois", exact=True)).to_be_visible()
    page.close()


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_a_menu_gives_the_focus_back_to_its_button(page: Page, key):
    open_page(page, COMPARISON)
    opener = page.get_by_role("button", name="Actions : Trois", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Prendre comme référence").focus()
    page.keyboard.press(key)
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(page.get_by_label(re.compile("^Scénario 2 · référence"))).to_have_count(1 if key == "Enter" else 0)
    expect(opener).to_be_focused()


@pytest.mark.parametrize(
    ("address", "role", "name"),
    [
        ("/?categorie=esms&partie=adherer", "group", "À copier"),
        ("/services?categorie=esms&vue=besoins&besoins=telesoin", "group", "Télésoin"),
    ],
)
def test_what_takes_the_focus_has_a_role(page: Page, address, role, name):
    open_page(page, address)
    if "adherer" in address:
        unfold(page.locator("summary").filter(has_text="Le même texte"))
    expect(page.get_by_role(role, name=name, exact=True)).to_have_attribute("tabindex", "0")


@pytest.mark.parametrize("address", ["/groupe", "/comparaison", "/tarifs"])
def test_why_a_file_is_refused_is_read_and_said(page: Page, address):
    open_page(page, address)
    if address == "/tarifs":
        unfold(page.locator("summary").filter(has_text="Reprendre une simulation"))
    content = {"name": "trop.csv", "mimeType": "text/csv", "buffer": b"x" * 6_000_000}
    page.locator("input[type=file]").set_input_files(content)
    alert = page.get_by_test_id("stFileUploader").get_by_role("alert")
    expect(alert).to_have_text(re.compile(spaced("Erreur : Fichier trop lourd")))
    box = alert.bounding_box()
    assert box
    assert box["width"] > 100  # pixels: read, not only heard


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_is_chosen_side_by_side_is_told_by_more_than_its_colour(page: Page, mode):
    page.emulate_media(color_scheme=mode)
    open_page(page, f"{EHPAD_WITH_PACK}&partie=detail")
    chosen = page.get_by_role("radio", name="Le détail")
    expect(chosen).to_have_css("box-shadow", re.compile("inset"))
    expect(page.get_by_role("radio", name="Année par année")).not_to_have_css("box-shadow", re.compile("inset"))
