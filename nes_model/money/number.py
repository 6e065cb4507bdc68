"""A number of euros or of anything: read from what people write, rounded to the cent, and written in French."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

CENT = Decimal("0.01")
NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"

_MOST_DIGITS = 30
_NUMBER = re.compile(r"\d{1,9}(?:[.,](\d{1,2}))?", re.ASCII)


def to_cents(euros: Decimal) -> Decimal:
    """Round euros to the cent, half up: what every amount that is added or kept is rounded by."""
    return euros.quantize(CENT, ROUND_HALF_UP)


def write_digits(number: Decimal) -> str:
    """Write a JSON number without its exponent nor idle zeros: 1E+2 is "100", 120.1000 is "120.1".

    One that no count nor price can be stays as it was written, so that it is refused as such: nothing is rounded.
    """
    if not number:
        return "0"
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or not -_MOST_DIGITS < exponent < _MOST_DIGITS:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_decimal(value: Any) -> Decimal:
    """Read a number of at most two decimals, written "2.5" or "2,5"; a JSON number may be written in any way.

    Raises:
        PydanticCustomError: in French, when it is anything else: a sign, an exponent, a thousands mark.
    """
    text = write_digits(value) if isinstance(value, Decimal) else _text_of(value)
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError(
            "nombre", "n'est pas un nombre positif, à deux décimales au plus. Écrivez par exemple 3 ou 2,5"
        )
    return Decimal(text.replace(",", "."))


def _text_of(value: Any) -> str:
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


Number = Annotated[
    Decimal, BeforeValidator(parse_decimal, json_schema_input_type=float), PlainSerializer(str, when_used="json")
]


def format_euros(euros: Decimal) -> str:
    """Write euros in French, with no-break spaces: "3 704,05 €"."""
    return f"{format_number(to_cents(euros), decimals=2)}{NO_BREAK_SPACE}€"


def format_number(number: Decimal | int, decimals: int | None = None) -> str:
    """Write a number in French; without `decimals`, as many as it needs: "1 200", "2,5"."""
    text = f"{number:,.{decimals}f}" if decimals is not None else f"{Decimal(number).normalize():,f}"
    return text.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",").replace("-", "−")
