"""What someone wrote, as far as it is right: what is wrong in it is left out and told, and the rest is kept."""

from collections.abc import Callable, Mapping
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
        before = asked
        for path in sorted({path for path, _ in found}, key=len, reverse=True):  # an entry after what is within it
            asked = _without(asked, path)
        if asked == before:
            raise ValueError(f"wrong without being given: {found}")
        parsed, found = parse(asked)
    return parsed, told


def _without(asked: Words, path: Location) -> Words:
    """The words without the one that a path leads to, or without the nearest one above it."""
    word, *inner = map(str, path)
    inside = asked.get(word)
    if inner and isinstance(inside, Mapping) and inner[0] in inside:
        return {**asked, word: _without(inside, tuple(inner))}
    return {each: value for each, value in asked.items() if each != word}
