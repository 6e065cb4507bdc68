"""What someone wrote, as far as it is right: what is wrong in it is left out and told, and the rest is kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from nes_model.documents.nodes import Finding, Location

Words = Mapping[str, Any]
Parsed = TypeVar("Parsed")


def keep_sound(
    asked: Words, parse: Callable[[Words], tuple[Parsed | None, list[Finding]]]
) -> tuple[Parsed, list[Finding]]:
    """What was written without what is wrong in it, and all that was wrong.

    What is left may be found wrong in its turn: each round leaves out the entries that the last one found.

    Args:
        asked: words and their values, which may be words and values themselves.
        parse: what those words say, or everything that is wrong in them, each at a word that was given.

    Raises:
        ValueError: nothing that was given is what is wrong, and it would be looked for for ever.
    """
    told: list[Finding] = []
    parsed, found = parse(asked)
    while parsed is None:
        told += found
        left = _leave_out(asked, {path for path, _ in found})
        if left == asked:
            raise ValueError(f"wrong without being given: {found}")
        asked = left
        parsed, found = parse(asked)
    return parsed, told


def _leave_out(asked: Words, paths: Iterable[Location]) -> Words:
    """The words without those that paths lead to, or the nearest ones above: in one pass, however many they are."""
    out: set[str] = set()
    within: defaultdict[str, list[Location]] = defaultdict(list)
    for first, *inner in paths:
        word, inside = str(first), asked.get(str(first))
        if inner and isinstance(inside, Mapping) and str(inner[0]) in inside:
            within[word].append(tuple(inner))
        else:
            out.add(word)
    return {
        word: _leave_out(value, within[word]) if word in within else value
        for word, value in asked.items()
        if word not in out
    }
