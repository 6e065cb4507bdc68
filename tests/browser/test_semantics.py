"""What is said to whoever hears the page or types: names, landmarks, the focus never lost nor hidden."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle, unfold
from tests.browser.test_comparaison import COMPARISON
from tests.browser.test_simulateur import EHPAD_WITH_PACK, expect_figures, open_page, tick

# How much of what has the focus is under the figures that stay in sight, or out of the window, in pixels.
HIDDEN = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  if (element === document.body || !box.height || element.tagName === "MAIN") return 0;
  if (element.closest("header, .st-key-chiffres, [data-testid=stSkipToContent]")) return 0;
  const held = document.querySelector(".st-key-chiffres")?.parentElement;
  const stays = held && getComputedStyle(held).position === "sticky";
  const over = stays ? held.getBoundingClientRect() : { top: 0, bottom: 0 };
  const above = Math.min(box.bottom, over.top, innerHeight) - Math.max(box.top, 0);
  const below = Math.min(box.bottom, innerHeight) - Math.max(box.top, over.bottom);
  const shown = Math.max(above, below);
  return shown >= Math.min(box.height, 8) ? 0 : Math.round(box.height - Math.max(shown, 0));
}"""
# Every attribute that is neither global nor its tag's own in HTML, but for what is drawn as SVG.
UNKNOWN = """() => {
  const everywhere = new Set(("id class style role tabindex lang dir title hidden inert translate draggable " +
    "spellcheck slot autocapitalize autocorrect").split(" "));
  const own = {
    a: "href target rel download", button: "type disabled name value", canvas: "width height", details: "open name",
    img: "src alt width height loading", label: "for", td: "headers colspan rowspan",
    th: "scope headers colspan rowspan",
    input: "type value name placeholder disabled checked min max step maxlength autocomplete required accept " +
      "multiple inputmode pattern readonly",
  };
  const isKnown = (element, name) => /^(aria|data)-/.test(name) || everywhere.has(name)
    || (own[element.localName] ?? "").split(" ").includes(name);
  return [...document.querySelectorAll("div, span, p, h1, h2, h3, ul, li, section, table, tr, " + Object.keys(own))]
    .filter((element) => !element.closest("svg"))
    .flatMap((element) => [...element.attributes].map((each) => [element, each.name]))
    .filter(([element, name]) => !isKnown(element, name))
    .map(([element, name]) => `${element.localName}[${name}]`);
}"""


def test_a_fields_buttons_say_of_which_number(page):
    open_page(page, EHPAD_WITH_PACK)
    expect(page.get_by_role("button", name="Augmenter : Établissements")).to_have_count(1)
    expect(page.get_by_role("button", name="Diminuer : Adhérents")).to_have_count(1)


def test_a_chart_is_one_picture_said_once_without_a_toolbar(page):
    open_page(page, f"{EHPAD_WITH_PACK}&partie=annees")
    chart = page.get_by_role("img", name=re.compile("^Cumul"))
    expect(chart).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("Cumul"))).to_have_count(0)


def test_the_footer_is_a_landmark_of_every_page(page):
    for address in ("/", "/services", "/comparaison", "/groupe", "/tarifs"):
        open_page(page, address)
        expect(page.get_by_role("contentinfo")).to_have_count(1)


def test_no_name_holds_what_made_its_text_literal(page):
    open_page(page, "/tarifs")
    unfold(page.get_by_text("Et si… ? Pack complémentaire"))
    expect(page.get_by_label(re.compile("^Pack complémentaire, site médico-social"))).to_be_visible()
    expect(page.get_by_label(re.compile("^Pack complémentaire par utilisateur · Soins de ville"))).to_be_visible()
    expect(page.locator("[aria-label*='\\\\']")).to_have_count(0)


def test_a_buttons_help_is_its_description(page):
    open_page(page, EHPAD_WITH_PACK)
    actions = page.get_by_role("button", name="Actions", exact=True)
    actions.focus()
    expect(actions).to_have_accessible_description("Envoyer le lien, comparer, PDF, Excel, présenter.")


def test_the_focus_comes_back_to_what_opened_a_window_and_follows_to_another_page(page):
    open_page(page, EHPAD_WITH_PACK)
    actions = page.get_by_role("button", name="Actions", exact=True)
    actions.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(actions).to_be_focused()
    page.keyboard.press("Enter")
    compare = page.get_by_role("button", name="Comparer", exact=True)
    compare.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Comparer des façons d'adhérer")).to_be_focused()


def test_a_question_that_goes_away_leaves_the_focus_on_the_title(page):
    open_page(page, "/comparaison")
    question = page.get_by_role("button", name=re.compile("^EHPAD"))
    question.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Scénario 2")).to_have_value("EHPAD, trois sites")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("size", [(1280, 720), (320, 640), (320, 256)], ids=str)
def test_what_has_the_focus_is_never_under_the_figures(page: Page, size, key):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_page(page, EHPAD_WITH_PACK)
    settle(page)
    page.get_by_role("link", name="Accessibilité").focus()
    hidden = []
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate(HIDDEN):
            hidden.append(page.evaluate("() => document.activeElement.outerHTML.slice(0, 160)"))
    assert hidden == []


def test_on_a_phone_the_menu_takes_the_focus_gives_it_back_and_closes_with_escape(page):
    page.set_viewport_size({"width": 375, "height": 720})
    open_page(page, "/")
    opener = page.get_by_test_id("stExpandSidebarButton")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stSidebar").get_by_role("link", name="Simulateur")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("() => Boolean(document.activeElement.closest('[data-testid=stSidebar]'))")


def test_a_page_answers_again_once_a_tablet_is_turned_while_its_menu_is_open(page):
    page.set_viewport_size({"width": 700, "height": 1000})
    open_page(page, "/?categorie=esms")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stMain")).to_have_js_property("inert", value=True)
    page.set_viewport_size({"width": 1000, "height": 700})
    tick(page, "Pack complémentaire")
    expect_figures(page, "1 304,05 €", "1 300,00 €")  # 104.05 + 100 × 12
    page.set_viewport_size({"width": 700, "height": 1000})
    expect(page.get_by_test_id("stMain")).to_have_js_property("inert", value=True)
    page.keyboard.press("Escape")
    tick(page, "Pack complémentaire")
    expect_figures(page, "104,05 €", "100,00 €")


def test_what_is_wrong_with_a_field_is_said_beside_it_and_described_on_it_until_it_is_right(page):
    open_page(page, EHPAD_WITH_PACK)
    unfold(page.get_by_text("Hypothèses : première année, durée, hausse"))
    field = page.get_by_role("textbox", name="Hausse annuelle, en %")
    field.fill("deux")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(r"«\sdeux\s» n'est pas un nombre positif"))
    field.fill("2")
    field.press("Enter")
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    "address",
    [
        f"{EHPAD_WITH_PACK}&partie=adherer",
        "/services?categorie=esms",
        COMPARISON,
        "/groupe",
        "/tarifs?tarifs=contribution-esms~120",
    ],
)
def test_a_button_that_gives_a_file_has_the_focus_again_once_it_has_given_it(page, address):
    open_page(page, address)
    buttons = page.get_by_test_id("stDownloadButton").get_by_role("button").filter(visible=True)
    expect(buttons).not_to_have_count(0)
    for number in range(buttons.count()):
        buttons.nth(number).focus()
        with page.expect_download():
            page.keyboard.press("Enter")
        expect(buttons.nth(number)).to_be_focused()


@pytest.mark.parametrize("comes_back", ["before", "after"])
def test_a_button_whose_window_held_the_focus_has_it_again_whenever_its_file_came(page, comes_back):
    open_page(page, EHPAD_WITH_PACK)
    page.get_by_role("button", name="Actions").click()
    dialog = page.get_by_role("dialog")
    button = dialog.get_by_role("button", name="PDF", exact=True)
    expect(button).to_be_visible()
    button.focus()
    # As Streamlit does while a file is made, and as the window does with a focus that nothing has.
    button.evaluate(
        """(button, comesBack) => {
            const nextDrawn = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
            const enable = () => { button.disabled = false; };
            const hold = () => button.closest("[role='dialog']").focus();
            const then = comesBack === "before" ? [enable, hold] : [hold, enable];
            button.disabled = true;
            return nextDrawn().then(() => then[0]()).then(() => then[1]());
        }""",
        comes_back,
    )
    expect(button).to_be_focused()


def test_a_button_that_is_hidden_for_a_moment_has_the_focus_again(page):
    open_page(page, COMPARISON)
    button = page.get_by_role("button", name="Garder dans un fichier")
    button.focus()
    # As React does while a part of what is shown loads.
    button.evaluate("""(button) => new Promise((shown) => {
        button.style.setProperty("display", "none", "important");
        button.before(document.createComment(""));
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(shown)));
    })""")
    expect(page.locator("body")).to_be_focused()
    page.locator("button[style*='display']").evaluate(
        "(button) => { button.style.display = ''; button.before(document.createComment('')) }"
    )
    expect(button).to_be_focused()


def test_a_button_that_comes_back_late_has_the_focus_that_the_title_held_for_it(page):
    open_page(page, COMPARISON)
    button = page.get_by_role("button", name="Garder dans un fichier")
    button.focus()
    button.evaluate("(button) => { window.gone = [button, button.parentElement]; button.remove() }")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.evaluate("() => window.gone[1].append(window.gone[0])")
    expect(button).to_be_focused()


def test_the_title_does_not_take_the_focus_again_from_who_has_left_it(page):
    open_page(page, COMPARISON)
    button = page.get_by_role("button", name="Garder dans un fichier")
    button.focus()
    button.evaluate("(button) => button.remove()")
    title = page.get_by_role("heading", level=1)
    expect(title).to_be_focused()
    page.evaluate("""() => new Promise((settled) => {
        document.activeElement.blur();
        document.body.append(document.createComment(""));
        // After the page's own timer, which its observer has just set for as long.
        queueMicrotask(() => setTimeout(settled, 200));
    })""")
    expect(title).not_to_be_focused()


@pytest.mark.parametrize(
    "address", ["/", "/services?fiche=telesoin", COMPARISON, "/groupe", "/tarifs", "/informations"]
)
def test_no_tag_has_an_attribute_that_html_does_not_know(page, address):
    open_page(page, address)
    page.wait_for_function(f"() => ({UNKNOWN})().length === 0")


def test_a_link_to_the_simulator_leads_to_it_from_any_page(page):
    open_page(page, COMPARISON)
    link = page.get_by_role("link", name=re.compile("^Ouvrir dans le simulateur")).first
    expect(link).to_have_attribute("href", re.compile(r"^\./\?"))
    assert re.fullmatch(r"http://[^/]+/\?.*", link.evaluate("link => link.href"))


def test_what_can_be_done_with_a_scenario_says_with_which(page):
    open_page(page, COMPARISON)
    for name in ("Un site", "Trois"):
        expect(page.get_by_role("link", name=f"Ouvrir dans le simulateur : {name}", exact=True)).to_have_count(1)
        expect(page.get_by_role("button", name=f"Actions : {name}", exact=True)).to_have_count(1)


def test_no_link_to_a_mail_program_opens_a_page(page):
    open_page(page, f"{EHPAD_WITH_PACK}&partie=adherer")
    expect(page.locator("a[href^='mailto:']").first).to_be_visible()
    expect(page.locator("a[href^='mailto:'][target]")).to_have_count(0)
