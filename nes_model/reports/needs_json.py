"""What a category must take to have what it wants, as one JSON object."""

from typing import Annotated, Self

from pydantic import Field

from nes_model.needs.recommendation import Recommendation, UnknownCost, Unmet
from nes_model.pricing.sentences import write_hypotheses, write_notes
from nes_model.reports.json_answer import JsonAnswer, RangeAnswer


class UnmetAnswer(JsonAnswer):
    """What cannot be promised, and why."""

    besoin: str
    raison: str
    colleges: list[str]
    incertain: Annotated[bool, Field(description="Le catalogue ne dit ni oui ni non.")]
    lectures: list[str]
    autres_lectures: Annotated[list[str], Field(description="Celles qui l'ouvriraient, comme « R7~tous-colleges ».")]

    @classmethod
    def of(cls, unmet: Unmet) -> Self:
        """The need, what stands in its way, and what would open it."""
        return cls(
            besoin=unmet.need.id,
            raison=unmet.obstacle.reason,
            colleges=[college.id for college in unmet.colleges],
            incertain=unmet.obstacle.is_unknown,
            lectures=list(unmet.obstacle.doubts),
            autres_lectures=[f"{opening.doubt}~{opening.choice}" for opening in unmet.openings],
        )


class MissingAnswer(JsonAnswer):
    """A cost that the catalogue announces and does not give."""

    libelle: str
    raison: str

    @classmethod
    def of(cls, missing: UnknownCost) -> Self:
        """What it is, and why it has no amount."""
        return cls(libelle=missing.label, raison=missing.reason)


class NeedsAnswer(JsonAnswer):
    """The cheapest offers that suffice, what needs no membership, what cannot be promised, the two totals."""

    categorie: str
    adhesion_necessaire: bool
    offres: list[str]
    sans_adhesion: list[str]
    avec_adhesion: list[str]
    avec_offres: dict[str, list[str]]
    impossibles: list[UnmetAnswer]
    premiere_annee: RangeAnswer
    annees_suivantes: RangeAnswer
    non_chiffre: list[MissingAnswer]
    hypotheses: list[str]
    remarques: list[str]
    lectures: Annotated[list[str], Field(description="Points à confirmer dont ces montants dépendent.")]

    @classmethod
    def of(cls, answer: Recommendation) -> Self:
        """All that is said to a category of its needs."""
        return cls(
            categorie=answer.scenario.category,
            adhesion_necessaire=answer.membership,
            offres=[offer.id for offer in answer.offers],
            sans_adhesion=[met.need.id for met in answer.without_membership],
            avec_adhesion=[met.need.id for met in answer.within_membership],
            avec_offres={met.need.id: [offer.id for offer in met.offers] for met in answer.with_offers},
            impossibles=[UnmetAnswer.of(unmet) for unmet in answer.unmet],
            premiere_annee=RangeAnswer.of(answer.quote.first_year),
            annees_suivantes=RangeAnswer.of(answer.quote.following_years),
            non_chiffre=[MissingAnswer.of(missing) for missing in answer.missing],
            hypotheses=list(write_hypotheses(answer.quote)),
            remarques=list(write_notes(answer.quote)),
            lectures=list(answer.quote.doubts),
        )
