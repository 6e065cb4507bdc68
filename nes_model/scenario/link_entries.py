"""The lists of a link: options, readings and amounts, each entry in one text.

`imagerie~2`, `chef-de-projet~2.5~annuel`, `R1~sans-virgule`, `pack-esms~90`, `coordination~300-350`.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from nes_model.problems import cite

_BETWEEN = re.compile(r"[\s;]+|,(?!\d)|(?<!\d),")  # two entries; a comma between digits is a number's own
_TAIL = re.compile(r"\d[\d.,]*(?:[-~].*)?")  # what follows a space within a number
RHYTHMS = ("une-fois", "annuel")
_DETAILS = (*RHYTHMS, "utilisateur", "structure", "auto")  # but for a quantity
_CUT = re.compile(r"[^~]*~.*\d")
_LONGEST = 100  # characters: past it, an entry is no number that a space has cut


def write_entries(word: str, values: Mapping[str, Any]) -> str:
    """Write a list of a scenario file as one text of a link.

    Args:
        word: one of `LISTS`.
        values: by the id of an option, a doubt or a charge, in a scenario file's words.
    """
    write = LISTS[word][0]
    return " ".join(write(id_, value) for id_, value in values.items())


def parse_entries(word: str, text: str) -> tuple[dict[str, Any], list[str]]:
    """Parse a list as a scenario file has it; an entry that is given twice keeps its first value, and is told."""
    parse = LISTS[word][1]
    entries: dict[str, Any] = {}
    problems: list[str] = []
    for each in _split(text):
        name, entry = parse(each)
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
    """The texts of a list. A number written with a space, « 1 200,50 », stays whole: never priced by its head."""
    texts: list[str] = []
    for each in _BETWEEN.split(text.replace(":", "~")):
        if texts and len(texts[-1]) < _LONGEST and _TAIL.fullmatch(each) and _CUT.fullmatch(texts[-1]):
            texts[-1] += f" {each}"
        elif each:
            texts.append(each)
    return texts


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


def _write_tariff(charge: str, amount: str | Mapping[str, str]) -> str:
    ends = [amount] if isinstance(amount, str) else [amount["min"], amount["max"]]
    return f"{charge}~{'-'.join(ends)}"


def _parse_tariff(text: str) -> tuple[str, str | dict[str, str]]:
    charge, _, amount = text.partition("~")
    low, is_range, high = amount.partition("-")
    return charge, {"min": low, "max": high} if is_range and low else amount


# Each list by its word, written and parsed.
LISTS: dict[str, tuple[Callable[[str, Any], str], Callable[[str], tuple[str, Any]]]] = {
    "options": (_write_option, _parse_option),
    "lectures": (_write_reading, _parse_reading),
    "tarifs": (_write_tariff, _parse_tariff),
}
