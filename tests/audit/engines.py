"""The engines: each reads the page as it is drawn, and tells what it holds for a fault."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.accessibility import find_violations

_PACKAGES = Path(__file__).parent / "node_modules"
_IBM = """() => new ace.Checker().check(document, ["WCAG_2_1"]).then(found => found.results
    .filter(each => each.value[0] === "VIOLATION" && each.value[1] === "FAIL")
    .map(each => [each.ruleId, each.snippet, each.message]))"""
_SNIFFER = """() => new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages()
    .filter(each => each.type === HTMLCS.ERROR)
    .map(each => [each.code, (each.element.outerHTML || "").slice(0, 300), each.msg])), failed))"""
# Roles that are of no use without a name.
_UNNAMED = re.compile(
    r"\s*- (button|link|textbox|combobox|checkbox|radio|spinbutton|img|table|dialog|tab)(?: \[[^\]]*\])*:?$"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What an engine holds for a fault: by which rule, of which element, in which words."""

    engine: str
    rule: str
    element: str
    words: str


def _axe(page: Page) -> Iterator[Finding]:
    for line in find_violations(page):
        rule, _, words = line.partition(" ")
        yield Finding("axe", rule, words, words)


def _ibm(page: Page) -> Iterator[Finding]:
    _load(page, "ace", _PACKAGES / "accessibility-checker-engine" / "ace.js")
    for rule, element, words in page.evaluate(_IBM):
        yield Finding("ibm", rule, element, words)


def _sniffer(page: Page) -> Iterator[Finding]:
    _load(page, "HTMLCS", _PACKAGES / "html_codesniffer" / "build" / "HTMLCS.js")
    for rule, element, words in page.evaluate(_SNIFFER):
        yield Finding("htmlcs", rule, element, words)


def _tree(page: Page) -> Iterator[Finding]:
    """What the accessibility tree has without a name."""
    lines = page.locator("body").aria_snapshot().splitlines()
    for number, line in enumerate(lines):
        if unnamed := _UNNAMED.match(line):
            yield Finding("tree", unnamed[1], "\n".join(lines[max(number - 2, 0) : number + 3]), "sans nom")


def _load(page: Page, name: str, source: Path) -> None:
    if not page.evaluate(f"() => '{name}' in window"):
        page.evaluate(f"{source.read_text(encoding='utf-8')}; window.{name} = {name};")


ENGINES: dict[str, Callable[[Page], Iterator[Finding]]] = {
    "axe": _axe,
    "ibm": _ibm,
    "htmlcs": _sniffer,
    "tree": _tree,
}
