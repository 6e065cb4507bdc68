"""A short mark of an edition's content: two editions with the same mark say the same thing."""

import json
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from nes_model.catalogue.edition import Edition

LENGTH = 16  # hexadecimal characters: enough to tell data apart, short enough for a link


def compute_digest(edition: Edition) -> str:
    """The mark of what the edition says, not of how its files are written: comments, order of keys, 100.0 or 100.00."""
    content = edition.model_dump(by_alias=True, exclude_defaults=True)
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=_plain)
    return sha256(canonical.encode()).hexdigest()[:LENGTH]


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
