"""Take the README's picture of the simulator: `python -m tests.browser.screenshot FILE`."""

import sys

from tests.browser.chromium import launched
from tests.browser.conftest import settled
from tests.browser.test_simulateur import EHPAD_WITH_PACK
from tests.serving import ROOT, served


def take(file: str) -> None:
    with served() as address, launched() as browser:
        page = browser.new_page(base_url=address, locale="fr-FR", viewport={"width": 1280, "height": 800})
        page.goto(EHPAD_WITH_PACK)
        settled(page)
        page.locator(".stVegaLiteChart").nth(2).locator("svg, canvas").first.wait_for()
        page.screenshot(path=ROOT / file)


if __name__ == "__main__":
    take(sys.argv[1])
