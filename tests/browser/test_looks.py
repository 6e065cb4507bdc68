"""Every page beside the picture that was kept of it: light, dark, on a phone, before a room. Not its figures.

`make looks` takes the pictures again, to be looked at before they are committed.
"""

import os
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import STILL, settle
from tests.browser.likeness import tell_differences
from tests.browser.test_accessibility import NEEDS, THREE

PICTURES = Path(__file__).parent / "pictures"
MOST = 3_600  # pixels of a page from its top
PAGES = {
    "simulateur": "/?categorie=ville&utilisateurs=8&options=pack-complementaire+dpm",
    "services": "/services?categorie=esms",
    "besoins": NEEDS,
    "comparaison": THREE,
    "groupe": "/groupe",
    "tarifs": "/tarifs?categorie=esms&tarifs=contribution-esms~120",
    "informations": "/informations",
}
VIEWS = {
    "clair": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "sombre": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "telephone": {"viewport": {"width": 375, "height": 812}, "color_scheme": "light"},
    "salle": {"viewport": {"width": 1920, "height": 1080}, "color_scheme": "light"},
}
# The code holds this server's address, which is another each time.
STEADY = f"{STILL} * {{ caret-color: transparent !important; }} img[alt^='Code QR'] {{ visibility: hidden; }}"


def picture(page: Page, path: Path, *, whole: bool) -> Image.Image:
    """What is shown once all of it is there: the screen, or the page from its top."""
    settle(page)
    page.add_style_tag(content=STEADY)
    expect(page.get_by_text("elle ne vaut pas devis").last).to_be_attached()
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        expect(chart.locator("svg")).to_be_attached()
    if whole:
        height = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
        page.set_viewport_size({"width": page.viewport_size["width"], "height": min(MOST, height)})
        settle(page)
    page.mouse.move(0, 0)
    page.evaluate("() => document.fonts.ready")
    page.screenshot(path=path, animations="disabled")
    return read(path)


def read(path: Path) -> Image.Image:
    """A picture, its file closed."""
    picture = Image.open(path)
    picture.load()
    return picture


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_was_kept(chromium: Browser, server: str, tmp_path: Path, name: str, view: str):
    context = chromium.new_context(base_url=server, locale="fr-FR", **VIEWS[view])
    try:
        page = context.new_page()
        separator = "&" if "?" in PAGES[name] else "?"
        page.goto(PAGES[name] + f"{separator}presenter=oui" * (view == "salle"))
        seen = picture(page, tmp_path / f"{name}-{view}.png", whole=view != "salle")
    finally:
        context.close()
    kept = PICTURES / f"{name}-{view}.png"
    if os.environ.get("LOOKS") == "keep":
        few_colours = seen.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few_colours.save(kept, optimize=True)
    found = tell_differences(seen, read(kept))
    assert not found, f"{found}. Compare {seen.filename} with {kept}; if the page is right, run: make looks"
