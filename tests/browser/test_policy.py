"""What the browser is told to refuse: it refuses it, and nothing that the pages need."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settle
from tests.serving import serve

HOSTILE = "www.evil.invalid [ici](https://evil.invalid) a@evil.invalid ![x](https://evil.invalid/x)\n\nTitre\n===\n"
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) => {
  document.documentElement.dataset.violated = event.blockedURI;
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
})"""


@contextmanager
def another_site(framed: str) -> Iterator[str]:
    """The address of a site of its own origin that shows `framed` in a frame."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe title="Simulateur" src="{framed}" width="1200" height="900">'.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


def test_a_page_with_charts_breaks_no_rule_and_evaluates_no_text(page: Page):
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.add_init_script(VIOLATIONS)
    page.goto("/?categorie=ville&utilisateurs=4&options=pack-complementaire&partie=annees")
    expect(settle(page).locator("[data-testid=stVegaLiteChart] svg").first).to_be_visible()
    page.get_by_label("Catégorie d'adhérent", exact=True).first.click()
    assert page.evaluate("window.violations ?? []") == []
    assert told == []
    page.evaluate("setTimeout('window.evaluated = true')")
    page.wait_for_selector("html[data-violated=eval]", state="attached")
    assert page.evaluate("window.evaluated") is None


@pytest.mark.parametrize("shown", ["/?presenter=oui&", "/?", "/services?vue=besoins&besoins=HOSTILE&"])
def test_what_a_link_says_is_no_link_nor_picture_nor_title_of_the_page(page: Page, shown: str):
    hostile = quote(HOSTILE)
    page.goto(
        shown.replace("HOSTILE", hostile) + f"libelle={hostile}&categorie={hostile}&options={hostile}&{hostile}=1"
    )
    expect(settle(page).get_by_text("evil.invalid").first).to_be_visible()
    expect(page.locator("main a[href*=evil], main img[src*=evil]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Titre")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)


def test_no_page_breaks_a_rule_or_asks_anything_of_another_server(page: Page, server: str):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(VIOLATIONS)
    page.goto("/")
    addresses = settle(page).get_by_test_id("stTopNavLink").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) > 1
    for address in addresses:
        page.goto(address)
        settle(page)
        assert page.evaluate("window.violations ?? []") == [], address
    assert [url for url in asked if not url.startswith((server, "data:", "blob:"))] == []


def test_another_site_may_not_show_the_simulator(page: Page, server: str):
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    with another_site(f"{server}/?embed=true") as site, page.expect_event("console"):
        page.goto(site)
    assert "frame-ancestors 'none'" in "\n".join(refused)


def test_a_site_named_by_the_operator_shows_the_simulator_in_a_frame(chromium: Browser):
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    with (
        serve(NES_FRAME_ANCESTORS="http://127.0.0.1:*") as address,
        another_site(f"{address}/?embed=true&categorie=chu&etablissements=3") as site,
    ):
        page.goto(site)
        frame = page.frame_locator("iframe")
        expect(frame.get_by_test_id("stMetricValue").first).to_contain_text("5 016,85")
        establishments = frame.get_by_role("spinbutton", name="Adhérents")
        establishments.fill("2")
        establishments.press("Enter")
        expect(frame.get_by_test_id("stMetricValue").first).to_contain_text("10 033,70")
        assert "embed=true" in page.frames[1].url
    context.close()
