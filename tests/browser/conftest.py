"""A real server and a real Chromium. Waiting is always on a signal of the application, never on a clock."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.chromium import launch
from tests.serving import serve

expect.set_options(timeout=30_000)  # a busy machine is not a wrong result
# What is still moving is nobody's colour, and no picture's.
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; }"
# What draws a button or a figure is loaded when it is first needed: a skeleton holds its place, long on a busy machine.
ANSWERED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
DRAWN = f'{ANSWERED}:not(:has([data-testid="stSkeleton"]))'


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with serve() as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launch() as browser:
        yield browser


@pytest.fixture
def context(chromium: Browser, server: str) -> Iterator[BrowserContext]:
    """An empty browser of a French reader, on a laptop."""
    context = chromium.new_context(base_url=server, locale="fr-FR", viewport={"width": 1280, "height": 720})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def settle(page: Page) -> Page:
    """Wait until the script has run and everything it sent is on the page."""
    page.wait_for_selector(DRAWN)
    return page


def unfold(title: Locator) -> None:
    """Open a fold, and wait until it is open: until then, bringing into sight scrolls within it, and is undone."""
    title.click()
    title.evaluate(
        """title => Promise.allSettled(
            title.closest("details").getAnimations().map((each) => each.finished)
        ).then(() => null)"""
    )


def reach(field: Locator) -> Locator:
    """Focus a field of a whole page, and wait until what this scrolls is told: scrolling closes an open list."""
    settle(field.page)
    for chart in field.page.get_by_test_id("stVegaLiteChart").all():
        expect(chart.locator("svg").first).to_be_attached()
    field.focus()
    field.evaluate("() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)))")
    return field
