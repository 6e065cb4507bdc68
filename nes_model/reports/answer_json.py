"""What a category must take to have what it wants, as one JSON object: amounts as in a quote's."""

from typing import Any

from nes_model.money import Amount, to_cents
from nes_model.needs.recommendation import Answer, Unmet
from nes_model.pricing.sentences import write_hypotheses


def answer_json(answer: Answer) -> dict[str, Any]:
    """The recommended offers, what needs no membership, what cannot be promised and why, the two totals."""
    return {
        "categorie": answer.scenario.category,
        "adhesion_necessaire": answer.membership,
        "offres": [offer.id for offer in answer.offers],
        "sans_adhesion": [met.need.id for met in answer.without_membership],
        "avec_adhesion": [met.need.id for met in answer.within_membership],
        "avec_offres": {met.need.id: [offer.id for offer in met.offers] for met in answer.with_offers},
        "impossibles": [_unmet(unmet) for unmet in answer.unmet],
        "premiere_annee": _amount(answer.quote.first_year),
        "annees_suivantes": _amount(answer.quote.following_years),
        "non_chiffre": [{"libelle": missing.label, "raison": missing.reason} for missing in answer.missing],
        "hypotheses": list(write_hypotheses(answer.quote)),
    }


def _unmet(unmet: Unmet) -> dict[str, Any]:
    """`incertain`: the catalogue says neither yes nor no, and nothing is promised."""
    return {
        "besoin": unmet.need.id,
        "raison": unmet.obstacle.reason,
        "colleges": [college.id for college in unmet.colleges],
        "incertain": unmet.obstacle.is_unknown,
        "lectures": list(unmet.obstacle.doubts),
        "autres_lectures": [f"{opening.doubt}~{opening.choice}" for opening in unmet.openings],
    }


def _amount(amount: Amount) -> dict[str, str]:
    return {"min": str(to_cents(amount.low)), "max": str(to_cents(amount.high))}
