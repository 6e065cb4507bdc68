"""How the files that people download are named."""

import re
import unicodedata

_MOST = 60  # characters of a label kept in a file's name


def file_name(label: str, ending: str) -> str:
    """A name that every system accepts, made from what the user called the scenario: "nes-ehpad-les-tilleuls.pdf"."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST].strip("-")
    return f"nes-{words or 'simulation'}.{ending}"
