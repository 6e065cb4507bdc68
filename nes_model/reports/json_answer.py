"""What every JSON answer is made of: described models, and amounts as text with a point and two decimals, in euros.

The reports build them, the command line and the API dump them, and OpenAPI describes them: one shape, said once.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from nes_model.money import Amount, to_cents

Euros = Annotated[str, Field(pattern=r"^-?\d+\.\d{2}$", description="Euros, deux décimales.")]
Signed = Annotated[str, Field(pattern=r"^(0\.00|[+-]\d+\.\d{2})$", description="Euros signés, deux décimales.")]


class JsonAnswer(BaseModel):
    """French names outside, and nothing that is not described."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    def dump(self) -> dict[str, Any]:
        """The words as they are answered; one that does not apply was never set, and is left out."""
        return self.model_dump(exclude_unset=True)


def write_json(answer: JsonAnswer | Sequence[JsonAnswer]) -> str:
    """Write one answer, or a list of them, for someone to read."""
    words = answer.dump() if isinstance(answer, JsonAnswer) else [each.dump() for each in answer]
    return json.dumps(words, ensure_ascii=False, indent=2)


class RangeAnswer(JsonAnswer):
    """An amount known exactly (both ends equal) or as a range."""

    min: Euros
    max: Euros

    @classmethod
    def of(cls, amount: Amount) -> Self:
        """Both ends, to the cent."""
        return cls(min=str(to_cents(amount.low)), max=str(to_cents(amount.high)))


class SignedRangeAnswer(JsonAnswer):
    """A difference whose two ends are not the same: the lows' difference, the highs' difference."""

    min: Signed
    max: Signed


Gap = Signed | SignedRangeAnswer


def sign_gap(amount: Amount) -> Gap:
    """A difference as signed text, "+3600.00", "-120.00" or "0.00"; an object where its two ends differ."""
    if amount.is_range:
        return SignedRangeAnswer(min=_with_sign(amount.low), max=_with_sign(amount.high))
    return _with_sign(amount.low)


def _with_sign(euros: Decimal) -> str:
    return f"{to_cents(euros):+}" if euros else "0.00"
