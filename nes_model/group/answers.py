"""What people write in a cell for yes, for no, and for a number: a tick, a dash, « 1 234 »."""

import re
import unicodedata
from enum import Enum
from itertools import takewhile

from nes_model.folding import fold
from nes_model.problems import cite

_YES = {"oui", "vrai", "x", "×", "✓", "✔", "☑", "✅", "o", "ok", "y", "yes", "true"}
_NO = {
    "", "non", "faux", "0", "n", "no", "false", "-", "–", "—", "‐", "‑", "−", "✗", "✘", "☐", "❌",
    "néant", "neant", "aucun", "aucune", "sans objet",
}  # fmt: skip
_NOT_KNOWN = {"nc", "na", "n-a", "nr", "nsp", "non-communique", "non-renseigne", "non-connu", "inconnu"}  # of a number
_DECORATION = "\ufe0e\ufe0f\u200b\u200d\ufeff"  # how a tick is drawn, and what is seen by no one
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:[.,][0-9]{1,2})?")
_ASKING = re.compile(r"[?¿]")
_DASHES = "-–—‐‑−"
_BEFORE = set(_DASHES + "•·*+▪●◦‣→►«“\"'‘")  # a list's bullets, and quotation marks
_AFTER = set(".!…*)»”\"'’")  # what ends a name


class CellAnswer(Enum):
    """What a cell says of an option."""

    YES = "oui"
    NO = "non"
    OTHER = ""  # a number, a billing, or what cannot be read


def parse_answer(cell: str) -> CellAnswer:
    """A yes or a no, by name: what is neither is never taken for nothing written."""
    said = unicodedata.normalize("NFC", cell).lower().strip().translate(dict.fromkeys(map(ord, _DECORATION)))
    said = said.strip().rstrip(".! \u00a0") or said
    if said in _YES:
        return CellAnswer.YES
    return CellAnswer.NO if said in _NO else CellAnswer.OTHER


def parse_signs(name: str) -> CellAnswer:
    """What the signs before and after a name say of it: « ☐ rssi » is a no, « ☑ rssi », « - rssi » a yes."""
    said = unicodedata.normalize("NFC", name).translate(dict.fromkeys(map(ord, _DECORATION)))
    signs = (_without(_leading_signs(said), _BEFORE), _without(_leading_signs(said[::-1]), _AFTER))
    answers = {CellAnswer.OTHER if sign in _DASHES else parse_answer(sign) for sign in signs if sign}
    if answers <= {CellAnswer.YES}:
        return CellAnswer.YES
    return CellAnswer.NO if answers == {CellAnswer.NO} else CellAnswer.OTHER


def _leading_signs(text: str) -> str:
    """The signs that a text begins with; turned round, those that it ends with.

    A pattern that ends with the text would begin again at each sign: seconds for a long cell, and nobody served.
    """
    return "".join(takewhile(lambda each: not (each.isalnum() or each == "_"), text))


def _without(signs: str, harmless: set[str]) -> str:
    return "".join(each for each in signs if each not in harmless and not each.isspace())


def is_mark(cell: str) -> bool:
    """Whether a cell holds signs and no word nor number: « ? », « * », « … »."""
    return not any(each.isalnum() for each in cell)


def is_question(cell: str) -> bool:
    """Whether a cell is a question: « esms ? » does not decide."""
    return bool(_ASKING.search(cell))


def join_thousands(cell: str) -> str:
    """« 1 234 », as French writes thousands, is 1234; anything else stays as it is."""
    return re.sub(r"\s", "", cell) if _GROUPED.fullmatch(cell) else cell


def explain_number(cell: str) -> str | None:
    """Which character keeps a number from being a whole one; None when it is another matter."""
    found = re.fullmatch(r"([0-9]{1,3})([.,'])([0-9]{3})", cell)
    if not found:
        return None
    sign = {".": "du point", ",": "de la virgule", "'": "de l'apostrophe"}[found.group(2)]
    whole = "".join(found.group(1, 3))
    return f"{cite(cell)} peut se lire de deux façons, à cause {sign}. Écrivez {whole} si c'est le nombre entier."


def explain_none(cell: str) -> str | None:
    """What to write for a number that is none, or not known; None when the cell says something else."""
    if parse_answer(cell) is CellAnswer.NO or fold(cell) in _NOT_KNOWN or cell == "?":
        return f"{cite(cell)} n'est pas un nombre. Écrivez-en un, ou videz la case s'il est nul ou inconnu."
    return None
