"""What a director does on the simulator, in a real Chromium."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import settle, unfold

WHOLE = "Écrivez un nombre entier, sans virgule. Le nombre d'avant reste\N{NO-BREAK SPACE}: 3."
EHPAD_WITH_PACK = "/?categorie=esms&etablissements=3&options=pack-complementaire"


def figure(page: Page, label: str) -> str:
    """One of the figures at the top, as it is shown, with ordinary spaces."""
    metric = page.get_by_test_id("stMetric").filter(has=page.get_by_text(label, exact=True))
    return re.sub(r"\s", " ", metric.get_by_test_id("stMetricValue").inner_text())


def expect_figures(page: Page, first_year: str, following_years: str) -> None:
    value = page.get_by_test_id("stMetricValue")
    expect(value.nth(0)).to_have_text(re.compile(spaced(first_year)))
    expect(value.nth(1)).to_have_text(re.compile(spaced(following_years)))


def spaced(text: str) -> str:
    """A pattern in which any kind of space will do."""
    return re.escape(text).replace(r"\ ", r"\s")


def open_page(page: Page, address: str = "/") -> Page:
    page.goto(address)
    return settle(page)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()


def tick(page: Page, label: str) -> None:
    page.get_by_test_id("stCheckbox").filter(has_text=label).locator("label").first.click()


def type_in(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")


def test_the_other_points_stay_unfolded_while_options_change(page):
    open_page(page, "/?categorie=esms&partie=points")
    fold = page.locator("details").filter(has_text="Les autres points à confirmer")
    unfold(fold.locator("> summary"))
    expect(fold.get_by_text("17 points.")).to_be_visible()
    tick(page, "Registre RGPD")
    expect(fold.get_by_text("16 points.")).to_be_visible()  # R8 now touches the quote


def test_a_director_prices_three_sites_with_the_add_on_pack_and_reloads(page):
    open_page(page)
    expect_figures(page, "104,05 €", "100,00 €")
    choose(page, "Catégorie d'adhérent", "C · EHPAD, SSIAD, MAS…")
    type_in(page, "Établissements", "3")
    tick(page, "Pack complémentaire")
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    expect(page).to_have_url(re.compile(r"etablissements=3&options=pack-complementaire"))
    page.reload()
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("3")


def test_the_link_gives_the_same_page_in_an_empty_browser(page, chromium):
    open_page(page)
    choose(page, "Catégorie d'adhérent", "B · Soins de ville")
    type_in(page, "Utilisateurs", "8")
    tick(page, "Pack complémentaire")
    expect_figures(page, "1 081,43 €", "1 060,00 €")
    expect(page).to_have_url(re.compile("options=pack-complementaire"))
    other = chromium.new_context()
    try:
        opened = open_page(other.new_page(), page.url)
        expect_figures(opened, "1 081,43 €", "1 060,00 €")
    finally:
        other.close()


def test_going_back_gives_the_page_as_it_was(page):
    open_page(page, EHPAD_WITH_PACK)
    page.goto("/?categorie=chu")
    expect_figures(page, "5 016,85 €", "5 000,00 €")
    page.go_back()
    expect_figures(page, "3 704,05 €", "3 700,00 €")


def test_going_back_undoes_one_change_at_a_time(page):
    open_page(page)
    type_in(page, "Établissements", "3")
    expect(page).to_have_url(re.compile("etablissements=3"))
    tick(page, "Pack complémentaire")
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    expect(page).to_have_url(re.compile("options=pack-complementaire"))
    page.go_back()
    expect_figures(page, "104,05 €", "100,00 €")
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("3")
    page.go_back()
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("1")
    page.go_forward()
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("3")


def test_going_to_another_page_is_one_step_back_even_after_a_reload(page):
    open_page(page)
    type_in(page, "Établissements", "3")
    tick(page, "Pack complémentaire")
    expect(page).to_have_url(re.compile("etablissements=3&options=pack-complementaire"))
    page.get_by_role("link", name="Services", exact=True).click()
    expect(page).to_have_url(re.compile("/services.*etablissements=3"))
    page.reload()
    expect(page.get_by_role("heading", name="Quels services")).to_be_visible()
    page.go_back()
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    page.go_forward()
    expect(page.get_by_role("heading", name="Quels services")).to_be_visible()
    expect(page).to_have_url(re.compile("/services.*etablissements=3"))


def test_a_category_is_found_by_the_name_that_one_goes_by(page):
    open_page(page)
    field = page.get_by_role("combobox", name="Catégorie d'adhérent")
    field.fill("msp")
    page.get_by_role("option", name="B · Soins de ville").click()
    expect_figures(page, "121,43 €", "100,00 €")
    field.fill("hopital")
    page.get_by_role("option", name="Chercher : hopital").click()
    expect(page.get_by_role("alert")).to_contain_text("peut désigner plusieurs catégories")
    expect(field).to_have_value(re.compile("Soins de ville"))
    expect_figures(page, "121,43 €", "100,00 €")


@pytest.mark.parametrize("locale", ["fr-FR", "en-US"])
def test_a_decimal_comma_is_read_as_french_whatever_the_browser_speaks(chromium: Browser, server: str, locale: str):
    context = chromium.new_context(locale=locale, base_url=server)
    try:
        page = open_page(context.new_page())
        unfold(page.get_by_text("Hypothèses : première année, durée, hausse"))
        expect(page.get_by_label("Hausse annuelle, en %", exact=True)).to_be_visible()
        settle(page)
        unfold(page.get_by_text("Accompagnement de projet"))
        expect(page.get_by_text("Responsable de la sécurité (RSSI) NeS")).to_be_visible()
        settle(page)  # whoever ticks has read what was unfolded
        tick(page, "Responsable de la sécurité (RSSI) NeS")
        type_in(page, "Nombre de jours", "2,5")
        expect_figures(page, "1 729,05 €", "100,00 €")  # 4.05 + 100.00 + 2.5 × 650.00
        type_in(page, "Hausse annuelle, en %", "2,5")
        # 1729.05 + 102.50 + 105.06 + 107.69 + 110.38
        expect(page.get_by_test_id("stMetricValue").nth(2)).to_have_text(re.compile(spaced("2 154,68 €")))
    finally:
        context.close()


@pytest.mark.walk
@pytest.mark.parametrize("locale", ["fr-FR", "en-US"])
@pytest.mark.parametrize("decimal", ["2,5", "2.5", "2,9", "12,", ",5"])
def test_a_decimal_typed_in_a_whole_number_leaves_the_number_before_and_is_told(
    chromium: Browser, server: str, locale: str, decimal: str
):
    context = chromium.new_context(locale=locale, base_url=server)
    try:
        page = open_page(context.new_page(), EHPAD_WITH_PACK)
        field = page.get_by_label("Établissements", exact=True)
        field.fill("")
        field.press_sequentially(decimal)
        assert field.evaluate("element => element.validationMessage") == WHOLE
        field.press("Enter")
        expect(field).to_have_value("3")
        expect_figures(page, "3 704,05 €", "3 700,00 €")  # 4.05 + 100 + 3 × 100 × 12
        field.fill("4")
        field.press("Enter")
        expect_figures(page, "4 904,05 €", "4 900,00 €")  # 4.05 + 100 + 4 × 100 × 12
    finally:
        context.close()


@pytest.mark.parametrize("pasted", ["2,9", "2.9", " 2,9 ", "1.000,50"])
def test_a_decimal_pasted_in_a_whole_number_leaves_the_number_before_and_is_told(context, page, pasted):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, EHPAD_WITH_PACK)
    field = page.get_by_label("Établissements", exact=True)
    page.evaluate("text => navigator.clipboard.writeText(text)", pasted)
    field.select_text()
    field.press("Control+v")
    assert field.evaluate("element => element.validationMessage") == WHOLE
    field.press("Enter")
    expect(field).to_have_value("3")
    expect_figures(page, "3 704,05 €", "3 700,00 €")


def test_a_whole_number_is_pasted(context, page):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, EHPAD_WITH_PACK)
    page.evaluate("navigator.clipboard.writeText('2')")
    page.get_by_label("Établissements", exact=True).select_text()
    page.keyboard.press("Control+v")
    page.keyboard.press("Enter")
    expect_figures(page, "2 504,05 €", "2 500,00 €")  # 4.05 + 100 + 2 × 100 × 12


def test_a_name_with_an_entity_is_shown_as_it_is_written_everywhere(page):
    open_page(page, "/?categorie=esms&libelle=A+%26amp%3B+B+%26lt%3Bb%26gt%3B")
    expect(page.get_by_text("A &amp; B &lt;b&gt;").first).to_be_visible()
    expect(page.get_by_role("textbox", name="Nom affiché")).to_have_value("A &amp; B &lt;b&gt;")
    assert "A & B" not in page.locator("body").inner_text()


def test_a_number_out_of_range_is_said_beside_it_in_french(page):
    open_page(page, EHPAD_WITH_PACK)
    type_in(page, "Établissements", "99999")
    expect(page.get_by_role("alert")).to_have_text(
        re.compile(spaced("Nombre hors limites : de 1 à 10 000. Le calcul garde le nombre précédent."))
    )
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect_figures(page, "3 704,05 €", "3 700,00 €")


def test_a_number_out_of_range_is_not_the_one_that_stays_after_a_decimal(page):
    open_page(page, EHPAD_WITH_PACK)
    type_in(page, "Établissements", "0")
    expect(page.get_by_role("alert")).to_be_visible()
    field = page.get_by_label("Établissements", exact=True)
    field.fill("")
    field.press_sequentially("2,5")
    assert field.evaluate("element => element.validationMessage") == WHOLE


def test_on_a_phone_the_menu_names_its_logo_in_french(page):
    page.set_viewport_size({"width": 375, "height": 812})
    open_page(page, "/comparaison")
    page.get_by_test_id("stExpandSidebarButton").click()
    logo = page.get_by_test_id("stSidebar").get_by_test_id("stLogoLink")
    expect(logo).to_have_attribute("aria-label", "Aller à la première page")


def test_whoever_chooses_the_colours_sees_what_is_ticked(chromium: Browser, server: str):
    context = chromium.new_context(forced_colors="active", color_scheme="light", locale="fr-FR", base_url=server)
    try:
        page = open_page(context.new_page(), EHPAD_WITH_PACK)
        box = page.get_by_test_id("stCheckbox").filter(has_text="Pack complémentaire").locator("label > div").first
        seen = box.evaluate(
            "box => [box, box.querySelector('svg')].map((each) => getComputedStyle(each).forcedColorAdjust)"
        )
        assert seen == ["none", "none"]
        ticked, other = (
            page.get_by_test_id("stCheckbox").filter(has_text=label).locator("label > div").first
            for label in ("Pack complémentaire", "Registre RGPD")
        )
        colour = "box => getComputedStyle(box).backgroundColor"
        assert ticked.evaluate(colour) != other.evaluate(colour)
    finally:
        context.close()


def test_on_a_phone_the_menu_closes_once_a_page_is_chosen(page):
    page.set_viewport_size({"width": 375, "height": 812})
    open_page(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Services").click()
    expect(page.get_by_role("heading", name="Quels services")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), [(375, 812), (1280, 720)])
def test_the_two_figures_are_read_without_scrolling_and_stay_in_sight(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, EHPAD_WITH_PACK)
    for position in (0, 1):
        expect(page.get_by_test_id("stMetricValue").nth(position)).to_be_in_viewport()
    page.get_by_text("Comment adhérer").scroll_into_view_if_needed()
    for position in (0, 1):
        expect(page.get_by_test_id("stMetricValue").nth(position)).to_be_in_viewport()


def test_a_link_that_cannot_be_read_says_so_in_french(page):
    open_page(page, "/?categorie=clinique&etablissements=beaucoup&options=dpm")
    alert = page.get_by_role("alert").filter(has_text="Une partie de ce lien n'a pas pu être lue")
    expect(alert).to_contain_text("« clinique » n'est pas une catégorie")
    expect(alert).to_contain_text("« beaucoup » n'est pas un nombre entier positif")
    expect_figures(page, "344,05 €", "340,00 €")  # 4.05 + 100 + 20 × 12


def test_a_reading_is_switched_in_place(page):
    open_page(page, "/?categorie=chu")
    page.get_by_role("button", name=re.compile(r"^\d points? à confirmer")).click()
    page.get_by_text("Autre lecture : capital de 1 685 € (A) et de 2 143 € (B)").click()
    expect_figures(page, "6 685,00 €", "5 000,00 €")
    expect(page).to_have_url(re.compile("lectures=R1"))


def test_whoever_sees_the_figures_may_reload_them_or_go_back_at_once(page):
    open_page(page)
    expect_figures(page, "104,05 €", "100,00 €")
    page.evaluate(
        """() => {
          const shown = () => document.querySelector("[data-testid='stMetricValue']").textContent
          const before = shown()
          new MutationObserver(() => {
            if (shown() !== before) window.address ??= location.search
          }).observe(document.body, { subtree: true, childList: true, characterData: true })
        }"""
    )
    tick(page, "Pack complémentaire")
    expect_figures(page, "1 304,05 €", "1 300,00 €")
    assert "options=pack-complementaire" in page.evaluate("window.address")


@pytest.mark.parametrize(
    ("step", "act", "searches"),
    [
        ("?categorie=chu", "pointerdown", ["", "?categorie=chu"]),  # nothing is done under an address that is late
        ("?categorie=chu", "popstate", ["", "?categorie=chu"]),  # as a link of a table does
        ("/services?categorie=chu", "scroll", ["?categorie=chu", "?categorie=chu"]),
    ],
)
def test_a_step_of_history_is_written_at_the_latest_with_what_is_done_next(page, step, act, searches):
    open_page(page)
    seen = page.evaluate(
        """([step, act]) => {
          history.pushState({}, "", step)
          const before = location.search
          dispatchEvent(new Event(act))
          return [before, location.search]
        }""",
        [step, act],
    )
    assert seen == searches


def test_whoever_went_back_is_not_thrown_forward_by_a_step_that_was_late(page):
    open_page(page)
    search = page.evaluate(
        """() => new Promise((done) => {
          dispatchEvent(new Event("pointerdown"))
          history.pushState({}, "", "?categorie=chu")
          dispatchEvent(new Event("pointerdown"))
          history.pushState({}, "", "?categorie=ville")
          addEventListener("popstate", () => done(location.search))
          history.back()
        })"""
    )
    assert search == ""
    settle(page)
    assert "ville" not in page.url


def test_a_click_draws_the_page_again_and_not_its_frame(page):
    told: list[str] = []

    def note(frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            told.append(ForwardMsg.FromString(frame).WhichOneof("type"))

    page.on("websocket", lambda socket: socket.on("framereceived", note))
    open_page(page)
    assert {"navigation", "page_config_changed", "logo"} <= set(told)
    told.clear()
    tick(page, "Pack complémentaire")
    expect_figures(page, "1 304,05 €", "1 300,00 €")
    settle(page)
    assert not {"navigation", "page_config_changed", "logo"} & set(told)


@pytest.mark.parametrize("width", [375, 1280, 1920])
def test_nothing_overflows_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, EHPAD_WITH_PACK)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_nothing_is_asked_of_another_machine(page, server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, "/?categorie=ville&utilisateurs=8&options=pack-complementaire&partie=annees")
    expect(page.locator(".stVegaLiteChart svg, .stVegaLiteChart canvas").first).to_be_visible()
    assert asked
    elsewhere = [url for url in asked if not url.startswith((server, server.replace("http", "ws"), "data:", "blob:"))]
    assert not elsewhere


def test_no_word_of_the_page_is_raw_markdown(page):
    open_page(page, "/?categorie=ville&options=pack-complementaire+dpm+referent-medical&libelle=P*le_de_sant%C3%A9")
    text = page.get_by_test_id("stMain").inner_text()
    assert "P*le_de_santé" in text
    assert not re.search(r"\*\*|\\[*_.\-]|\$\\", text)
