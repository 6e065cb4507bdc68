"""Before a room: everything is larger, and nothing that is drawn leaves its place."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import settle
from tests.browser.test_accessibility import THREE
from tests.browser.test_simulateur import open_page

PAGES = {
    "simulateur": "/?categorie=ville&utilisateurs=8&options=pack-complementaire",
    "comparaison": THREE,
    "groupe": "/groupe?",
    "tarifs": "/tarifs?categorie=esms&tarifs=contribution-esms~120",
}
DRAWN = "[data-testid=stVegaLiteChart] svg.marks, [data-testid=stDataFrame]"
PLACE = """drawn => {
  const own = drawn.getBoundingClientRect()
  const place = drawn.closest('[data-testid=stVerticalBlock]').getBoundingClientRect()
  return {own: own.width, left: own.left - place.left, right: place.right - own.right, place: place.width}
}"""


def test_presenting_begins_at_once_and_can_be_left(page):
    open_page(page, PAGES["simulateur"])
    page.get_by_role("button", name="Actions").click()
    page.get_by_role("dialog").get_by_role("button", name="Présenter").click()
    leave = page.get_by_role("button", name="Quitter la présentation")
    expect(leave).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Exemple")).to_be_visible()
    expect(page).to_have_url(re.compile("presenter=oui"))
    leave.click()
    expect(page.get_by_role("button", name="Actions")).to_be_visible()
    expect(leave).to_have_count(0)


@pytest.mark.walk
@pytest.mark.parametrize("width", [1440, 1920])
@pytest.mark.parametrize("name", PAGES)
def test_what_is_drawn_fills_its_place_and_no_more(chromium: Browser, server: str, name: str, width: int):
    context = chromium.new_context(
        base_url=server, locale="fr-FR", viewport={"width": width, "height": 1080}, reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        page.goto(f"{PAGES[name]}&presenter=oui")
        settle(page)
        for chart in page.get_by_test_id("stVegaLiteChart").all():
            expect(chart.locator("svg.marks")).to_be_attached()
        for drawn in page.locator(DRAWN).all():
            place = drawn.evaluate(PLACE)
            assert place["left"] >= -1, place
            assert place["right"] >= -1, place
            assert place["own"] > place["place"] / 2, place
    finally:
        context.close()
