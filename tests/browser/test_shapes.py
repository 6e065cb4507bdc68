"""Files as people have them, given to the page of groups: the total worked by hand, or the exact sentence."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_simulateur import spaced
from tests.nes_model.arithmetic import worked
from tests.shapes.building import shapes

pytestmark = pytest.mark.walk

TRIED = [
    "aucune-feuille-n-a-les-titres", "adresse-a-virgules", "coches", "finess-a-zeros", "guillemets-de-windows",
    "ligne-masquee", "marque-au-milieu", "milliers-a-espaces", "notice-puis-donnees", "retours-chariot-seuls",
    "signes-qui-ne-decident-pas", "titre-au-dessus", "titre-proche", "titres-usuels", "total-en-bas", "utf-16",
]  # fmt: skip
SHAPES = {each.name: each for each in shapes()}


@pytest.mark.parametrize("name", TRIED)
def test_a_file_of_the_field_is_priced_or_told_on_the_page(page, name):
    shape = SHAPES[name]
    page.goto("/groupe")
    settle(page)
    page.locator('input[type="file"]').set_input_files({"name": shape.file, "mimeType": "", "buffer": shape.content})
    expect(page.get_by_role("heading", name="Votre fichier")).to_be_visible()
    settle(page)
    if "refus" in shape.words:
        sentence = str(shape.words["refus"]).removeprefix(f"{shape.file} : ")
        expect(page.get_by_text(as_shown(sentence))).to_be_visible()
        return
    for sentence in shape.words.get("dit", []):
        expect(page.get_by_text(as_shown(sentence)).first).to_be_visible()
    amounts = [worked(each).low for each in shape.words["premiere_annee"] if each is not None]
    if amounts:
        total = f"{sum(amounts):,.2f} €".replace(",", " ").replace(".", ",")
        expect(page.get_by_test_id("stMetricValue").first).to_have_text(re.compile(spaced(total)))


def as_shown(sentence: str) -> re.Pattern[str]:
    """A sentence as a page shows it: its spaces of any kind, its first letter a capital."""
    return re.compile(f"(?i:{spaced(sentence[0])}){spaced(sentence[1:])}")
