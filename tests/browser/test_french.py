"""French to the last word: every page, in every state that Streamlit speaks in, whatever the browser's language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import settle, unfold
from tests.browser.english import SAID, find_english
from tests.serving import serve

ROOT = Path(__file__).parents[2]
WORDS = json.loads((ROOT / "server" / "page" / "francais.json").read_text(encoding="utf-8"))
OUR_FRENCH = {french for group in WORDS for french in group["words"].values()}
WRITTEN_BY_A_PERSON = "element => element.closest('.st-key-ecrit-par-une-personne') !== null"
HOVERED = (
    "stTooltipErrorHoverTarget",
    "stTooltipIcon",
    "stDataFrame",
    "stVegaLiteChart",
    "stCode",
    "stFileUploader",
)
MOST = 4  # of the same kind of widget, on one page


@pytest.fixture(scope="module")
def gallery() -> Iterator[str]:
    with serve("tests.browser.gallery:app") as address:
        yield address


@pytest.fixture
def english_page(chromium: Browser) -> Iterator[Page]:
    """The browser of someone whose computer speaks English."""
    context = chromium.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def widgets(english_page: Page, gallery: str) -> Page:
    """The page of every widget, once the last to come is there."""
    english_page.goto(gallery)
    expect(settle(english_page).locator("[data-testid=stVegaLiteChart] svg")).to_be_visible()
    return english_page


def english_on(page: Page) -> set[str]:
    """The English that each state of a page shows, one state after the other."""
    found = set(find_english(page.evaluate(SAID), OUR_FRENCH))
    for _ in states(page):
        found |= set(find_english(page.evaluate(SAID), OUR_FRENCH))
    return found


def states(page: Page) -> Iterator[str]:
    """What a page shows under each of its tabs, whatever the page."""
    yield from widget_states(page)
    for tab in page.get_by_role("tab").filter(visible=True).all()[1:MOST]:
        tab.click()
        yield "tab"
        yield from widget_states(page)


def widget_states(page: Page) -> Iterator[str]:
    """Open, hover and fill what is in sight."""
    for fold in page.locator("details").filter(visible=True).all():
        if fold.get_attribute("open") is None:
            unfold(fold.locator("> summary"))
    yield "unfolded"
    for tested in ("stSelectbox", "stMultiSelect"):
        for widget in visible(page.get_by_test_id(tested).locator("input")):
            if widget.is_enabled() and not widget.evaluate(WRITTEN_BY_A_PERSON):
                widget.click()
                yield "list"
                widget.fill("zzz")
                yield "list without result"
                closed_list(widget)
    yield from filled(page)
    for host in HOVERED:
        for element in visible(page.get_by_test_id(host)):
            page.mouse.move(0, 0)  # the help text of another would be in the way
            element.hover()
            yield "hovered"
    for button in visible(page.get_by_test_id("stElementToolbarButton").locator("button")):
        button.hover(force=True)
        yield "tooltip"


def closed_list(widget: Locator) -> None:
    """Leave a list by Escape: a first one may only empty what was written, or close a help text."""
    for _ in range(3):
        widget.press("Escape")
        if widget.get_attribute("aria-expanded") != "true":
            return
    expect(widget).to_have_attribute("aria-expanded", "false")


def filled(page: Page) -> Iterator[str]:
    """Write in each field what is not an answer."""
    for field in visible(page.locator("[data-testid=stTextInput] input, [data-testid=stTextArea] textarea")):
        field.fill("zz")
        yield "text"
        field.blur()
        settle(page)
    for field in visible(page.get_by_test_id("stNumberInputField")):
        field.fill("99999999")
        field.press("Enter")
        yield "number out of range"


def visible(elements: Locator) -> list[Locator]:
    return elements.filter(visible=True).all()[:MOST]


def test_every_page_is_in_french_in_every_state(english_page, server):
    english_page.goto(server)
    settle(english_page)
    addresses = english_page.get_by_test_id("stTopNavLink").evaluate_all("links => links.map(link => link.href)")
    titles = []
    for address in addresses or [server]:
        settle(english_page).goto(address)
        settle(english_page)
        assert english_on(english_page) == set(), address
        titles.append(english_page.title())
    assert len(set(titles)) == len(titles)
    assert all(title.endswith(" · Adhésion à Normand'e-Santé") for title in titles)


@pytest.mark.walk
def test_every_widget_is_in_french_in_every_state(widgets):
    assert english_on(widgets) == set()


@pytest.mark.walk
def test_windows_and_messages_are_in_french(widgets):
    widgets.get_by_role("button", name="Message").click()
    expect(widgets.get_by_test_id("stToast")).to_be_visible()
    assert find_english(widgets.evaluate(SAID), OUR_FRENCH) == []
    widgets.get_by_role("button", name="Fenêtre").click()
    expect(widgets.get_by_test_id("stDialog").get_by_label("Fermer").last).to_be_visible()
    assert find_english(widgets.evaluate(SAID), OUR_FRENCH) == []


@pytest.mark.walk
def test_files_are_refused_in_french(widgets):
    upload = widgets.get_by_test_id("stFileUploader").first
    upload.locator("input").set_input_files({"name": "a.exe", "mimeType": "x/y", "buffer": b"0"})
    expect(upload).to_contain_text("Ce type de fichier n'est pas accepté ici")
    upload.locator("input").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"0" * 21_000_000})
    expect(upload).to_contain_text("Fichier trop lourd")
    assert find_english(widgets.evaluate(SAID), OUR_FRENCH) == []


@pytest.mark.walk
def test_what_a_person_wrote_is_left_as_it_is(widgets):
    written = widgets.locator(".st-key-ecrit-par-une-personne")
    for words in ("Close", "Increment", "Search", "Help for"):
        expect(written.get_by_text(words, exact=True)).to_be_visible()
    expect(written.get_by_test_id("stSelectbox").locator("input")).to_have_value("Open")
    for words in ("Open", "Remove me"):
        expect(written.get_by_test_id("stMultiSelect").get_by_text(words, exact=True)).to_be_visible()
    field = written.get_by_test_id("stSelectbox").locator("input")
    field.press("ArrowDown")
    expect(widgets.locator("[role=option]")).to_have_text(["Open", "No results", "Select all", "Remove me"])


def test_the_help_of_an_option_is_called_by_the_name_that_is_read(page):
    page.goto("/")
    settle(page)
    expect(page.get_by_role("button", name="Aide : Pack complémentaire", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Aide : Échange et partage d'imagerie (e-m@ge)", exact=True)).to_be_visible()


@pytest.mark.walk
def test_without_our_words_the_walk_finds_streamlits_english(english_page, gallery):
    english_page.route(re.compile(r"/francais\."), lambda route: route.abort())
    english_page.goto(gallery)
    settle(english_page)
    assert english_on(english_page) >= {"Increment", "Choose an option", "No results", "Upload", "Help for Texte"}


def test_a_lost_connection_is_told_in_french(chromium):
    context = chromium.new_context(locale="en-US")
    page = context.new_page()
    with serve() as address:
        page.goto(address, wait_until="networkidle")
        settle(page)
    expect(page.get_by_role("dialog")).to_contain_text("Le serveur ne répond pas", timeout=30_000)
    assert find_english(page.evaluate(SAID), OUR_FRENCH) == []
    context.close()


def test_a_part_of_the_page_that_cannot_be_loaded_says_so_in_french(english_page, server):
    english_page.route(re.compile(r"/static/js/(Metric|PageLink)\."), lambda route: route.abort())
    english_page.goto(server)
    alerts = settle(english_page).get_by_role("alert").filter(has_text="Rechargez la page.")
    expect(alerts).to_have_count(5)  # four figures and a link
    assert find_english(english_page.evaluate(SAID), OUR_FRENCH) == []
    english_page.unroute_all()
    english_page.reload()
    expect(alerts).to_have_count(0)


def test_an_address_that_leads_nowhere_says_so_in_french(english_page, server):
    answer = english_page.goto(f"{server}/rien-ici")
    assert answer.status == 404
    expect(english_page.get_by_role("heading")).to_have_text("Page introuvable")
    english_page.get_by_role("link", name="ouvrez le simulateur").click()
    expect(settle(english_page).get_by_role("heading", level=1)).to_be_visible()


def test_without_scripts_the_page_says_what_it_needs_in_french(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert "il a besoin de JavaScript" in page.locator("noscript").inner_text()
    context.close()
