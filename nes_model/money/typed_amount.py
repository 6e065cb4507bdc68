"""An amount on one line: as people type it, « 120 », « 1 200,50 € » or « 715 à 815 », and as a link carries it."""

import re

from nes_model.money.amount import Amount

_LONGEST = 60  # characters: splitting a longer text would take the others' time
_RANGE = re.compile(r"([\d.,]+)\s*[-–à]\s*([\d.,]+)")


def read_range(text: str) -> str | dict[str, str]:
    """The words of a scenario file for « 715 à 815 » or « 715-815 »; what is no range stays as it is."""
    ends = _RANGE.fullmatch(text)
    return {"min": ends[1], "max": ends[2]} if ends else text


def read_typed(text: str) -> str | dict[str, str]:
    """The words of a scenario file, without the spaces and the sign that French puts there.

    What is no amount stays as it is, to be refused as it was typed.
    """
    if len(text) > _LONGEST:
        return text
    return read_range(re.sub(r"(?<=\d)\s(?=\d)", "", text.replace("€", "").strip()))


def write_typed(amount: Amount) -> str:
    """As one types it: "120,00", "715,00 à 815,00"."""
    return " à ".join(f"{end:.2f}".replace(".", ",") for end in amount.ends)


def write_in_link(amount: Amount) -> str:
    """With no sign that an address would encode: "120.00", "715.00-815.00"."""
    return "-".join(f"{end:f}" for end in amount.ends)
