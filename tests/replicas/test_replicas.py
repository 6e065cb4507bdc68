"""Several processes serve as one: files come and go, and nobody loses a scenario when a process does."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.replicas.conftest import process_of

PEOPLE, MOST_PEOPLE = 4, 16
SOON = 30_000  # milliseconds: the page tries again by itself, less and less often
SCENARIO = "/?categorie=esms&etablissements=3&options=pack-complementaire"
# Marks the page once it has been connected anew, and its script has run again.
WATCH = """() => {
  const app = document.querySelector("[data-testid=stApp]").dataset;
  const steps = [
    () => app.testConnectionState !== "CONNECTED",
    () => app.testConnectionState === "CONNECTED",
    () => app.testScriptState !== "notRunning",
    () => app.testScriptState === "notRunning",
  ];
  const mark = document.documentElement.dataset;
  delete mark.goesOn;
  new MutationObserver(() => {
    while (steps.length && steps[0]()) steps.shift();
    if (!steps.length) mark.goesOn = "yes";
  }).observe(document.querySelector("[data-testid=stApp]"), { attributes: true });
}"""


def people_on_both(visit: Callable[[str], Page], address: str) -> list[Page]:
    """At least four people, and enough for each process to serve some: who goes where is drawn by lot."""
    people: list[Page] = []
    while len(people) < PEOPLE or {process_of(page) for page in people} != {"un", "deux"}:
        assert len(people) < MOST_PEOPLE, "one process serves everybody"
        people.append(visit(address))
    return people


def first_year(page: Page):
    return page.get_by_test_id("stMetricValue").first


def asks_for(page: Page, establishments: int, expected: str) -> None:
    """Change the number of establishments, and read the figure that follows."""
    field = page.get_by_role("spinbutton", name="Établissements")
    field.fill(str(establishments))
    field.press("Enter")
    expect(first_year(page)).to_contain_text(expected, timeout=SOON)


def connected_to(name: str, people: list[Page]) -> list[Page]:
    """Those whom a process serves; from here on, their connections are watched."""
    served = [page for page in people if process_of(page) == name]
    for page in served:
        page.evaluate(WATCH)
    return served


def go_on(people: list[Page]) -> None:
    """Wait until each page has found another process by itself."""
    for page in people:
        page.wait_for_selector("html[data-goes-on]", state="attached", timeout=SOON)


def sends_and_takes(page: Page) -> None:
    """Upload a file, see that it came; download one, see what it holds."""
    sent = {"name": "membres.csv", "mimeType": "text/csv", "buffer": b"0" * 1_234}
    page.get_by_test_id("stFileUploader").first.locator("input").set_input_files(sent)
    expect(page.get_by_text("Reçu : membres.csv, 1234 octets")).to_be_visible(timeout=SOON)
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger", exact=True).click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == "contenu"


def test_every_upload_and_download_works_whoever_serves_it(gallery, visit):
    people = people_on_both(visit, gallery.address)
    for page in people:
        sends_and_takes(page)


def test_when_a_process_is_killed_people_go_on_with_their_scenario(simulator, visit):
    people = people_on_both(visit, simulator.address + SCENARIO)
    for page in people:
        asks_for(page, 4, "4\u202f904,05")  # 4.05 + 100.00 + 4 × 100.00 × 12
    lost = process_of(people[0])
    interrupted = connected_to(lost, people)
    assert 0 < len(interrupted) < len(people)
    simulator.kill(lost)
    go_on(interrupted)
    for page in people:
        asks_for(page, 5, "6\u202f104,05")  # 4.05 + 100.00 + 5 × 100.00 × 12
        expect(page).to_have_url(re.compile("etablissements=5&options=pack-complementaire"))
        assert process_of(page) != lost


def test_restarting_one_process_after_the_other_loses_nothing(simulator, visit):
    people = people_on_both(visit, simulator.address + SCENARIO)
    figures = {2: "2\u202f504,05", 3: "3\u202f704,05"}  # 4.05 + 100.00 + 2 or 3 × 100.00 × 12
    for establishments, name in zip(figures, list(simulator.ports), strict=True):
        interrupted = connected_to(name, people)
        simulator.stop(name)
        simulator.start(name)
        go_on(interrupted)
        for page in people:
            asks_for(page, establishments, figures[establishments])
            expect(page).to_have_url(re.compile(f"etablissements={establishments}&options=pack-complementaire"))


def test_files_still_come_and_go_after_a_restart(gallery, visit):
    people = people_on_both(visit, gallery.address)
    for page in people:  # Streamlit draws the button of a page that it has just opened with the server's address
        expect(page.get_by_role("button", name="Télécharger", exact=True)).to_be_visible(timeout=SOON)
    for name in list(gallery.ports):
        gallery.stop(name)
        gallery.start(name)
    for page in people:
        expect(page.locator('[data-testid="stApp"][data-test-connection-state="CONNECTED"]')).to_be_visible(
            timeout=SOON
        )
        sends_and_takes(page)
