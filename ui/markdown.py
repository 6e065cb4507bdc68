"""Text that someone wrote, shown as it is: never as Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@])")


def escaped(text: str) -> str:
    """The text with everything that Markdown would read made literal."""
    return _SPECIAL.sub(r"\\\1", text)
