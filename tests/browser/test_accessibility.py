"""What axe-core finds on every page, light and dark, on a wide screen and on a narrow one: nothing of ours."""

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import violations
from tests.browser.conftest import settled

PAGES = {
    "simulateur": "/?categorie=ville&utilisateurs=8&options=pack-complementaire+referent-medical+dpm",
    "presentation": "/?categorie=esms&etablissements=3&presenter=oui",
    "lien-illisible": "/?categorie=clinique&etablissements=beaucoup",
    "services": "/services?categorie=esms",
    "fiche": "/services?categorie=esms&fiche=geodisponibilite",
    "comparaison": "/comparaison?v=1&edition=2026&s1=esms&s2=esms+etablissements~3+options~dpm&de=1&vers=2",
    "groupe": "/groupe",
    "tarifs": "/tarifs?categorie=esms&tarifs=contribution-esms~120",
    "informations": "/informations",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 320])
def test_no_page_keeps_anybody_out(chromium: Browser, server: str, scheme: str, width: int):
    viewport = {"width": width, "height": 900}
    context = chromium.new_context(base_url=server, locale="fr-FR", viewport=viewport, color_scheme=scheme)
    found = {}
    try:
        for name, address in PAGES.items():
            page = context.new_page()
            page.goto(address)
            settled(page)
            page.locator("h1").first.wait_for()
            if violated := violations(page):
                found[name] = violated
            page.close()
    finally:
        context.close()
    assert not found
