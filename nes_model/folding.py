"""A name whatever its case, its accents and its separators."""

import re
import unicodedata


def fold(text: str) -> str:
    """« Établissements  » is `etablissements`; « soins de ville » is `soins-de-ville`."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("œ", "oe")).strip("-")
