"""French spaces: no line starts with a mark that belongs to the one above."""

import re

from nes_model.money import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE


def space(text: str) -> str:
    """The text with no-break spaces where French has them; said twice, it changes nothing more."""
    text = re.sub(r" (?=[;?!])", NARROW_NO_BREAK_SPACE, text)
    text = re.sub(r" (?=[:»%€])|(?<=«) ", NO_BREAK_SPACE, text)
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", NARROW_NO_BREAK_SPACE, text)
    return re.sub(r"(?<=\d) (?=\d)", NO_BREAK_SPACE, text)
