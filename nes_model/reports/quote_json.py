"""A quote as one JSON object."""

from typing import Annotated, Literal, Self

from pydantic import Field

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.what_if import WhatIf
from nes_model.money import to_cents
from nes_model.pricing.doubt_effects import DoubtInQuote, Effect, find_points
from nes_model.pricing.projection import Year, project
from nes_model.pricing.quote import Quote, QuoteLine, UnpricedLine
from nes_model.pricing.sentences import write_notes
from nes_model.reports.json_answer import Euros, JsonAnswer, RangeAnswer


class YearAnswer(RangeAnswer):
    """A year's cumulative cost."""

    annee: int

    @classmethod
    def of_year(cls, year: Year) -> Self:
        """The year and what it comes to since the first."""
        return cls(annee=year.number, **RangeAnswer.of(year.cumulative).dump())


class LineAnswer(JsonAnswer):
    """A priced line."""

    id: str
    offre: str
    libelle: str
    rythme: Literal["une-fois", "mensuel", "annuel"]
    premiere_annee: RangeAnswer
    annees_suivantes: RangeAnswer
    premiere_annee_ttc: Annotated[RangeAnswer | None, Field(description="Seulement pour un montant hors taxes.")] = None
    annees_suivantes_ttc: Annotated[RangeAnswer | None, Field(description="De même, chaque année suivante.")] = None
    explication: str
    source: str
    lectures: list[str]

    @classmethod
    def of(cls, line: QuoteLine) -> Self:
        """The line, with its tax when the catalogue says that it is not in it."""
        with_vat = {
            "premiere_annee_ttc": RangeAnswer.of(line.costs_incl_vat.first_year),
            "annees_suivantes_ttc": RangeAnswer.of(line.costs_incl_vat.following_years),
        }
        return cls(
            id=line.id,
            offre=line.offer.id,
            libelle=line.label,
            rythme=line.cadence.value,
            premiere_annee=RangeAnswer.of(line.first_year),
            annees_suivantes=RangeAnswer.of(line.following_years),
            **(with_vat if line.is_excl_vat else {}),
            explication=line.explanation,
            source=line.source,
            lectures=list(line.charge.doubts),
        )


class UnpricedAnswer(JsonAnswer):
    """What the catalogue does not price."""

    id: str
    libelle: str
    raison: str

    @classmethod
    def of(cls, each: UnpricedLine) -> Self:
        """What it is, and why it has no amount."""
        return cls(id=each.id, libelle=each.label, raison=each.reason)


class EffectAnswer(JsonAnswer):
    """What another reading would add to the totals, signed."""

    id: str
    libelle: str
    premiere_annee: RangeAnswer
    annees_suivantes: RangeAnswer
    non_chiffre: Annotated[int, Field(description="Prestations de plus (ou de moins) qui n'auraient pas de prix.")]
    options_retirees: Annotated[list[str], Field(description="Options que cette lecture ne permet pas.")]

    @classmethod
    def of(cls, effect: Effect) -> Self:
        """The reading, both differences, and what they do not say: a price that is lost is no saving."""
        return cls(
            id=effect.choice,
            libelle=effect.label,
            premiere_annee=RangeAnswer.of(effect.first_year),
            annees_suivantes=RangeAnswer.of(effect.following_years),
            non_chiffre=effect.unpriced,
            options_retirees=list(effect.lost_options),
        )


class PointAnswer(JsonAnswer):
    """A point à confirmer that touches the quote."""

    id: str
    titre: str
    retenue: str
    autres: list[EffectAnswer]

    @classmethod
    def of(cls, point: DoubtInQuote) -> Self:
        """The reading that the quote is made under, and what the others would change."""
        autres = [EffectAnswer.of(effect) for effect in point.others]
        return cls(id=point.doubt.id, titre=point.doubt.title, retenue=point.used, autres=autres)


class SupposedAnswer(JsonAnswer):
    """An amount that is not the edition's; no amount in the catalogue when it has no price there."""

    tarif: str
    libelle: str
    montant: RangeAnswer
    catalogue: RangeAnswer | None

    @classmethod
    def of(cls, each: WhatIf) -> Self:
        """What is supposed, beside what is published."""
        published = each.charge.amount
        return cls(
            tarif=each.charge.id,
            libelle=str(each),
            montant=RangeAnswer.of(each.amount),
            catalogue=RangeAnswer.of(published) if published is not None else None,
        )


class QuoteAnswer(JsonAnswer):
    """A quote, its years, what is not priced and what is to be confirmed."""

    libelle: str
    edition: str
    categorie: str
    premiere_annee: RangeAnswer
    annees_suivantes: RangeAnswer
    capital_restituable: Annotated[
        Euros, Field(description="Euros, deux décimales ; le plus haut, s'il est supposé entre deux montants.")
    ]
    cumul: list[YearAnswer]
    lignes: list[LineAnswer]
    non_chiffre: list[UnpricedAnswer]
    remarques: list[str]
    simulation: list[SupposedAnswer]
    a_confirmer: list[PointAnswer]

    @classmethod
    def of(cls, quote: Quote, edition: Edition) -> Self:
        """All that is said of a quote.

        Args:
            quote: the priced scenario.
            edition: the edition as it is published.
        """
        return cls(
            libelle=quote.scenario.label,
            edition=edition.header.id,
            categorie=quote.scenario.category,
            premiere_annee=RangeAnswer.of(quote.first_year),
            annees_suivantes=RangeAnswer.of(quote.following_years),
            capital_restituable=str(to_cents(quote.refundable.high)),
            cumul=[YearAnswer.of_year(year) for year in project(quote)],
            lignes=[LineAnswer.of(line) for line in quote.lines],
            non_chiffre=[UnpricedAnswer.of(each) for each in quote.unpriced],
            remarques=list(write_notes(quote)),
            simulation=[SupposedAnswer.of(each) for each in quote.what_ifs],
            a_confirmer=[PointAnswer.of(point) for point in find_points(quote, edition)],
        )
