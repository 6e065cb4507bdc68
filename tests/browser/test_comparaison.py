"""What finance staff do on the comparison page, in a real Chromium."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import reach, settle, unfold
from tests.serving import serve

CONNECTED = '[data-test-connection-state="CONNECTED"]'
APP = '[data-testid="stApp"]'
QUESTION = "EHPAD : un site, ou trois avec le pack complémentaire et un chef de projet ?"
COMPARISON = (
    "/comparaison?edition=2026&1.categorie=esms&1.libelle=Un+site"
    "&2.categorie=esms&2.etablissements=3&2.options=pack-complementaire&2.libelle=Trois"
)


class Server:
    """The application on one port, which can be stopped and started again."""

    def __init__(self) -> None:
        self._running = ExitStack()
        self.address = self._running.enter_context(serve())

    def start(self) -> None:
        self._running.enter_context(serve(port=self.address.rpartition(":")[2]))

    def stop(self) -> None:
        self._running.close()


@pytest.fixture
def restartable() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


def said(page: Page) -> list[str]:
    """What the page compares, as a reader sees it: every name, every card, every table."""
    expect(page.get_by_role("button", name="Tableau (CSV)")).to_be_visible()  # the last thing that the script sends
    settle(page)
    names = [page.get_by_label(re.compile(rf"^Scénario {place}")) for place in (1, 2, 3)]
    for name in names:
        expect(name).not_to_have_value("")  # a field is drawn, and then filled
    shown = [name.input_value() for name in names]
    return shown + page.locator(".nes-table").all_inner_texts() + page.locator(".st-key-scenarios").all_inner_texts()


def build_three_scenarios(page: Page) -> None:
    page.get_by_role("button", name=QUESTION).click()
    expect(page.get_by_label("Scénario 2")).to_have_value("EHPAD, trois sites")
    settle(page)
    unfold(page.get_by_text("Ajouter un scénario"))
    reach(page.get_by_role("combobox", name="Une organisation type")).fill("Départ")
    page.get_by_role("option", name="Département").click()
    expect(page.get_by_text("financée par l'ARS")).to_be_visible()
    page.get_by_role("button", name="Ajouter cet exemple").click()
    expect(page.get_by_label("Scénario 3")).to_have_value("Département")


def rename(page: Page, place: int, name: str) -> None:
    field = page.get_by_label(re.compile(rf"^Scénario {place}"))
    field.fill(name)
    field.press("Enter")


@pytest.mark.walk
def test_nothing_is_lost_on_reload_in_another_browser_or_when_the_server_restarts(chromium: Browser, restartable):
    page = chromium.new_context(locale="fr-FR").new_page()
    page.goto(f"{restartable.address}/comparaison")
    settle(page)
    build_three_scenarios(page)
    expect(page).to_have_url(re.compile(r"3\.categorie=part"))
    built = said(page)
    page.reload()
    assert said(page) == built
    elsewhere = chromium.new_context(locale="fr-FR").new_page()
    elsewhere.goto(page.url)
    assert said(elsewhere) == built
    restartable.stop()
    page.wait_for_selector(f"{APP}:not({CONNECTED})")
    restartable.start()
    page.wait_for_selector(APP + CONNECTED)
    assert said(page) == built
    rename(page, 3, "Le département")
    expect(page).to_have_url(re.compile(r"3\.libelle=Le\+d"))
    assert said(page)[:3] == ["EHPAD, un site", "EHPAD, trois sites", "Le département"]
    for each in (page, elsewhere):
        each.context.close()


def test_back_goes_back_to_the_comparison_before(page: Page):
    settled_at(page, COMPARISON)
    page.get_by_role("button", name="Actions").nth(1).click()
    page.get_by_role("option", name="Retirer").or_(page.get_by_role("menuitem", name="Retirer")).click()
    expect(page.get_by_label("Scénario 2")).to_have_count(0)
    page.go_back()
    expect(page.get_by_label("Scénario 2")).to_have_value("Trois")


def test_a_comparison_is_kept_in_a_file_and_opened_again(page: Page, tmp_path: Path):
    settled_at(page, COMPARISON)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Garder dans un fichier").click()
    path = tmp_path / "comparaison.yaml"
    downloading.value.save_as(path)
    assert "premiere_annee: 3704.05" in path.read_text(encoding="utf-8")  # 4.05 + 100 + 3 × 100 × 12
    settled_at(page, "/comparaison")
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(path)
    expect(page.get_by_label("Scénario 2")).to_have_value("Trois")


def test_the_spreadsheet_file_opens_in_french_excel(page: Page):
    settled_at(page, COMPARISON)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Tableau (CSV)").click()
    content = Path(downloading.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Trois;;Total;3704,05;3704,05;3700,00;3700,00;3600,00" in content.decode("utf-8-sig")


def test_a_scenario_of_the_simulator_opens_there_and_comes_back(page: Page):
    settled_at(page, COMPARISON)
    page.get_by_role("link", name="Ouvrir dans le simulateur").nth(1).click()
    expect(page.get_by_label("Établissements", exact=True)).to_have_value("3")
    page.get_by_role("link", name="Comparer").first.click()
    expect(page.get_by_label("Scénario 2")).to_have_value("Trois")


def test_the_page_has_no_accessibility_violation(page: Page):
    from axe_playwright_python.sync_playwright import Axe

    settled_at(page, COMPARISON)
    expect(page.get_by_role("heading", name="Ligne à ligne")).to_be_visible()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
    ours = [each for each in found.response["violations"] if any("nes-table" in str(node) for node in each["nodes"])]
    assert ours == []


def settled_at(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)
