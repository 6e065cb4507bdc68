"""Before a room: everything is larger, and nothing that is drawn leaves its place."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import settled
from tests.browser.test_accessibility import THREE

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


@pytest.mark.parametrize("width", [1440, 1920])
@pytest.mark.parametrize("name", PAGES)
def test_what_is_drawn_fills_its_place_and_no_more(chromium: Browser, server: str, name: str, width: int):
    context = chromium.new_context(
        base_url=server, locale="fr-FR", viewport={"width": width, "height": 1080}, reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        page.goto(f"{PAGES[name]}&presenter=oui")
        settled(page)
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        for chart in page.get_by_test_id("stVegaLiteChart").all():
            expect(chart.locator("svg.marks")).to_be_attached()
        for drawn in page.locator(DRAWN).all():
            place = drawn.evaluate(PLACE)
            assert place["left"] >= -1, place
            assert place["right"] >= -1, place
            assert place["own"] > place["place"] / 2, place
    finally:
        context.close()
