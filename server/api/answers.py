"""What the API answers, in the words of `python -m nes_model … --format json`."""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

Euros = Annotated[str, Field(pattern=r"^-?\d+\.\d{2}$", description="Euros, deux décimales.")]


class Answer(BaseModel):
    """French names outside, and nothing that is not described here."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


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
    premiere_annee_ttc: Annotated[Range | None, Field(description="Seulement pour un montant hors taxes.")] = None
    explication: str
    source: str
    lectures: list[str]


class Unpriced(Answer):
    """What the catalogue does not price."""

    id: str
    libelle: str
    raison: str


class Effect(Answer):
    """What another reading would add to the totals, signed."""

    id: str
    libelle: str
    premiere_annee: Range
    annees_suivantes: Range


class Point(Answer):
    """A point à confirmer that touches the quote."""

    id: str
    titre: str
    retenue: str
    autres: list[Effect]


class Supposed(Answer):
    """An amount that is not the edition's; no amount in the catalogue when it has no price there."""

    tarif: str
    libelle: str
    montant: Range
    catalogue: Range | None


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
    simulation: list[Supposed]
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

    de: str
    vers: str
    premiere_annee: Signed | SignedRange
    annees_suivantes: Signed | SignedRange
    parts: list[Part]
    deja_comptes: Annotated[list[str], Field(description="Changements comptés dans ce qu'un seul côté prend.")]
    sans_effet: list[str]


class ThenAnswer(Answer):
    """What a kept scenario was worth when it was kept; scenarios sent here never were."""

    scenario: int
    edition: str | None
    le: str
    premiere_annee: Range
    annees_suivantes: Range
    ecart_premiere_annee: Signed | SignedRange
    ecart_annees_suivantes: Signed | SignedRange
    constat: list[str]


class ComparisonAnswer(Answer):
    """Every scenario as it is priced alone, and the difference of each one after the first."""

    scenarios: list[QuoteAnswer]
    ecarts: list[DifferenceAnswer]
    chiffres_alors: list[ThenAnswer]


class Unmet(Answer):
    """What cannot be promised, and why."""

    besoin: str
    raison: str
    colleges: list[str]
    incertain: Annotated[bool, Field(description="Le catalogue ne dit ni oui ni non.")]
    lectures: list[str]
    autres_lectures: Annotated[list[str], Field(description="Celles qui l'ouvriraient, comme « R7~tous-colleges ».")]


class MissingAnswer(Answer):
    """A cost that the catalogue announces and does not give."""

    libelle: str
    raison: str


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
    non_chiffre: list[MissingAnswer]
    hypotheses: list[str]


class RequestAnswer(Answer):
    """A request for a quote, already written."""

    texte: str
    adresse: Annotated[str, Field(description="Une adresse « mailto: », assez courte pour toute messagerie.")]


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
