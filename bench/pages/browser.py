"""One visitor with a real Chromium: when the first figures show, when a click changes them, what was said meanwhile."""

from playwright.sync_api import Browser, Page

from bench.pages.visit import Recording

MOST_ESTABLISHMENTS = 20
_FIGURE, _IDLE = '[data-testid="stMetricValue"]', '[data-testid="stApp"][data-test-script-state="notRunning"]'
# From the key that is pressed to the frame in which the first figure has changed, in the page's own clock.
_STOPWATCH = """() => {
  const figure = document.querySelector('[data-testid="stMetricValue"]')
  const before = figure.textContent
  document.documentElement.removeAttribute('data-seconds')
  addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    const start = performance.now()
    const look = () => {
      const now = document.querySelector('[data-testid="stMetricValue"]')?.textContent
      if (now && now !== before) document.documentElement.dataset.seconds = (performance.now() - start) / 1000
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, { once: true, capture: true })
}"""


def time_load(browser: Browser, address: str) -> float:
    """Seconds from an empty browser to the first figure on the screen."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(_FIGURE)
    seconds = page.evaluate("() => performance.now() / 1000")
    page.wait_for_selector(_IDLE)
    context.close()
    return float(seconds)


def time_clicks(browser: Browser, address: str) -> tuple[list[float], Recording]:
    """Seconds from each change of the establishments, pack ticked, to the new figure; and what the browser said."""
    said: list[bytes] = []
    page = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 720}).new_page()

    def record(frame: bytes | str) -> None:
        said.append(frame if isinstance(frame, bytes) else frame.encode())

    page.on("websocket", lambda socket: socket.on("framesent", record))
    page.goto(address)
    page.wait_for_selector(_FIGURE)
    page.wait_for_selector(_IDLE)
    opening = said[0]
    page.get_by_test_id("stCheckbox").filter(has_text="Pack complémentaire").locator("label").first.click()
    page.wait_for_selector(_IDLE)
    start = len(said)
    seconds = [_changes(page, establishments) for establishments in range(2, MOST_ESTABLISHMENTS + 1)]
    page.context.close()
    return seconds, Recording(opening, tuple(said[start:]))


def _changes(page: Page, establishments: int) -> float:
    field = page.get_by_role("spinbutton", name="Établissements", exact=True)
    field.fill(str(establishments))
    page.evaluate(_STOPWATCH)
    field.press("Enter")
    page.wait_for_selector("html[data-seconds]", state="attached")
    seconds = page.locator("html").get_attribute("data-seconds")
    page.wait_for_selector(_IDLE)
    return float(seconds or "nan")
