"""A real server and a real Chromium. Waiting is always on a signal of the application, never on a clock."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=30_000)  # a busy machine is not a wrong result
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with served() as address:
        yield address


@contextmanager
def served(port: str = "0") -> Iterator[str]:
    """The address of the application, served as `make run` serves it; without a port, on a free one."""
    streamlit = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command = [*streamlit, "--server.address", "127.0.0.1", "--server.port", port]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    """What the server says of itself once it answers."""
    said = []
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:[1-9]\d*", line):
            return found.group()
    raise RuntimeError("The server stopped:\n" + "".join(said))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, server: str) -> Iterator[BrowserContext]:
    """An empty browser of a French reader, on a laptop."""
    context = chromium.new_context(base_url=server, locale="fr-FR", viewport={"width": 1280, "height": 720})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def settled(page: Page) -> Page:
    """Wait until the script has run and everything it sent is on the page."""
    page.wait_for_selector(IDLE)
    return page
