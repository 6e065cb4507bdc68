"""French writing: no line starts with a mark that belongs to the one above, and dates have their month in letters."""

import re
from collections.abc import Sequence
from datetime import date

from nes_model.money import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, format_number

_INVARIABLE = ("non",)
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def write_date(day: date) -> str:
    """A date as French writes it: "1er décembre 2026"."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def write_count(count: int, words: str) -> str:
    """How many of something: "1 ligne", "1 200 lignes non chiffrées"; past one, each word that can takes an s."""
    agreed = [f"{word}{'s' * (count > 1 and word not in _INVARIABLE)}" for word in words.split()]
    return " ".join([format_number(count), *agreed])


def list_words(words: Sequence[str]) -> str:
    """Several things one after the other: "a", "a et b", "a, b et c"."""
    *others, last = words or [""]
    return f"{', '.join(others)} et {last}" if others else last


def capitalise(text: str) -> str:
    """The text with its first letter in capital, and the others as they are."""
    return text[:1].upper() + text[1:]


def space(text: str) -> str:
    """The text with no-break spaces where French has them; said twice, it changes nothing more."""
    text = re.sub(r" (?=[;?!])", NARROW_NO_BREAK_SPACE, text)
    text = re.sub(r" (?=[:»%€])|(?<=«) ", NO_BREAK_SPACE, text)
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", NARROW_NO_BREAK_SPACE, text)
    return re.sub(r"(?<=\d) (?=\d)", NO_BREAK_SPACE, text)
