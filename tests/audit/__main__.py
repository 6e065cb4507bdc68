"""`make audit`: every page and state in four looks, read by three engines and the accessibility tree; then the grid."""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Page, expect

from tests.audit.engines import ENGINES, Finding
from tests.audit.grid import Grid, read_grid
from tests.audit.judged import JUDGED, find_judgement
from tests.browser.chromium import launch
from tests.browser.test_accessibility import NARROW, STATES, WIDE, as_it_comes, drawn
from tests.serving import serve

_LOOKS = ("clair", "sombre", "320 px", "couleurs forcées")


def _states(page: Page) -> Iterator[str]:
    """Bring the page to each of its states in turn, and say which."""
    drawn(page, "/")
    menu = page.get_by_test_id("stTopNavLink").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    for name, address, act in [*((each, each, as_it_comes) for each in menu), *STATES]:
        page.emulate_media(color_scheme="light", forced_colors="none")
        act(drawn(page, address))
        yield name


def _looks(page: Page) -> Iterator[str]:
    """Show the page in each look, and say which."""
    for look in _LOOKS:
        page.set_viewport_size(NARROW if look == "320 px" else WIDE)
        scheme: Literal["dark", "light"] = "dark" if look == "sombre" else "light"
        page.emulate_media(color_scheme=scheme, forced_colors="active" if look == "couleurs forcées" else "none")
        if look != "couleurs forcées":  # where the system's own colours reign
            expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)
        yield look


def _audit(page: Page) -> Iterator[tuple[str, Finding]]:
    for state in _states(page):
        for look in _looks(page):
            for read in ENGINES.values():
                yield from ((f"{state}, {look}", finding) for finding in read(page))
        print(f"lu : {state}", flush=True)


def _tell(grid: Grid, found: list[tuple[str, Finding]]) -> int:
    """Print what was found and what the grid says; 1 when a finding was never judged."""
    judged = Counter(find_judgement(finding) for _, finding in found)
    print("\nJugés sans suite :")
    for judgement in JUDGED:
        print(f"- {judged[judgement]} × {judgement.engine} {judgement.rule} ({judgement.element}) : {judgement.why}")
    unjudged = [(where, finding) for where, finding in found if find_judgement(finding) is None]
    print(f"\nÀ juger : {len(unjudged)}")
    for where, finding in unjudged:
        print(f"- {where} : {finding.engine} {finding.rule} : {finding.words}\n    {finding.element[:300]}")
    print(f"\nGrille : {grid}")
    return 1 if unjudged else 0


def main() -> int:
    """Walk, and tell."""
    with serve() as address, launch() as browser:
        page = browser.new_context(base_url=address, locale="fr-FR").new_page()
        return _tell(read_grid(), list(_audit(page)))


if __name__ == "__main__":
    sys.exit(main())
