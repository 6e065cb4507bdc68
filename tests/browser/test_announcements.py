"""Whoever hears the page is told what a change did to it, in French, once; no single letter does anything."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.conftest import settle, unfold
from tests.browser.test_services import pick
from tests.browser.test_simulateur import EHPAD_WITH_PACK, expect_figures, open_page, spaced, tick, type_in

LATE = """() => document.body.insertAdjacentHTML("beforeend", '<p data-testid="stSkeleton"></p>')"""
HEARD = """() => {
  window.heard = [];
  const region = document.getElementById("annonces");
  new MutationObserver(() => window.heard.push(region.textContent)).observe(region, { childList: true });
}"""


def open_known(page: Page, address: str) -> Page:
    """Open a page without figures, and wait until what it says is known: what comes next is a change."""
    open_page(page, address)
    expect(page.locator("#annonces")).to_have_attribute("data-known", address.split("?", maxsplit=1)[0])
    return page


def test_a_change_says_the_figures_once_and_an_opened_page_says_nothing(page):
    open_page(page, "/?categorie=esms&etablissements=3")
    status = page.locator("#annonces")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text("")
    page.evaluate(HEARD)
    tick(page, "Pack complémentaire")
    expect(status).to_have_text(re.compile(spaced("Première année 3 704,05 €, ensuite 3 700,00 € par an")))
    assert len(page.evaluate("window.heard")) == 1


def test_a_figure_that_changes_alone_is_said(page):
    open_page(page, "/?categorie=esms")
    unfold(page.locator("summary").filter(has_text="Hypothèses"))
    type_in(page, "Hausse annuelle, en %", "10")
    # 104.05 + 110 + 121 + 133.10 + 146.41
    expect(page.locator("#annonces")).to_have_text(re.compile(spaced("Sur 5 ans 614,56 €")))


FIGURE = """([label, value]) => {
  const figure = document.createElement("div");
  figure.dataset.testid = "stMetric";
  figure.innerHTML = `<p data-testid="stMetricLabel">${label}</p><p data-testid="stMetricValue">${value}</p>`;
  document.querySelector("[data-testid=stApp]").append(figure);
}"""
STATE = "state => { document.querySelector('[data-testid=stApp]').dataset.testScriptState = state; }"


@pytest.fixture
def answered(chromium: Browser) -> Iterator[Page]:
    """A page whose server has answered, and which has drawn nothing yet."""
    page = chromium.new_page()
    page.clock.install()
    page.set_content('<div data-testid="stApp" data-test-script-state="notRunning"><div id="annonces"></div></div>')
    page.add_script_tag(path="server/page/annonces.js")
    yield page
    page.close()


@pytest.fixture
def opening(answered: Page) -> Page:
    """A page of three figures, the last two of which are drawn after the first, while someone moves in it."""
    for label, value in (("Première année", "104 €"), ("Chaque année suivante", "100 €"), ("Sur 5 ans", "504 €")):
        answered.evaluate(FIGURE, [label, value])
        answered.keyboard.press("Tab")
    return answered


def test_figures_drawn_long_after_the_answer_are_those_that_a_page_opens_with(answered):
    answered.evaluate(LATE)
    answered.clock.run_for(10_000)
    answered.evaluate(FIGURE, ["Première année", "104 €"])
    answered.get_by_test_id("stSkeleton").evaluate("each => each.remove()")
    answered.clock.run_for(1_000)
    expect(answered.locator("#annonces")).to_have_attribute("data-known", "blank")
    expect(answered.locator("#annonces")).to_have_text("")


def test_figures_drawn_one_after_the_other_are_those_that_a_page_opens_with(opening):
    opening.clock.run_for(1_000)
    expect(opening.locator("#annonces")).to_have_attribute("data-known", "blank")
    expect(opening.locator("#annonces")).to_have_text("")


def test_a_figure_that_moves_is_said_while_something_else_is_still_loading(opening):
    opening.clock.run_for(1_000)
    opening.evaluate(LATE)
    opening.get_by_test_id("stMetricValue").last.evaluate("each => { each.textContent = '614 €'; }")
    opening.clock.run_for(1_000)
    expect(opening.locator("#annonces")).to_have_text("Sur 5 ans 614 €")


def test_what_is_asked_and_answered_before_the_page_shows_that_it_runs_is_said(opening):
    opening.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<input>')")
    opening.locator("input").focus()
    opening.keyboard.type("3")
    opening.get_by_test_id("stMetricValue").last.evaluate("each => { each.textContent = '614 €'; }")
    opening.clock.run_for(1_000)
    expect(opening.locator("#annonces")).to_have_text("Sur 5 ans 614 €")


def test_of_the_figures_that_a_page_opens_with_the_one_that_moves_is_said_however_soon(opening):
    opening.evaluate(STATE, "running")
    opening.get_by_test_id("stMetricValue").last.evaluate("each => { each.textContent = '614 €'; }")
    opening.evaluate(STATE, "notRunning")
    opening.clock.run_for(1_000)
    expect(opening.locator("#annonces")).to_have_text("Sur 5 ans 614 €")


def test_a_search_says_how_many_services_answer_it(page):
    open_known(page, "/services?categorie=esms")
    type_in(page, "Chercher un service", "imagerie")
    expect(page.locator("#annonces")).to_have_text("1 service sur 36.")


def test_who_is_compared_is_said_as_that_changes(page):
    open_known(page, "/comparaison?1.categorie=esms&1.libelle=Un&2.categorie=chu&2.libelle=Deux")
    unfold(page.locator("summary").filter(has_text="Ajouter un scénario"))
    page.get_by_role("button", name="Ajouter cet exemple").click()
    expect(page.locator("#annonces")).to_have_text(re.compile("3 scénarios comparés.: Un .référence., Deux et "))


def test_a_partial_total_is_said_with_what_it_leaves_out(page):
    open_known(page, "/groupe")
    content = b"categorie\nesms\nzut\n"
    page.locator("input[type=file]").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": content})
    expect(page.locator("#annonces")).to_have_text(
        re.compile(spaced("Première année 104,05 €, ensuite 100,00 € par an, total partiel. À corriger : 1 ligne"))
    )


def test_a_first_answer_is_said(page):
    open_known(page, "/services?categorie=esms&vue=besoins")
    pick(page, "Messagerie Instantanée Sécurisée (MIS)")
    expect(page.locator("#annonces")).to_have_text(re.compile("Rien à payer, pas besoin d'adhérer"))


def test_another_page_says_its_name(page):
    open_page(page, "/?categorie=esms")
    page.get_by_role("link", name="Services", exact=True).first.click()
    expect(page.locator("#annonces")).to_have_text("Services")


def test_a_letter_typed_outside_a_field_runs_nothing(page):
    runs: list[object] = []

    def note(sent: str | bytes) -> None:
        if isinstance(sent, bytes) and BackMsg.FromString(sent).WhichOneof("type") == "rerun_script":
            runs.append(sent)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    open_page(page, EHPAD_WITH_PACK)
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    opened = len(runs)
    page.locator("body").press("r")
    page.locator("body").press("c")
    expect(page.get_by_role("dialog")).to_have_count(0)
    tick(page, "Pack complémentaire")  # what a letter would have asked for went before it
    expect_figures(page, "104,05 €", "100,00 €")
    settle(page)
    assert len(runs) - opened == 1  # the tick's own


def test_on_a_phone_the_grid_hides_the_headings_of_the_cells_that_it_hides(page):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("/services?categorie=ville&onglet=grille")
    settle(page)
    shown = page.evaluate(
        """() => [...document.querySelectorAll(".nes-table.grid thead")].map((head) =>
          [...head.querySelectorAll("th.mark")].filter((each) => getComputedStyle(each).display !== "none").length)"""
    )
    assert set(shown) <= {1}
