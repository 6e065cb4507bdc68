"""Where one types, ticks or chooses, and what a chart writes, stand out from what is behind them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.house.test_colours import THEME, contrast

pytestmark = pytest.mark.walk

STATES = {
    "/?categorie=esms&options=pack-complementaire&partie=points": 12,
    "/services?vue=besoins&besoins=teleconsultation:avancee": 5,
    "/groupe": 3,
    "/tarifs": 1,
    "/comparaison?1.categorie=esms&2.categorie=chu": 4,
}
# The edges of what is used, each as [what it is, its colour]: the ticked have a full background of their own.
EDGES = """() => {
  const parts = [
    "[data-testid=stNumberInputContainer], [data-testid=stTextInputRootElement], [data-testid=stTextAreaRootElement]",
    ":is(.stSelectbox, .stMultiSelect) [role=group], [data-testid=stFileUploaderDropzone]",
    ".stCheckbox label > div:first-of-type, [data-testid=stRadioOption] > div > div:first-child",
    "[data-testid=stMain] button[data-testid^=stBaseButton], [data-testid=stButtonGroup] button",
  ];
  return [...document.querySelectorAll(parts.join())]
    .map((each) => [each, getComputedStyle(each)])
    .filter(([each, style]) => each.checkVisibility() && !each.disabled && parseFloat(style.borderTopWidth) > 0)
    .map(([each, style]) => [each.outerHTML.slice(0, 120), style.borderTopColor]);
}"""
WRITTEN_IN_CHARTS = """() => [...document.querySelectorAll(".stVegaLiteChart svg text")]
  .filter((text) => text.textContent.trim())
  .map((text) => [text.textContent, getComputedStyle(text).fill])"""


def as_hex(colour: str) -> str:
    """`rgb(1, 2, 3)` as `#010203`; a translucent colour is refused: what is behind it would have to be known."""
    parts = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour)
    assert parts, colour
    return "#" + "".join(f"{int(part):02x}" for part in parts.groups())


def in_colours(page: Page, mode: str, address: str) -> Page:
    page.emulate_media(color_scheme=mode)
    page.goto(address)
    settle(page)
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", mode)
    return page


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("address", "least"), STATES.items(), ids=list(STATES))
def test_what_is_used_has_an_edge_of_three_to_one(page, mode, address, least):
    in_colours(page, mode, address)
    page.wait_for_function(f"least => ({EDGES})().length >= least", arg=least)
    edges = page.evaluate(EDGES)
    behind = [THEME[mode]["backgroundColor"], THEME[mode]["secondaryBackgroundColor"]]
    weak = [(what, colour) for what, colour in edges if min(contrast(as_hex(colour), each) for each in behind) < 3]
    assert weak == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("address", ["/?categorie=esms&partie=annees", "/comparaison?1.categorie=esms&2.categorie=chu"])
def test_what_a_chart_writes_stands_out_by_four_and_a_half_to_one(page, mode, address):
    in_colours(page, mode, address)
    page.wait_for_function(f"() => ({WRITTEN_IN_CHARTS})().length >= 6")
    weak = [
        (text, colour)
        for text, colour in page.evaluate(WRITTEN_IN_CHARTS)
        if contrast(as_hex(colour), THEME[mode]["backgroundColor"]) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_what_a_window_says_stands_out_by_four_and_a_half_to_one(page, mode):
    in_colours(page, mode, "/services?categorie=cst&fiche=telesoin")
    said = page.get_by_role("dialog").locator("p, li, h2, h3")
    expect(said.filter(has_text="Pack complémentaire").first).to_be_visible()
    found = said.evaluate_all("all => all.map((each) => [each.textContent, getComputedStyle(each).color])")
    weak = [(text, colour) for text, colour in found if contrast(as_hex(colour), THEME[mode]["backgroundColor"]) < 4.5]
    assert weak == []
