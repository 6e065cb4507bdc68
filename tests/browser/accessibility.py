"""What a page does that keeps people out, found by axe-core. Streamlit's own faults are named here, one by one."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

from tests.browser.conftest import STILL

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_RUN = "options => axe.run(document, options).then(found => found.violations)"
_EVERY_RULE: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_COLOURS_ONLY: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
# Rule → the part of Streamlit 1.67 that breaks it, seen on 2026-11-24; a page can do nothing about it.
STREAMLITS_OWN: dict[str, tuple[str, ...]] = {
    # All that a page draws is in Streamlit's <main>, its footer too, which is to be found as one (RGAA 9.2 and 12.6).
    "landmark-contentinfo-is-top-level": ("st-key-pied",),
    # What opens above the page (a help text, a popover) is put at the end of the document, outside of its landmarks.
    "region": ("data-floating-ui-portal",),
}


def find_violations(page: Page, *, colours_only: bool = False) -> list[str]:
    """Every violation of the page's own content, whatever its gravity, one line each."""
    return [
        f"{rule} ({node['impact']}): {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule, node in _found(page, _COLOURS_ONLY if colours_only else _EVERY_RULE)
        if not _is_streamlits(rule, node)
    ]


def count_streamlits_own(page: Page) -> int:
    """How many violations are Streamlit's, and named above."""
    return sum(_is_streamlits(rule, node) for rule, node in _found(page, _EVERY_RULE))


def _found(page: Page, rules: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE)
        page.add_style_tag(content=STILL)
    return [(each["id"], node) for each in page.evaluate(_RUN, rules) for node in each["nodes"]]


def _is_streamlits(rule: str, node: dict[str, Any]) -> bool:
    place = " ".join(map(str, node["target"])) + node["html"]
    return any(part in place for part in STREAMLITS_OWN.get(rule, ()))
