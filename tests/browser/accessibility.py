"""What a page does that keeps people out, found by axe-core. Streamlit's own faults are named here, one by one."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
# Rule → the part of Streamlit that breaks it; a page can do nothing about it.
STREAMLITS_OWN: dict[str, tuple[str, ...]] = {}


def grave_violations(page: Page) -> list[str]:
    """Every serious or critical violation of the page's own content, one line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for violation in found
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
        if not _is_streamlits(violation["id"], node)
    ]


def _is_streamlits(rule: str, node: dict) -> bool:
    place = " ".join(map(str, node["target"])) + node["html"]
    return any(part in place for part in STREAMLITS_OWN.get(rule, ()))
