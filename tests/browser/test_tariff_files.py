"""The tariffs' files are saved with a mistake, then repaired, while someone works: nothing of theirs is lost."""

from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_simulateur import expect_figures, open_page, tick, type_in
from tests.serving import ROOT, copy_application, start

_ESMS = "pour: [esms]\n        montant: 100.00"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The application, copied: its tariffs can be damaged."""
    return copy_application(tmp_path_factory.mktemp("application"))


@pytest.fixture(scope="module")
def server(folder):
    with start(root=folder) as (address, _):
        yield address


def save(folder: Path, amount: str) -> None:
    """Save the file of contributions as an editor does, with another amount for an ESMS."""
    text = (ROOT / "data" / "2026" / "03-adhesion.yaml").read_text(encoding="utf-8")
    assert _ESMS in text
    changed = text.replace(_ESMS, f"pour: [esms]\n        montant: {amount}")
    (folder / "data" / "2026" / "03-adhesion.yaml").write_text(changed, encoding="utf-8")


def wait_until(page, *, is_told: bool) -> None:
    """Wait until the process says that its files are wrong, or right again."""
    page.evaluate(
        """async (told) => {
            while ('tarifs' in await (await fetch('/pret')).json() !== told) {
                await new Promise(again => setTimeout(again, 200));
            }
        }""",
        is_told,
    )


def test_a_mistake_saved_while_a_page_is_open_loses_nothing_of_it(page, folder, server):
    open_page(page, "/?categorie=esms&etablissements=3")
    tick(page, "Pack complémentaire")
    expect_figures(page, "3 704,05", "3 700,00")  # 4.05 + 100 + 3 × 100 × 12
    save(folder, "cent")
    wait_until(page, is_told=True)
    type_in(page, "Établissements", "2")
    expect_figures(page, "2 504,05", "2 500,00")  # 4.05 + 100 + 2 × 100 × 12
    page.reload()
    settle(page)
    expect_figures(page, "2 504,05", "2 500,00")
    expect(page.get_by_text("Des tarifs plus récents n'ont pas pu être lus")).to_be_visible()
    answer = requests.post(f"{server}/api/devis", json={"categorie": "esms"}, timeout=30)
    assert answer.json()["premiere_annee"]["min"] == "104.05"
    save(folder, "130.00")
    wait_until(page, is_told=False)
    type_in(page, "Établissements", "3")
    expect_figures(page, "3 734,05", "3 730,00")  # 4.05 + 130 + 3 × 100 × 12
    page.reload()
    settle(page)
    expect_figures(page, "3 734,05", "3 730,00")
    expect(page.get_by_text("Des tarifs plus récents n'ont pas pu être lus")).to_have_count(0)
