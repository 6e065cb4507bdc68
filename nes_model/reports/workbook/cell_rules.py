"""What an input accepts, and what the spreadsheet answers to anything else. `{cell}` is the input itself."""

from collections.abc import Sequence
from typing import Any

from nes_model.money import format_number

Rule = dict[str, Any]


def accept_whole(least: int, most: int) -> Rule:
    """A whole number."""
    message = f"Écrivez un nombre entier, de {format_number(least)} à {format_number(most)}."
    return {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most} | _refusal(message)


def accept_hundredths(most: int) -> Rule:
    """A quantity above zero, of at most two decimals."""
    message = f"Écrivez un nombre positif de deux décimales au plus, jusqu'à {format_number(most)}."
    return _custom(f"{{cell}}>0,{{cell}}<={most},ROUND({{cell}},2)={{cell}}") | _refusal(message)


def accept_price() -> Rule:
    """Euros and cents."""
    return _custom("{cell}>=0,ROUND({cell},2)={cell}") | _refusal("Écrivez un prix en euros, deux décimales au plus.")


def accept_percent(most: int) -> Rule:
    """A rate of at most two decimals of a percent."""
    message = f"Écrivez un pourcentage de deux décimales au plus, de 0 à {most} %, par exemple 2,5 %."
    return _custom(f"{{cell}}>=0,{{cell}}<={most / 100},ROUND({{cell}},4)={{cell}}") | _refusal(message)


def accept_one_of(words: Sequence[str]) -> Rule:
    """One of the words of a list."""
    return {"validate": "list", "source": list(words)} | _refusal(f"Choisissez l'un de : {', '.join(words)}.")


def _custom(conditions: str) -> Rule:
    return {"validate": "custom", "value": f"=AND(ISNUMBER({{cell}}),{conditions})"}


def _refusal(message: str) -> dict[str, str]:
    return {"error_title": "Valeur non acceptée", "error_message": message}
