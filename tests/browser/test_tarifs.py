"""What NeS staff do before a general assembly, in a real Chromium: another contribution, and what it changes."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import settle, unfold


def supposed(page: Page) -> None:
    effect = page.get_by_role("row").filter(has_text="EHPAD, un site")
    expect(effect.first).to_contain_text(re.compile(r"124,05\s€"))
    expect(page.get_by_role("alert").filter(has_text="Simulation de tarif")).to_contain_text("au lieu de")


def test_a_contribution_is_supposed_sent_kept_and_loaded_back(page, chromium):
    page.goto("/tarifs")
    settle(page)
    unfold(page.get_by_text("Et si… ? Adhésion"))
    field = page.get_by_label("Contribution annuelle · EHPAD, SSIAD, MAS…", exact=True)
    field.fill("120")
    field.press("Enter")
    supposed(page)
    expect(page).to_have_url(re.compile("tarifs=contribution-esms"))

    other = chromium.new_context(locale="en-US")
    try:
        fresh = other.new_page()
        fresh.goto(page.url)
        supposed(fresh)
    finally:
        other.close()

    with page.expect_download() as started:
        page.get_by_role("button", name="Garder la simulation (YAML)").click()
    content = started.value.path().read_bytes()
    assert b"contribution-esms: 120" in content

    page.get_by_role("button", name="Revenir au tarif en vigueur").click()
    expect(page.get_by_role("alert").filter(has_text="Simulation de tarif")).to_have_count(0)
    unfold(page.get_by_text("Reprendre une simulation gardée"))
    kept = {"name": "simulation.yaml", "mimeType": "application/yaml", "buffer": content}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(kept)
    supposed(page)

    page.get_by_role("button", name="Ouvrir dans le simulateur").click()
    expect(page.get_by_test_id("stMetricValue").first).to_have_text(re.compile(r"124,05\s€"))
    expect(page.get_by_role("alert").filter(has_text="Simulation de tarif")).to_be_visible()
