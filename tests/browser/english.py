"""What Streamlit's frontend says in English, read from the bundles that are installed: an upgrade cannot hide any."""

import re
from functools import cache
from pathlib import Path

from streamlit import file_util

# Libraries that no page of ours loads: their words are not Streamlit's, and they are long to read.
LIBRARIES = re.compile(r"Plotly|DeckGl|Syntax|elk-|ECharts|GraphViz|[Dd]iagram|mermaid|katex|cytoscape|emoji|moment")
LITERAL = re.compile(r"`((?:[^`\\]|\\.)*)`|\"((?:[^\"\\\n]|\\.)*)\"")
HOLE = re.compile(r"\$\{[^}]*\}+")
SENTENCE_START, SENTENCE_END = re.compile(r"[A-Z][a-z]+ "), re.compile(r" [a-z]{2,}(?: [a-z]+)*\.?")
ENGLISH = re.compile(
    r"\b(available|selected|the|and|of|to|your|with|this|that|is|are|for|from|please|click|press|you)\b", re.IGNORECASE
)
# Words that French has too, or names: each seen on a page and read by a person.
ALSO_FRENCH = {
    "animation",
    "Animation",
    "Date",
    "Format",
    "Message",
    "Point",
    "Options",
    "Source",
    "Total",
    "options",
}

SAID = """() => {
  const attributes = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"];
  const apart = "script, style, noscript, [data-testid=stIconMaterial], .st-key-ecrit-par-une-personne";
  const said = [document.title];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest(apart)) continue;
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    else for (const name of attributes) said.push(element.getAttribute(name) ?? "");
  }
  return [...new Set(said.map((text) => text.trim()).filter(Boolean))];
}"""


@cache
def read_frontend_words() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Every text that the frontend holds whole, and both ends of every text that it completes."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    ends: set[str] = set()
    for bundle in (Path(file_util.get_static_dir()) / "static" / "js").glob("*.js"):
        if LIBRARIES.search(bundle.name):
            continue
        for one, other in LITERAL.findall(bundle.read_text(encoding="utf-8")):
            first, *rest = HOLE.split(one or other)
            whole.update(part.strip() for part in (first, *rest))
            if rest and SENTENCE_START.match(first):
                beginnings.add(first)
            if rest and not first and SENTENCE_END.fullmatch(rest[-1]) and rest[-1].strip() not in ALSO_FRENCH:
                ends.add(rest[-1])
    return frozenset(word for word in whole if re.search(r"[A-Za-z]{3}", word)), tuple(beginnings), tuple(ends)


def find_english(said: list[str], our_french: set[str]) -> list[str]:
    """What of a page's texts is English: the frontend's own words, or sentences with English words in them."""
    whole, beginnings, ends = read_frontend_words()
    allowed = ALSO_FRENCH | our_french
    return [
        text
        for text in said
        if text not in allowed
        and (text in whole or text.startswith(beginnings) or text.endswith(ends) or ENGLISH.search(text))
    ]
