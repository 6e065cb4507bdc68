"""What someone hears who moves through a page with a screen reader, read from Chromium's accessibility tree."""

from typing import Any

from playwright.sync_api import Page

_MOST_TABS = 120
_ROLES = {
    "button": "bouton",
    "checkbox": "case à cocher",
    "combobox": "liste",
    "dialog": "fenêtre",
    "DisclosureTriangle": "partie dépliable",
    "heading": "titre",
    "link": "lien",
    "main": "contenu principal",
    "radio": "bouton radio",
    "spinbutton": "nombre",
    "textbox": "champ",
}
_STATES = {
    ("checked", "true"): "coché",
    ("checked", "false"): "non coché",
    ("expanded", True): "déplié",
    ("expanded", False): "replié",
    ("invalid", "true"): "à corriger",
}
_ANNOUNCED = """() => {
  window.announced = [];
  const region = document.getElementById("annonces");
  new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { childList: true });
}"""


# What explains a button, or is the price of an option, is tied to it once it has the focus, and read after its name.
_EXPLAINED = """() => {
  const focused = document.activeElement;
  const isExplained = focused.closest(".stButton, .stDownloadButton")?.querySelector(".stTooltipHoverTarget")
    || focused.closest("[class*='st-key-option-']");
  return !isExplained || focused.hasAttribute("aria-describedby");
}"""


class Listener:
    """Someone who moves with Tab and hears: where the focus is, and what the page announces."""

    def __init__(self, page: Page):
        self.page = page
        self.heard: list[str] = []
        self._session = page.context.new_cdp_session(page)
        page.evaluate(_ANNOUNCED)

    def move_to(self, start: str) -> None:
        """Press Tab until what is heard begins so; only the last is written down.

        Raises:
            AssertionError: when nothing that is reached begins so.
        """
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            said = self.hear_focus()
            if said.startswith(start):
                self.heard.append(said)
                return
        raise AssertionError(f"« {start} » is never heard")

    def press(self, key: str) -> None:
        """Press a key on what has the focus."""
        self.page.keyboard.press(key)

    def hear_announcement(self, count: int) -> None:
        """Write down the announcement that makes so many since the page was opened, once it comes."""
        self.page.wait_for_function("count => window.announced.length >= count", arg=count)
        said = self.page.evaluate("count => window.announced[count - 1]", count)
        self.heard.append(_plain(f"annonce : {said}"))

    def hear_focus(self) -> str:
        """What has the focus: name, role, value, states, description."""
        self.page.wait_for_function(_EXPLAINED)
        element = self._session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        asked = {"objectId": element["objectId"], "fetchRelatives": False}
        node = self._session.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
        role = node["role"]["value"]
        parts = [_value(node, "name"), _ROLES.get(role, role), _value(node, "value"), *_states(node)]
        return _plain(", ".join(filter(None, [*parts, _value(node, "description")])))


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def _states(node: dict[str, Any]) -> list[str]:
    found = [(each["name"], each["value"].get("value")) for each in node.get("properties", [])]
    return [_STATES[each] for each in found if each in _STATES]
