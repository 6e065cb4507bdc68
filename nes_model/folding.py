"""A name whatever its case, its accents and its separators."""

import re
import unicodedata
from functools import lru_cache

_LONGEST = 100  # characters of a text worth remembering


def fold(text: str) -> str:
    """« Établissements  » is `etablissements`; « soins de ville » is `soins-de-ville`."""
    return _remembered(text) if len(text) <= _LONGEST else _fold(text)


def _fold(text: str) -> str:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("œ", "oe")).strip("-")


_remembered = lru_cache(maxsize=4096)(_fold)  # an edition's own names come back for every row of a table
