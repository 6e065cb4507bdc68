"""Text that someone wrote, shown as it is: never as Markdown."""

import re

from nes_model.typography import spaced

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@])")


def escaped(text: str) -> str:
    """The text with everything that Markdown would read made literal, and French spaces."""
    return _SPECIAL.sub(r"\\\1", spaced(text))
