"""What is wrong in what someone wrote, said in French: where, what was read, what to write instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from nes_model.french import write_count
from nes_model.money import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

_SPACES = (NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct."""

    message: str
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}, ligne {self.line}" if self.line else self.file
        return _without_controls(f"{place} : {self.message}" if place else self.message)


def _without_controls(text: str) -> str:
    """What a terminal would obey, a stranger may have put in a name: a colour, a title, another line."""
    return "".join(each if each.isprintable() or each in _SPACES else " " for each in text)


class InvalidInputError(Exception):
    """Input that cannot be used, with all its problems at once."""

    def __init__(self, problems: "list[Problem]"):
        super().__init__(problems)  # so that it goes as it is from one process to another
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def explain_unreadable(file: str, error: OSError) -> InvalidInputError:
    """Why a file that was named gives nothing."""
    reason = "n'existe pas" if isinstance(error, FileNotFoundError) else "ne peut être lu"
    return InvalidInputError([Problem(f"ce fichier {reason}.", file)])


def cite(value: object) -> str:
    """What was read, short enough to be shown, between French quotation marks; or its kind, when it is no text."""
    if value is None or value == "":
        return "une valeur vide"
    if isinstance(value, dict | list | tuple):
        kind = "une suite de champs" if isinstance(value, dict) else "une liste"
        return kind if value else f"{kind} vide"
    text = " ".join("".join(each if each.isprintable() else " " for each in str(value)).split())
    return f"« {text[:60]}… »" if len(text) > 60 else f"« {text} »"


def suggest(word: str, known: "list[str]") -> str:
    """What to write instead of an unknown word: the nearest known one, or all of them."""
    near = get_close_matches(word.lower(), known, n=1) or [each for each in known if word and each.startswith(word)]
    if near:
        return f"Vouliez-vous dire « {near[0]} » ?"
    return f"Écrivez l'un de : {', '.join(known)}." if known else "Retirez-le."


def list_first_problems(problems: Sequence[str], most: int) -> list[str]:
    """The first ones, and how many more there are: thousands of them would help nobody."""
    more = len(problems) - most
    if more <= 0:
        return list(problems)
    return [*problems[:most], f"Et {write_count(more, 'autre problème')}. Corrigez d'abord ceux-ci."]


def explain_repetition(word: str, values: Sequence[str]) -> str:
    """Say that a link gives a word several times, and which value is used."""
    return f"{cite(word)} est donné {len(values)} fois. Valeur utilisée : {cite(values[0])}."


def explain_cut(word: str) -> str:
    """Say that a link gives a list and nothing in it."""
    return f"{cite(word)} est vide : ce lien a peut-être été coupé. Demandez-le de nouveau."
