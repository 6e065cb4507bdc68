"""What a page does that keeps people out, found by axe-core. Streamlit's own faults are named here, one by one."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
# Rule → the part of Streamlit 1.67 that breaks it; a page can do nothing about it. Named on 24 November 2026.
STREAMLITS_OWN: dict[str, tuple[str, ...]] = {
    "presentation-role-conflict": ("stFileUploaderDropzone",),  # a section said to be decoration that has a name
}


def violations(page: Page) -> list[str]:
    """Every violation of the page's own content, one line each."""
    return [
        f"{violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
        if not _is_streamlits(violation["id"], node)
    ]


def grave_violations(page: Page) -> list[str]:
    """The serious and critical ones."""
    return [each for each in violations(page) if any(f"({impact})" in each for impact in GRAVE)]


def _is_streamlits(rule: str, node: dict) -> bool:
    place = " ".join(map(str, node["target"])) + node["html"]
    return any(part in place for part in STREAMLITS_OWN.get(rule, ()))
