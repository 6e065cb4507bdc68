"""The lists of a link: options, readings and amounts, each entry in one text.

`imagerie~2`, `chef-de-projet~2.5~annuel`, `R1~sans-virgule`, `pack-esms~90`, `coordination~300-350`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nes_model.folding import fold
from nes_model.money import Amount
from nes_model.money.typed_amount import read_range, write_in_link
from nes_model.problems import cite

_BETWEEN = re.compile(r"[\s;+]+|,(?!\d)|(?<!\d),")  # two entries; a comma between digits is a number's own
_TAIL = re.compile(r"[\Wà]*(?:\d[\d.,]*\W*(?:[-~].*)?)?")  # what follows a space within a number or a range
RHYTHMS = ("une-fois", "annuel")
_DETAILS = (*RHYTHMS, "utilisateur", "structure", "auto")  # but for a quantity
_CUT = re.compile(r"[^~]*~.*\d[\Wà]*")
_MOST_WORDS_BETWEEN = 2  # « 120 euros à 130 »
_LONGEST = 100  # characters: past it, an entry is no number that a space has cut


def write_entries(word: str, values: Mapping[str, Any]) -> str:
    """Write a list of a scenario file as one text of a link.

    Args:
        word: one of `LISTS`.
        values: by the id of an option, a doubt or a charge, in a scenario file's words.
    """
    write = LISTS[word][0]
    return " ".join(write(id_, value) for id_, value in values.items())


def parse_entries(word: str, text: str, known: Iterable[str] = ()) -> tuple[dict[str, Any], list[str]]:
    """Parse a list as a scenario file has it; an entry that is given twice keeps its first value, and is told.

    Args:
        word: one of `LISTS`.
        text: the entries.
        known: the ids that an entry may have, read whatever their case and accents.
    """
    parse = LISTS[word][1]
    ids = {fold(each): each for each in known}
    entries: dict[str, Any] = {}
    problems: list[str] = []
    for each in _split(text):
        written, entry = parse(each)
        name = ids.get(fold(written), written)
        if name in entries:
            problems.append(f"{cite(name)} est donné plusieurs fois. La première valeur est utilisée.")
        else:
            entries[name] = entry
    return entries, problems


def find_detail_word(text: str) -> str:
    """Which word of an option a detail belongs to: its form says it."""
    if text[:1].isdigit():
        return "quantite"
    return "rythme" if text in (*RHYTHMS, "mensuel") else "facturation"


def is_detail(text: str) -> bool:
    """Whether a detail is one that some option takes."""
    return text[:1].isdigit() or text in _DETAILS


def _split(text: str) -> list[str]:
    """The texts of a list. « 1 200,50 » and « 120 à 130 » stay whole: a number is never priced by its head."""
    texts: list[str] = []
    for each in filter(None, _BETWEEN.split(text.replace(":", "~"))):
        texts.append(each)
        if len(each) < _LONGEST and _TAIL.fullmatch(each):
            start = _find_head(texts)
            texts[start:] = [" ".join(texts[start:])]
    return texts


def _find_head(texts: list[str]) -> int:
    """Where the entry begins that the last text ends: that of a number a few words before, or itself."""
    last = len(texts) - 1
    for index in range(last - 1, max(last - _MOST_WORDS_BETWEEN - 2, -1), -1):
        if "~" in texts[index]:
            return index if len(texts[index]) < _LONGEST and _CUT.fullmatch(texts[index]) else last
    return last


def _write_option(option: str, choice: Mapping[str, str]) -> str:
    return "~".join([option, *(choice[word] for word in ("quantite", "rythme", "facturation") if word in choice)])


def _parse_option(text: str) -> tuple[str, dict[str, str]]:
    option, *details = text.split("~")
    choice: dict[str, str] = {}
    for each in details:
        word = find_detail_word(each)
        choice[word] = f"{choice[word]}~{each}" if word in choice else each  # given twice, it is no value: refused
    return option, choice


def _write_reading(doubt: str, choice: str) -> str:
    return f"{doubt}~{choice}"


def _parse_reading(text: str) -> tuple[str, str]:
    doubt, _, choice = text.partition("~")
    return doubt, choice


def _write_tariff(charge: str, amount: str | dict[str, str]) -> str:
    return f"{charge}~{write_in_link(Amount.parse(amount))}"


def _parse_tariff(text: str) -> tuple[str, str | dict[str, str]]:
    charge, _, amount = text.partition("~")
    return charge, read_range(" ".join(amount.replace("€", "").split()))


# Each list by its word, written and parsed.
LISTS: dict[str, tuple[Callable[[str, Any], str], Callable[[str], tuple[str, Any]]]] = {
    "options": (_write_option, _parse_option),
    "lectures": (_write_reading, _parse_reading),
    "tarifs": (_write_tariff, _parse_tariff),
}
