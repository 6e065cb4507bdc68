"""`make figures`: what is counted on each page, as the table of `docs/figures.md`."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.accessibility import count_streamlits_own
from tests.browser.chromium import launch
from tests.browser.conftest import settle
from tests.browser.test_accessibility import NARROW, WIDE, check, drawn
from tests.browser.test_french import english_on
from tests.serving import serve


def rows(french: Page, english: Page) -> Iterator[tuple[str, int, int, int]]:
    """Each page: violations of ours in all its looks, Streamlit's own on both widths, English texts in every state."""
    drawn(french, "/")
    links = french.get_by_test_id("stTopNavLink")
    for name, address in zip(
        links.all_inner_texts(), links.evaluate_all("all => all.map(each => each.href)"), strict=True
    ):
        ours = len(check(drawn(french, address)))
        french.emulate_media(color_scheme="light")
        theirs = 0
        for size in (WIDE, NARROW):
            french.set_viewport_size(size)
            theirs += count_streamlits_own(french)
        english.goto(address)
        yield name, ours, theirs, len(english_on(settle(english)))


def main() -> None:
    """Count, and print the table."""
    print("| Page | axe: ours | axe: Streamlit's, named | English texts |\n|---|---:|---:|---:|")
    with serve() as address, launch() as browser:
        french = browser.new_context(base_url=address, locale="fr-FR").new_page()
        english = browser.new_context(base_url=address, locale="en-US").new_page()
        for name, *counts in rows(french, english):
            print(f"| {name.strip()} | {' | '.join(map(str, counts))} |", flush=True)


if __name__ == "__main__":
    main()
