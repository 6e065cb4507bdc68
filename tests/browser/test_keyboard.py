"""From the first page to the PDF for the board without a mouse, on a laptop and at 320 px; the focus is always seen."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settled
from tests.browser.test_simulateur import expect_figures, open_page

MOST_TABS = 120
# How the element with the focus looks with and without it: itself, what holds it, what stands for it.
SHOWS_FOCUS = """() => {
  const element = document.activeElement
  const holders = [element.parentElement, element.parentElement?.parentElement]
  const beside = [element.nextElementSibling, element.previousElementSibling, ...element.querySelectorAll('*')]
  const around = [element, ...holders, ...beside].filter(Boolean).slice(0, 30)
  const looks = () => around.map(each => {
    const style = getComputedStyle(each)
    return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration].join()
  }).join()
  const seen = looks()
  element.blur()
  const unseen = looks()
  element.focus({focusVisible: true})
  return seen !== unseen
}"""
NAME = "() => document.activeElement.outerHTML.slice(0, 200)"


def walk_to(page: Page, target: Locator) -> list[str]:
    """Press Tab until the target has the focus; what took the focus on the way without showing it."""
    expect(target).to_be_visible()
    settled(page)
    unseen = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            continue
        if not page.evaluate(SHOWS_FOCUS):
            unseen.append(page.evaluate(NAME))
        if target.evaluate("element => element === document.activeElement"):
            return unseen
    raise AssertionError(f"the keyboard never reaches {target}")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_director_without_a_mouse_takes_the_pdf_away(page, width):
    page.set_viewport_size({"width": width, "height": 720})
    open_page(page)
    page.add_style_tag(content="* { transition: none !important; }")
    unseen = walk_to(page, page.get_by_label("Établissements", exact=True))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("3")
    unseen += walk_to(page, page.get_by_role("checkbox", name="Pack complémentaire"))
    page.keyboard.press("Space")
    expect_figures(page, "3 704,05 €", "3 700,00 €")  # 4.05 + 100 + 3 × 100 × 12
    unseen += walk_to(page, page.get_by_role("button", name="PDF", exact=True))
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.path().read_bytes().startswith(b"%PDF")
    assert not unseen, "\n".join(unseen)
