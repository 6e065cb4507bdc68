"""Each page's task without a mouse, on a laptop and at 320 px, to the file that is taken away; the focus always seen.

The services are walked in `test_services.py`.
"""

import io
import re
from collections.abc import Iterator

import docx
import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import STILL, settle
from tests.browser.test_comparaison import QUESTION
from tests.browser.test_simulateur import expect_figures, open_page

pytestmark = pytest.mark.walk

MOST_TABS = 120
EACH_WIDTH = pytest.mark.parametrize("width", [1280, 320])
# How the element with the focus looks with and without it: itself, what holds it, what stands for it.
SHOWS_FOCUS = """() => {
  const element = document.activeElement
  const holders = [element.parentElement, element.parentElement?.parentElement, element.closest('canvas')]
  const beside = [element.nextElementSibling, element.previousElementSibling, ...element.querySelectorAll('*')]
  const around = [element, ...holders, ...beside].filter(Boolean).slice(0, 30)
  const looks = () => around.map(each => {
    const style = getComputedStyle(each)
    return [style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration].join()
  }).join()
  const seen = looks()
  element.blur()
  const unseen = looks()
  element.focus({focusVisible: true})
  return seen !== unseen
}"""
NAME = "() => document.activeElement.outerHTML.slice(0, 200)"


def walk_to(page: Page, target: Locator) -> list[str]:
    """Press Tab until the target has the focus; what took the focus on the way without showing it."""
    expect(target).to_be_visible()
    settle(page)
    unseen = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            continue
        settle(page)
        if not page.evaluate(SHOWS_FOCUS):
            unseen.append(page.evaluate(NAME))
        if target.evaluate("element => element === document.activeElement"):
            return unseen
    raise AssertionError(f"the keyboard never reaches {target}")


def is_end_of_run(frame: str | bytes) -> bool:
    """Whether the server says that it has answered: what follows is typed on what it drew."""
    return isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished"


class Walk:
    """Someone who only has a keyboard, and what took the focus on the way without showing it."""

    def __init__(self, page: Page, address: str):
        with page.expect_websocket() as opened:
            self.page = open_page(page, address)
        self.server = opened.value
        self.unseen: list[str] = []
        page.add_style_tag(content=STILL)

    def to(self, target: Locator) -> Locator:
        """Press Tab until the target has the focus."""
        self.unseen += walk_to(self.page, target)
        return target

    def presses(self, target: Locator, key: str = "Enter") -> None:
        """Go to the target, and press a key on it."""
        self.to(target)
        self.page.keyboard.press(key)

    def types(self, target: Locator, text: str) -> None:
        """Replace what a field holds."""
        self.to(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        with self.server.expect_event("framereceived", is_end_of_run):
            self.page.keyboard.press("Enter")

    def takes(self, button: Locator) -> bytes:
        """The file that a button gives."""
        self.to(button)
        with self.page.expect_download() as started:
            self.page.keyboard.press("Enter")
        return started.value.path().read_bytes()


@pytest.fixture
def walk(page: Page, width: int) -> Iterator:
    """Start a walk at an address; at its end, nothing must have had the focus unseen."""
    page.set_viewport_size({"width": width, "height": 720})
    walks: list[Walk] = []

    def start(address: str) -> Walk:
        walks.append(Walk(page, address))
        return walks[-1]

    yield start
    unseen = [each for walk in walks for each in walk.unseen]
    assert not unseen, "\n".join(unseen)


@EACH_WIDTH
def test_a_director_takes_the_pdf_away(page, walk):
    director = walk("/")
    establishments = page.get_by_label("Établissements", exact=True)
    director.presses(establishments, "ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(establishments).to_have_value("3")
    director.presses(page.get_by_role("checkbox", name="Pack complémentaire"), "Space")
    expect_figures(page, "3 704,05 €", "3 700,00 €")  # 4.05 + 100 + 3 × 100 × 12
    director.presses(page.get_by_role("button", name="Actions", exact=True))
    assert director.takes(page.get_by_role("button", name="PDF", exact=True)).startswith(b"%PDF")


@EACH_WIDTH
def test_a_director_whose_board_said_yes_takes_the_letter_with_a_typed_name(page, walk):
    director = walk("/?categorie=esms&etablissements=3&options=pack-complementaire")
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    director.to(page.get_by_role("radio", name="Le détail"))
    last = page.get_by_role("radio", name="Comment adhérer")
    while not last.evaluate("element => element === document.activeElement"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("partie=adherer"))
    director.types(page.get_by_label("Nom de l'organisation"), "EHPAD Les Tilleuls")
    director.types(page.get_by_label("Signataire", exact=True), "Claude Durand")
    letter = docx.Document(io.BytesIO(director.takes(page.get_by_role("button", name="Courrier modifiable (Word)"))))
    said = "\n".join(each.text for each in letter.paragraphs)
    assert "EHPAD Les Tilleuls demande à devenir adhérent" in said
    assert "Claude Durand" in said
    (amounts,) = letter.tables
    assert [re.sub(r"\s", " ", cell.text) for cell in amounts.rows[-1].cells] == [
        "Total estimé",
        "3 704,05 €",
        "3 700,00 €",
    ]
    assert letter.core_properties.language == "fr-FR"
    assert "Tilleuls" not in page.url


@EACH_WIDTH
def test_finance_compares_and_takes_the_workbook_away(page, walk):
    finance = walk("/comparaison")
    finance.presses(page.get_by_role("button", name=QUESTION))
    expect(page.get_by_label(re.compile("^Scénario 2"))).to_have_value("EHPAD, trois sites")
    finance.types(page.get_by_label(re.compile("^Scénario 1")), "Aujourd'hui")
    expect(page).to_have_url(re.compile(r"1\.libelle=Aujourd"))
    taken = finance.takes(page.get_by_role("button", name="Classeur (Excel)"))
    book = openpyxl.load_workbook(io.BytesIO(taken))
    assert "Points à confirmer" in book.sheetnames
    written = [str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell is not None]
    assert any(re.search(r"http://127\.0\.0\.1:\d+/\?edition=2026&", text) for text in written)


@EACH_WIDTH
def test_a_group_sends_its_file_and_takes_its_totals_away(page, walk):
    group = walk("/groupe")
    template = group.takes(page.get_by_role("button", name="Modèle Excel"))
    with page.expect_file_chooser() as window:
        group.presses(page.get_by_role("button", name="Choisir un fichier", exact=True))
    window.value.set_files({"name": "modele.xlsx", "mimeType": "", "buffer": template})
    expect_figures(page, "3 704,05 €", "3 700,00 €")
    result = group.takes(page.get_by_role("button", name="Résultat Excel"))
    assert "Organisations" in openpyxl.load_workbook(io.BytesIO(result)).sheetnames


@EACH_WIDTH
def test_a_tariff_is_supposed_and_taken_away(page, walk):
    staff = walk("/tarifs")
    staff.presses(page.get_by_text("Et si… ? Adhésion").locator("xpath=ancestor::summary"))
    staff.types(page.get_by_label("Contribution annuelle · EHPAD, SSIAD, MAS…", exact=True), "120")
    expect(page).to_have_url(re.compile("tarifs=contribution-esms"))
    kept = staff.takes(page.get_by_role("button", name="Garder la simulation (YAML)"))
    assert b"contribution-esms: 120" in kept
