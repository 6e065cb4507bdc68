"""French written in the pages has its no-break spaces."""

import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A space that breaks before « ; : ? ! » », after « « », or before € and %.
BREAKS = re.compile(r"(?<=[\w»)}’*\"'—…]) (?=[;:?!»](?:[ \"'.,)]|$))|« |(?<=\d) (?=[€%])")
SCREENS = sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")])


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_of_a_page_breaks_before_its_punctuation(path):
    source = path.read_text(encoding="utf-8")
    texts = [token for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.STRING]
    french = [text for text in texts if not text.string.startswith('"""')]
    assert not [text.string for text in french if BREAKS.search(text.string)]
