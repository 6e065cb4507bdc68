"""French written in the pages, and in what a browser receives before them, has its no-break spaces."""

import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A space that breaks before « ; : ? ! » », after « « », or before € and %.
BREAKS = re.compile(r"(?<=[\w»)}’*\"'—…]) (?=[;:?!»](?:[ \"'.,)]|$))|« |(?<=\d) (?=[€%])")
SCREENS = sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")])
RECEIVED = sorted((ROOT / "server" / "page").iterdir())


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_of_a_page_breaks_before_its_punctuation(path):
    source = path.read_text(encoding="utf-8")
    texts = [token for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.STRING]
    french = [text for text in texts if not text.string.startswith('"""')]
    assert not [text.string for text in french if BREAKS.search(text.string)]


@pytest.mark.parametrize("path", RECEIVED, ids=lambda path: path.name)
def test_no_text_that_a_browser_receives_breaks_before_its_punctuation(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        text = "\n".join(texts_of_script(text))
    assert not [line for line in text.splitlines() if BREAKS.search(line)]


def texts_of_script(source: str) -> list[str]:
    """The texts between quotation marks or backticks, without the code that stands in them."""
    holes = 1
    while holes:
        source, holes = re.subn(r"\$\{[^{}]*\}", "", source)
    return re.findall(r'"[^"\n]*"|`[^`\n]*`', source)
