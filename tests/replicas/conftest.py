"""Two real processes behind a real nginx, and people in front of them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from deploy.replicas import Replicas, serve_replicas
from tests.browser.chromium import launch
from tests.browser.conftest import settle
from tests.serving import free_ports

Visit = Callable[[str], Page]


def serving(application: str) -> Iterator[Replicas]:
    front, one, two = free_ports(3)
    with serve_replicas(application, front, {"un": one, "deux": two}) as running:
        yield running


@pytest.fixture
def simulator() -> Iterator[Replicas]:
    yield from serving("app:app")


@pytest.fixture
def gallery() -> Iterator[Replicas]:
    yield from serving("tests.browser.gallery:app")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launch() as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Someone new, with a browser of their own, opens an address."""
    contexts = []

    def opened(address: str) -> Page:
        contexts.append(chromium.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        page.goto(address)
        return settle(page)

    yield opened
    for context in contexts:
        context.close()


def process_of(page: Page) -> str:
    """The process that the page is connected to, as nginx calls it."""
    return next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "nes_processus")
