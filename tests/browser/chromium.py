"""Which Chromium drives the browser tests."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Nothing but the page under test is asked of the network.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_executable() -> str | None:
    """The system's browser, else the test tool's own, else nothing."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@contextmanager
def launch() -> Iterator[Browser]:
    """A browser with nobody's history."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_executable(), args=list(_ARGUMENTS))
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(0 if find_executable() else 1)
