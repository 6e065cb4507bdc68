"""A comparison as one JSON object.

Differences are signed text, "+3600.00", "-120.00" or "0.00"; where the two ends of a range differ, an object of both:
{"min": the lows' difference, "max": the highs' difference}. The parts of a difference add up to it, end by end.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.comparison.common_rows import names
from nes_model.comparison.difference import Difference, Part
from nes_model.comparison.then_and_now import Reopened, sentences
from nes_model.money import Amount, to_cents
from nes_model.pricing.quote import Quote
from nes_model.reports.quote import quote_json


def comparison_json(
    quotes: Sequence[Quote], differences: Sequence[Difference], then: Sequence[Reopened | None], edition: Edition
) -> dict[str, Any]:
    """Every quote as it is printed alone, the difference of each one after the first, and what has moved since.

    Args:
        quotes: the scenarios priced.
        differences: from the first to each of the others.
        then: for each quote, what it was worth when it was kept, if it was.
        edition: the edition as it is kept.
    """
    first, *others = names(quotes)
    return {
        "scenarios": [quote_json(quote, edition) for quote in quotes],
        "ecarts": [_difference(first, name, each) for name, each in zip(others, differences, strict=True)],
        "chiffres_alors": [_then(place, each) for place, each in enumerate(then, start=1) if each],
    }


def _difference(before: str, after: str, difference: Difference) -> dict[str, Any]:
    return {
        "de": before,
        "vers": after,
        "premiere_annee": _signed(difference.first_year),
        "annees_suivantes": _signed(difference.following_years),
        "parts": [_part(part) for part in difference.parts],
        "deja_comptes": [change.label for change in difference.within_options],
        "sans_effet": [change.label for change in difference.without_effect],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "cause": part.cause.value,
        "libelle": part.label,
        "premiere_annee": _signed(part.first_year),
        "annees_suivantes": _signed(part.following_years),
    }


def _then(place: int, each: Reopened) -> dict[str, Any]:
    return {
        "scenario": place,
        "edition": each.edition,
        "le": each.then.day,
        "premiere_annee": _ends(each.then.first_year),
        "annees_suivantes": _ends(each.then.following_years),
        "ecart_premiere_annee": _signed(each.first_year),
        "ecart_annees_suivantes": _signed(each.following_years),
        "constat": list(sentences(each)),
    }


def _signed(amount: Amount) -> str | dict[str, str]:
    if amount.is_range:
        return {"min": _with_sign(amount.low), "max": _with_sign(amount.high)}
    return _with_sign(amount.low)


def _with_sign(euros: Decimal) -> str:
    return f"{to_cents(euros):+}" if euros else "0.00"


def _ends(amount: Amount) -> dict[str, str]:
    return {"min": str(to_cents(amount.low)), "max": str(to_cents(amount.high))}
