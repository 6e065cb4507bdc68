"""The simulator as it is heard, from the first page to the board's PDF and back."""

from playwright.sync_api import expect

from tests.browser.listener import Listener
from tests.browser.test_simulateur import open_page

# 3 × 100 × 12
PRICE = "3 600,00 € par an pour vos 3 établissements · 100,00 € par établissement et par mois"


def test_what_a_director_who_does_not_see_the_page_hears(page):
    open_page(page, "/?categorie=esms&etablissements=3")
    director = Listener(page)
    director.move_to("Aller au contenu")
    director.press("Enter")
    director.heard.append(director.hear_focus())
    director.move_to("Catégorie")
    director.move_to("Pack complémentaire")
    director.press("Space")
    director.hear_announcement(1)
    director.heard.append(director.hear_focus())
    director.move_to("Actions")
    director.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    director.heard.append(director.hear_focus())
    director.move_to("PDF")
    with page.expect_download() as started:
        director.press("Enter")
    director.heard.append(started.value.suggested_filename)
    expect(page.get_by_role("button", name="PDF", exact=True)).to_be_focused()
    director.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    director.heard.append(director.hear_focus())
    assert director.heard == [
        "Aller au contenu principal, lien",
        "contenu principal",
        "Catégorie d'adhérent, liste, C · EHPAD, SSIAD, MAS…, replié",
        f"Pack complémentaire, case à cocher, non coché, + {PRICE}",
        "annonce : Première année 3 704,05 €, ensuite 3 700,00 € par an",
        f"Pack complémentaire, case à cocher, coché, Soit {PRICE}",
        "Actions, bouton, Envoyer le lien, comparer, PDF, Excel, présenter.",
        "Partager, emporter, montrer, fenêtre",
        "PDF, bouton, Deux ou trois pages pour votre conseil d'administration.",
        "nes-simulation.pdf",
        "Actions, bouton, Envoyer le lien, comparer, PDF, Excel, présenter.",
    ]
