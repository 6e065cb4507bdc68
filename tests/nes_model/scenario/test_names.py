"""A name shows all that it holds, on one line and in its order, or is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.scenario.names import is_shown_as_written

SHOWN = [
    "", "EHPAD Les Tilleuls", "Hôpital de L'Aigle", "A & B", "A &amp; B", "<b>gras</b>", "e\u0301te\u0301",
    "漢字", "مستشفى", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "❤\ufe0f",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "10\u00a0%", "1\u202f000", "क\u094d\u200dष",
]  # fmt: skip
UNSHOWN = {
    "a line turned round": "a\u202eb",
    "a line turned round by an isolate": "a\u2067b\u2069",
    "a mark of direction": "a\u200fb",
    "an end of line": "a\u2028b",
    "an end of paragraph": "a\u2029b",
    "a control": "a\x07b",
    "a space of no width": "a\u200bb",
    "a space of no width alone": "\u200b",
    "a joiner alone": "\u200d",
    "a mark of bytes": "\ufeffa",
    "a soft hyphen": "a\u00adb",
    "a word joiner": "a\u2060b",
    "no character": "a\ufffeb",
    "no character of another plane": "a\U0001ffffb",
    "no character of a block of them": "a\ufdd0b",
    "a filler": "\u3164",
    "an accent on nothing": " \u0301",
    "a hidden text": "a\U000e0061\U000e0062",
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_name_as_people_write_it_stays(name):
    assert is_shown_as_written(name)


@pytest.mark.parametrize("name", UNSHOWN.values(), ids=UNSHOWN.keys())
def test_a_name_that_would_show_otherwise_is_refused(name):
    assert not is_shown_as_written(name)


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="\u115f\u1160\u3164\uffa0"), min_size=1))
def test_letters_figures_and_punctuation_always_stay(name):
    assert is_shown_as_written(name)
