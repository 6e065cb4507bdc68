"""Those who simulate meanwhile, each with a scenario of their own, and one stranger who means harm in a browser."""

import time
from decimal import Decimal
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Browser, FilePayload, Page, expect
from playwright.sync_api import Error as PlaywrightError

from nes_model.money import format_euros

_SOON = 60_000  # milliseconds: a process starts again, and the page finds the other one, less and less often
_LONG = 5  # seconds
_IN_FLIGHT = 10_000  # milliseconds without an answer
_CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'


class Person:
    """A browser with a scenario: so many establishments of an EHPAD, with the add-on pack, under a name."""

    def __init__(self, name: str, browser: Browser, address: str):
        self.name, self.count = name, 3
        self.faults: list[str] = []
        self.waits: list[float] = []
        self.typed_again = 0
        query = urlencode(
            {"libelle": name, "categorie": "esms", "etablissements": self.count, "options": "pack-complementaire"}
        )
        self.page: Page = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900}).new_page()
        self.page.set_default_timeout(_SOON)
        self.page.goto(f"{address}/?{query}")
        self.reads()

    def changes_to(self, count: int) -> None:
        """Change the number of establishments, and read the figure that follows."""
        field, since = self.page.get_by_role("spinbutton", name="Établissements"), time.monotonic()
        try:
            field.fill(str(count))  # waits for the page to be connected
            if time.monotonic() - since > _LONG:
                print(f"        {self.name} could not type for {time.monotonic() - since:.0f} s", flush=True)
        except PlaywrightError:
            self.faults.append(f"{self.name}: nothing could be typed for {time.monotonic() - since:.0f} s")
            return
        before, self.count = self.count, count
        field.press("Enter")
        if not self._is_answered():
            self.count = before
            self.reads()  # the change alone was lost
            self.count = count
            self.typed_again += 1
            print(f"        {self.name} types {count} again", flush=True)
            field.fill(str(count))
            field.press("Enter")
        self.reads()

    def reads(self) -> None:
        """Read the figure, the name and the address; what is wrong with them is a fault."""
        since = time.monotonic()
        try:
            expect(self.page.get_by_test_id("stMetricValue").first).to_have_text(self._figure(), timeout=_SOON)
            expect(self.page.get_by_role("heading", level=1)).to_have_text(self.name, timeout=_SOON)
            self.page.wait_for_url(self._is_in, timeout=_SOON)
        except (AssertionError, PlaywrightError) as error:
            shown = self.page.get_by_test_id("stMetricValue").first.text_content()
            typed = self.page.get_by_role("spinbutton", name="Établissements").input_value()
            said = f"{shown}, {typed} in the field, {self.page.url} ({str(error)[:200]})"
            self.faults.append(f"{self.name}, {self.count} sites: {said}")
        else:
            self.waits.append(time.monotonic() - since)
            if self.waits[-1] > _LONG:
                print(f"        {self.name} waited {self.waits[-1]:.0f} s", flush=True)

    def _is_answered(self) -> bool:
        """Whether the figure follows what was typed; else it went away with the process that was to answer.

        So does the Enter pressed while the page looks for another process: the field is disabled then.
        """
        try:
            expect(self.page.get_by_test_id("stMetricValue").first).to_have_text(self._figure(), timeout=_IN_FLIGHT)
        except AssertionError:
            self.page.wait_for_selector(_CONNECTED)
            return False
        return True

    def reads_all_again(self) -> None:
        """Read as it stands, then after the page was loaded again."""
        self.reads()
        self.page.reload()
        self.reads()

    def _figure(self) -> str:
        # Capital 4,05 €, contribution 100 € a year, pack 100 € a month and site.
        return format_euros(Decimal("4.05") + 100 + 100 * 12 * self.count)

    def _is_in(self, url: str) -> bool:
        said = parse_qs(urlsplit(url).query)
        return (said.get("libelle"), said.get("options")) == ([self.name], ["pack-complementaire"]) and said.get(
            "etablissements", ["1"]
        ) == [str(self.count)]


class Stranger:
    """Someone who sends tables made to harm to the page of groups, and does not wait for the answer."""

    def __init__(self, browser: Browser, address: str):
        self.page: Page = browser.new_context(locale="fr-FR").new_page()
        self.address = address

    def sends(self, name: str, content: bytes) -> None:
        """Open the page and give it the file; whatever the page answers is no fault of ours to look for here."""
        try:
            self.page.goto(f"{self.address}/groupe")
            sent = FilePayload(name=name, mimeType="text/csv", buffer=content)
            self.page.locator('input[type="file"]').first.set_input_files(sent, timeout=_SOON)
        except PlaywrightError as error:
            print(f"        the stranger was sent away: {str(error)[:80]}", flush=True)
