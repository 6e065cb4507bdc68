"""What the API answers, in the words of `python -m nes_model … --format json`."""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

Euros = Annotated[str, Field(pattern=r"^-?\d+\.\d{2}$", description="Euros, deux décimales.")]


class Answer(BaseModel):
    """French names outside, nothing left out, room for what a later version adds."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow")


class Range(Answer):
    """An amount known exactly (both ends equal) or as a range."""

    min: Euros
    max: Euros


class CumulativeYear(Range):
    """A year's cumulative cost."""

    annee: int


class Line(Answer):
    """A priced line."""

    id: str
    offre: str
    libelle: str
    rythme: Literal["une-fois", "mensuel", "annuel"]
    premiere_annee: Range
    annees_suivantes: Range
    explication: str
    source: str
    lectures: list[str]


class Unpriced(Answer):
    """What the catalogue does not price."""

    id: str
    libelle: str
    raison: str


class Point(Answer):
    """A point à confirmer that touches the quote."""

    id: str
    titre: str
    retenue: str


class QuoteAnswer(Answer):
    """A quote."""

    libelle: str
    edition: str
    categorie: str
    premiere_annee: Range
    annees_suivantes: Range
    capital_restituable: Euros
    cumul: list[CumulativeYear]
    lignes: list[Line]
    non_chiffre: list[Unpriced]
    remarques: list[str]
    a_confirmer: list[Point]


Signed = Annotated[str, Field(pattern=r"^(0\.00|[+-]\d+\.\d{2})$", description="Euros signés, deux décimales.")]


class SignedRange(Answer):
    """A difference whose two ends are not the same."""

    min: Signed
    max: Signed


class Part(Answer):
    """What one change does to one line."""

    cause: str
    libelle: str
    premiere_annee: Signed | SignedRange
    annees_suivantes: Signed | SignedRange


class DifferenceAnswer(Answer):
    """From the first scenario to another, in parts that add up."""

    premiere_annee: Signed | SignedRange
    annees_suivantes: Signed | SignedRange
    parts: list[Part]


class ComparisonAnswer(Answer):
    """Every scenario as it is priced alone, and the difference of each one after the first."""

    scenarios: list[QuoteAnswer]
    ecarts: list[DifferenceAnswer]


class Unmet(Answer):
    """What cannot be promised, and why."""

    besoin: str
    raison: str
    colleges: list[str]


class NeedsAnswer(Answer):
    """The cheapest offers that suffice."""

    categorie: str
    adhesion_necessaire: bool
    offres: list[str]
    sans_adhesion: list[str]
    avec_adhesion: list[str]
    avec_offres: dict[str, list[str]]
    impossibles: list[Unmet]
    premiere_annee: Range
    annees_suivantes: Range


class CategoryAnswer(Answer):
    """A category of members."""

    id: str
    libelle: str
    college: str


class OptionAnswer(Answer):
    """An option, and the categories that may take it."""

    id: str
    libelle: str
    famille: str
    pour: list[str]


class ReadingAnswer(Answer):
    """A point à confirmer, and the readings that a scenario may ask for."""

    id: str
    titre: str
    lectures: list[str]


class NeedAnswer(Answer):
    """Something that may be wanted."""

    id: str
    libelle: str


class EditionAnswer(Answer):
    """What a scenario may say under the edition in force."""

    id: str
    libelle: str
    document: str
    en_vigueur: str
    categories: list[CategoryAnswer]
    options: list[OptionAnswer]
    lectures: list[ReadingAnswer]
    besoins: list[NeedAnswer]


class FaultAnswer(Answer):
    """One thing to correct, and where."""

    chemin: str
    message: str


class FaultsAnswer(Answer):
    """Everything that is to be corrected."""

    problemes: list[FaultAnswer]
