"""What the site owes its readers, and the way there from every page."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_simulateur import ROOT, opened, plain, shown
from ui.site import site_map

PAGES = sorted(path.name for path in (ROOT / "pages").glob("*.py"))


@pytest.fixture
def informations() -> AppTest:
    return opened().switch_page("pages/informations.py").run()


def test_the_declaration_says_the_real_state_the_contact_and_the_way_to_complain(informations):
    text = shown(informations)
    assert [each.value for each in informations.header][3].replace(
        "\u00a0", " "
    ) == "Accessibilité : partiellement conforme"
    for said in ("RGAA 4.1.2", "contact@normand-esante.fr", "Défenseur des droits", "28 novembre 2026"):
        assert said in text


def test_what_is_kept_of_a_reader_is_said(informations):
    assert "Votre simulation tient dans l'adresse de la page" in shown(informations)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_there(name):
    page = opened().switch_page(f"pages/{name}").run()
    links = [each.proto.label.replace("\u00a0", " ") for each in page.get("page_link")]
    assert any(label.startswith("Accessibilité : partiellement conforme") for label in links)


def test_the_map_leads_to_every_page_by_its_name_in_the_menu(informations):
    links = [plain(each.proto.label).partition(" : ")[0] for each in informations.get("page_link")]
    assert site_map.PAGES.keys() == {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert links[: len(site_map.PAGES)] == [name for name, _ in site_map.PAGES.values()]
