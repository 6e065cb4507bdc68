"""Text that someone wrote, shown as it is: never as Markdown."""

import re

from nes_model.french import space

_WORD_JOINER = "\u2060"  # seen by no one, and no address holds it
_SPECIAL = re.compile(r"([&\\`*_{}\[\]()<>#+\-.!|~$:@])")


def as_printed(text: str) -> str:
    """What the catalogue prints, mistakes included: an address in it is not to be followed."""
    return escaped(text).replace("@", f"@{_WORD_JOINER}")


def escaped(text: str) -> str:
    """The text with everything that Markdown would read made literal, and French spaces."""
    return _SPECIAL.sub(r"\\\1", space(text))
