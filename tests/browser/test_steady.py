"""While a page answers, however slow the line, nothing of it is there twice: no second heading nor set of figures."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle, unfold
from tests.browser.test_comparaison import QUESTION
from tests.browser.test_groupe import give
from tests.browser.test_simulateur import open_page

pytestmark = pytest.mark.walk

# One message of the server at a time, with time to draw it.
SLOW_LINE = """{
  const Real = window.WebSocket
  window.WebSocket = class extends Real {
    drawn = Promise.resolve()
    addEventListener(type, listener, options) {
      if (type !== 'message') return super.addEventListener(type, listener, options)
      const pause = () => new Promise((done) => setTimeout(done, window.pause ?? 0))
      super.addEventListener(type, (event) => {
        this.drawn = this.drawn.then(pause).then(() => listener.call(this, event))
      }, options)
    }
    set onmessage(listener) { this.addEventListener('message', listener) }
  }
}"""
DRAWN = '.stMain :is([class*="st-key-"], h1, h2, [data-testid="stMetricLabel"])'
WATCH = """(drawn) => {
  window.pause = 15
  window.twice = new Set()
  const look = () => {
    const seen = new Set()
    for (const each of document.querySelectorAll(drawn)) {
      const key = [...each.classList].find((name) => name.startsWith('st-key-'))
      const name = each.tagName + (key ?? each.textContent)
      if (seen.has(name)) window.twice.add(name)
      seen.add(name)
    }
  }
  look()
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
}"""
FIGURES = "/?categorie=esms&etablissements=3&options=pack-complementaire"


def mistype_and_leave_the_pack(page: Page) -> None:
    unfold(page.get_by_text("Hypothèses : première année, durée, hausse"))
    field = page.get_by_role("textbox", name="Hausse annuelle, en %")
    field.fill("deux")
    field.press("Enter")
    expect(page.get_by_test_id("stMain").get_by_text("À vérifier")).to_be_visible()
    settle(page)
    field.fill("2")
    field.press("Enter")
    expect(page.get_by_text("À vérifier")).to_have_count(0)
    settle(page)
    page.get_by_text("Pack complémentaire", exact=True).click()
    expect(page.get_by_test_id("stMain").get_by_text("ne change pas ce total")).to_be_visible()


def take_options_that_leave_a_choice(page: Page) -> None:
    imaging = page.locator(".st-key-option-imagerie label").first
    connected = page.get_by_role("spinbutton", name="Établissements raccordés")
    imaging.click()
    expect(connected).to_be_visible()
    settle(page)
    unfold(page.locator("summary").filter(has_text="Accompagnement de projet"))
    expect(page.locator(".st-key-option-rssi label").first).to_be_visible()
    settle(page)
    page.locator(".st-key-option-rssi label").first.click()
    expect(page.get_by_role("textbox", name="Nombre de jours")).to_be_visible()
    settle(page)
    imaging.click()
    expect(connected).to_have_count(0)


def return_to_the_tariff_in_force(page: Page) -> None:
    page.get_by_role("button", name="Revenir au tarif en vigueur").click()
    expect(page.get_by_text("Simulation de tarif : ces montants")).to_have_count(0)


def search(page: Page) -> None:
    field = page.get_by_role("textbox", name="Chercher un service")
    for text, sign in [("zzz", "Aucun service ne répond"), ("imagerie", re.compile(r"^\d+ services? sur \d+"))]:
        field.fill(text)
        field.press("Enter")
        expect(page.get_by_text(sign).first).to_be_visible()
        settle(page)


def ask_a_question(page: Page) -> None:
    page.get_by_role("button", name=QUESTION).click()
    expect(page.get_by_role("heading", name="L'écart expliqué")).to_be_visible()


def give_a_file(page: Page) -> None:
    give(page, "membres.csv", "libelle;categorie\nEHPAD du Lac;esms\nMaison du Pré;tout\n".encode())
    expect(page.get_by_role("heading", name="À corriger")).to_be_visible()


def suppose(page: Page) -> None:
    unfold(page.get_by_text("Et si… ? Adhésion"))
    field = page.get_by_label("Contribution annuelle · EHPAD, SSIAD, MAS…", exact=True)
    field.fill("120")
    field.press("Enter")
    expect(page.get_by_role("heading", name="Ce que change la simulation")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "act"),
    [
        (FIGURES, mistype_and_leave_the_pack),
        ("/?categorie=autre-es", take_options_that_leave_a_choice),
        (f"{FIGURES}&tarifs=contribution-esms:120", return_to_the_tariff_in_force),
        ("/services?categorie=esms", search),
        ("/comparaison", ask_a_question),
        ("/groupe", give_a_file),
        ("/tarifs", suppose),
    ],
)
def test_nothing_is_drawn_twice(page: Page, address: str, act: Callable[[Page], None]):
    page.add_init_script(SLOW_LINE)
    open_page(page, address)
    page.evaluate(WATCH, DRAWN)
    act(page)
    settle(page)
    assert page.evaluate("() => [...window.twice]") == []
