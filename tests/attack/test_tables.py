"""Tables sent to the page of groups, in a browser: each is read or refused in French, and the others are served."""

import pytest
from playwright.sync_api import expect

from tests.attack.hostile_tables import TEXTS, WORKBOOKS, workbook
from tests.browser.chromium import launch

SENT = [
    *((name, "hostile.xlsx", content) for name, content in WORKBOOKS.items()),
    *((name, "hostile.csv", content) for name, content in TEXTS.items()),
]


@pytest.fixture(scope="module")
def chromium():
    with launch() as browser:
        yield browser


@pytest.fixture
def page(chromium, target):
    context = chromium.new_context(base_url=target.address, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("file", "content"), [each[1:] for each in SENT], ids=[each[0] for each in SENT])
def test_a_hostile_table_is_told_in_french_and_harms_nobody(others_served, page, file, content):
    assert len(content) < 5_000_000
    with others_served():
        page.goto("/groupe")
        page.locator('input[type="file"]').set_input_files({"name": file, "mimeType": "text/csv", "buffer": content})
        expect(page.get_by_role("heading", name="Votre fichier")).to_be_visible(timeout=60_000)
        told = page.get_by_text(f"{file} n'a pas pu être lu").or_(page.get_by_text("organisation", exact=False).first)
        expect(told.first).to_be_visible(timeout=60_000)
        page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    expect(page.get_by_text("Cette page n'a pas pu être affichée")).to_have_count(0)


def test_after_all_of_them_a_sound_workbook_is_read(page):
    sound = workbook(("A", "esms", 3), ("B", "chu", 1))
    page.goto("/groupe")
    page.locator('input[type="file"]').set_input_files({"name": "bon.xlsx", "mimeType": "", "buffer": sound})
    expect(page.get_by_text("bon.xlsx : 2 organisations.")).to_be_visible()
