"""The scanned catalogue, folded so that neither its damage nor our typography hides a match."""

import re
import unicodedata
from pathlib import Path

SCAN = Path(__file__).with_name("catalogue-2026.txt").read_text(encoding="utf-8")
RUN = 8  # words in a row


def fold(text: str) -> str:
    """Letters and digits alone, without accents or doubled letters; the scan has « [ » or « | » for an l."""
    plain = unicodedata.normalize("NFKD", re.sub(r"[\[|]", "l", text).replace("œ", "oe").lower())
    return re.sub(r"([a-z])\1+", r"\1", "".join(each for each in plain if each.isascii() and each.isalnum()))


FOLDED = fold(SCAN)


def quotations(text: str) -> list[str]:
    """What stands between « and »."""
    return [each.strip() for each in re.findall(r"«([^»]*)»", text)]


def is_printed(quotation: str) -> bool:
    """Whether the scan has these words."""
    return fold(quotation) in FOLDED


def repeated(text: str) -> list[str]:
    """The runs of words of a text that the scan also has, outside its quotations."""
    return [run for part in re.split(r"«[^»]*»", text) for run in _runs(part) if is_printed(run)]


def _runs(text: str) -> list[str]:
    words = [each for each in re.split(r"[\s'’]+", text) if fold(each)]
    return [" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]
