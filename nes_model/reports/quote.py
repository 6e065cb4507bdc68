"""A quote as one JSON object: amounts are text with a point and two decimals, in euros."""

from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.what_if import WhatIf
from nes_model.money import Amount, to_cents
from nes_model.pricing.doubt_effects import DoubtInQuote, Effect, find_points
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Quote, QuoteLine, Unpriced
from nes_model.pricing.sentences import write_notes


def quote_json(quote: Quote, edition: Edition) -> dict[str, Any]:
    """The quote, its years, what is not priced and what is to be confirmed."""
    return {
        "libelle": quote.scenario.label,
        "edition": edition.header.id,
        "categorie": quote.scenario.category,
        "premiere_annee": _amount(quote.first_year),
        "annees_suivantes": _amount(quote.following_years),
        "capital_restituable": _capital(quote.refundable),
        "cumul": [{"annee": year.number, **_amount(year.cumulative)} for year in project(quote)],
        "lignes": [_line(line) for line in quote.lines],
        "non_chiffre": [_unpriced(each) for each in quote.unpriced],
        "remarques": list(write_notes(quote)),
        "simulation": [_supposed(each) for each in quote.what_ifs],
        "a_confirmer": [_point(point) for point in find_points(quote, edition)],
    }


def _amount(amount: Amount) -> dict[str, str]:
    return {"min": str(to_cents(amount.low)), "max": str(to_cents(amount.high))}


def _capital(amount: Amount) -> str:
    """Exact in any catalogue so far; a what-if that makes it a range shows its upper end."""
    return str(to_cents(amount.high))


def _line(line: QuoteLine) -> dict[str, Any]:
    tax_included = {"premiere_annee_ttc": _amount(line.incl_vat(line.first_year))} if line.is_excl_vat else {}
    return {
        "id": line.id,
        "offre": line.offer.id,
        "libelle": line.label,
        "rythme": line.cadence.value,
        "premiere_annee": _amount(line.first_year),
        "annees_suivantes": _amount(line.following_years),
        **tax_included,
        "explication": line.explanation,
        "source": line.source,
        "lectures": list(line.charge.doubts),
    }


def _supposed(each: WhatIf) -> dict[str, Any]:
    """An amount that is not the edition's; `catalogue` is null where the edition has no price."""
    published = each.charge.amount
    return {
        "tarif": each.charge.id,
        "libelle": str(each),
        "montant": _amount(each.amount),
        "catalogue": _amount(published) if published is not None else None,
    }


def _unpriced(each: Unpriced) -> dict[str, str]:
    return {"id": each.id, "libelle": each.label, "raison": each.reason}


def _point(point: DoubtInQuote) -> dict[str, Any]:
    return {
        "id": point.doubt.id,
        "titre": point.doubt.title,
        "retenue": point.used,
        "autres": [_effect(effect) for effect in point.others],
    }


def _effect(effect: Effect) -> dict[str, Any]:
    """Signed differences: what this other reading would add to the totals."""
    return {
        "id": effect.choice,
        "libelle": effect.label,
        "premiere_annee": _amount(effect.first_year),
        "annees_suivantes": _amount(effect.following_years),
    }
