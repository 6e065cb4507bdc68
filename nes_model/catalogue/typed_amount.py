"""An amount as people type it, « 120 », « 1 200,50 € » or « 715 à 815 », as the files write it."""

import re

_LONGEST = 60  # characters: splitting a longer text would take the others' time
_RANGE = re.compile(r"\s*(?:à|-|–)\s*")


def read_typed(text: str) -> str | dict[str, str]:
    """What was typed, without the spaces and the sign that French puts there; what is no amount stays as it is."""
    if len(text) > _LONGEST:
        return text
    plain = re.sub(r"(?<=\d)\s(?=\d)", "", text.replace("€", "").strip())
    ends = _RANGE.split(plain)
    return {"min": ends[0], "max": ends[1]} if len(ends) == 2 and all(ends) else plain
