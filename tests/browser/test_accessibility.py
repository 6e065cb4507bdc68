"""Nothing keeps anyone out: every page, light and dark, wide and at 320 px, in the states that change what is shown."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.accessibility import find_violations
from tests.browser.conftest import settle, unfold
from tests.browser.test_comparaison import COMPARISON
from tests.serving import ROOT

WIDE = ViewportSize(width=1440, height=900)
NARROW = ViewportSize(width=320, height=700)
ENLARGED_TWICE = {"width": 640, "height": 360}  # a laptop's 1280 × 720 at 200 %
THREE = f"{COMPARISON}&3.categorie=chu&3.libelle=CHU"
NEEDS = "/services?categorie=ville&utilisateurs=8&vue=besoins&besoins=teleconsultation:avancee+rramu+mis&comparee=rst"


def as_it_comes(page: Page) -> None:
    """Nothing more is done to the page."""


def unfolded(page: Page) -> None:
    """Every fold is open."""
    for fold in page.locator("details").all():
        if fold.get_attribute("open") is None:
            unfold(fold.locator("> summary"))
    settle(page)


def link_shown(page: Page) -> None:
    """The link to send and its QR code are open."""
    page.get_by_role("button", name="Actions", exact=True).click()
    expect(page.get_by_role("img", name="Code QR")).to_be_visible()


STATES: list[tuple[str, str, Callable[[Page], None]]] = [
    ("pack ticked, all unfolded", "/?categorie=esms&etablissements=3&options=pack-complementaire", unfolded),
    ("notices", "/?categorie=clinique&etablissements=beaucoup&options=dpm+referent-medical", as_it_comes),
    ("break-even", "/?categorie=ville&utilisateurs=8&options=pack-complementaire", as_it_comes),
    ("link shown", "/?categorie=esms", link_shown),
    ("presented", "/?categorie=esms&presenter=oui", as_it_comes),
    ("one college", "/services?categorie=cst&college=E", as_it_comes),
    ("sheet", "/services?categorie=cst&fiche=telesoin", as_it_comes),
    ("needs", NEEDS, as_it_comes),
    ("three scenarios", THREE, unfolded),
    ("tariff supposed", "/tarifs?tarifs=contribution-esms~120", as_it_comes),
]


def check(page: Page) -> list[str]:
    """All rules on both widths; the colours once more in the dark."""
    found = []
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        found += [f"{size['width']} light: {each}" for each in find_violations(page)]
        page.emulate_media(color_scheme="dark")
        expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
        found += [f"{size['width']} dark: {each}" for each in find_violations(page, colours_only=True)]
    return found


def drawn(page: Page, address: str) -> Page:
    """The page once all of it is there."""
    page.set_viewport_size(WIDE)
    page.goto(address)
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("elle ne vaut pas devis").last).to_be_attached()
    return settle(page)


@pytest.mark.walk
@pytest.mark.parametrize(("address", "act"), [each[1:] for each in STATES], ids=[each[0] for each in STATES])
def test_no_state_of_a_page_keeps_anyone_out(page, address, act):
    act(drawn(page, address))
    found = check(page)
    assert not found, "\n".join(found)


def test_no_page_keeps_anyone_out_and_each_fits_a_small_screen(page):
    drawn(page, "/")
    addresses = page.get_by_test_id("stTopNavLink").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) == len(list((ROOT / "pages").glob("*.py")))
    for address in addresses:
        found = check(drawn(page, address))
        assert not found, "\n".join([address, *found])
        for size in (NARROW, ENLARGED_TWICE):
            page.set_viewport_size(size)
            expect(page.get_by_test_id("stMain"), address).to_have_js_property("scrollWidth", size["width"])


# What RGAA 10.12 lets a reader ask for.
SPACED_OUT = """* { line-height: 1.5em !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
# Each text that something cuts; what scrolls cuts nothing, and what is only said aloud is not to be seen.
CUT = """() => {
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const cuts = (box, style = getComputedStyle(box)) => style.display !== "inline" && box.clientWidth > 2
    && (hides(style.overflowX) && box.scrollWidth > box.clientWidth + 2
      || hides(style.overflowY) && box.scrollHeight > box.clientHeight + 2);
  const around = (text, found = []) => text.tagName === "MAIN" ? found : around(text.parentElement, [...found, text]);
  return [...document.querySelectorAll("main *")]
    .filter((each) => !each.childElementCount && each.checkVisibility() && each.innerText?.trim())
    .filter((each) => !each.closest("[data-testid=stIconMaterial], .said, [role=status], svg"))
    .filter((each) => around(each).some((box) => cuts(box))).map((each) => each.innerText);
}"""


def test_no_name_of_a_picture_is_cut_when_a_reader_spaces_the_text_out(page):
    drawn(page, "/groupe").add_style_tag(content=SPACED_OUT)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.wait_for_function(
            """() => {
              const names = [...document.querySelectorAll(".stVegaLiteChart svg .role-axis-label text")];
              return names.length > 0 && names.every((each) =>
                each.getBoundingClientRect().left >= each.closest("svg").getBoundingClientRect().left);
            }"""
        )


@pytest.mark.parametrize(
    "address",
    [
        "/?categorie=ville&utilisateurs=8&partie=annees",
        "/groupe",
        THREE,
        "/tarifs?categorie=esms&tarifs=contribution-esms~120",
    ],
)
def test_no_bubble_of_columns_is_drawn_over_what_is_pointed_at(page, address):
    marks = drawn(page, address).locator(".stVegaLiteChart svg :is(.mark-rect, .mark-symbol) path")
    expect(marks.first).to_be_attached()
    for mark in marks.filter(visible=True).all():
        mark.hover(force=True)
        expect(page.locator("#vg-tooltip-element")).to_have_count(0)


@pytest.mark.parametrize("address", ["/?categorie=esms&options=pack-complementaire", "/services", THREE, "/tarifs"])
def test_nothing_is_cut_when_a_reader_spaces_the_text_out(page, address):
    drawn(page, address).add_style_tag(content=SPACED_OUT)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.wait_for_function(f"() => ({CUT})().length === 0")  # once it is laid out again
