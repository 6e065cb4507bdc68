"""An edition: one year's catalogue, complete, as a person writes it in `data/`."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from nes_model.charge import Categories, Charge, ChargePatch, Choice, Price
from nes_model.entry import Entry, Id, Text
from nes_model.money import Number


class Header(Entry):
    """What is true of the whole edition."""

    id: Id
    label: Text = Field(alias="libelle")
    document: Text
    in_force: Text = Field(alias="en-vigueur")
    vat_rate: Number = Field(alias="taux-tva")  # percent, for amounts printed without VAT
    contact: Text


class Group(Entry):
    """A family of offers, shown together."""

    id: Id
    label: Text = Field(alias="libelle")


class Category(Entry):
    """What sets a member's price, within a college."""

    id: Id
    label: Text = Field(alias="libelle")
    members: Text = Field(alias="membres")
    remark: Text | None = Field(None, alias="remarque")


class College(Entry):
    """A membership class, A to F."""

    id: Id
    label: Text = Field(alias="libelle")
    acronym: Text = Field(alias="sigle")
    categories: tuple[Category, ...] = Field(min_length=1)


class Taking(StrEnum):
    """How an offer comes into a scenario."""

    MANDATORY = "obligatoire"
    INCLUDED = "incluse"
    OPTIONAL = "facultative"
    OUTSIDE = "hors-simulation"


def _charge_or_choice(value: Any) -> str:
    return "choice" if isinstance(value, Choice) or (isinstance(value, dict) and "au-choix" in value) else "charge"


Tariff = Annotated[
    Annotated[Charge, Tag("charge")] | Annotated[Choice, Tag("choice")], Discriminator(_charge_or_choice)
]


class Offer(Entry):
    """Something that can be taken; holds charges."""

    id: Id
    label: Text = Field(alias="libelle")
    group: Id = Field(alias="groupe")
    taking: Taking = Field(alias="souscription")
    description: Text | None = None
    source: Text
    absence: Text | None = None  # what to answer a category that cannot have it
    tariffs: tuple[Tariff, ...] = Field((), alias="tarifs")

    @cached_property
    def alternatives(self) -> tuple[tuple[Charge, ...], ...]:
        """What it costs: each element is one charge, or several of which only one is paid."""
        return tuple(each.charges if isinstance(each, Choice) else (each,) for each in self.tariffs)

    def billed_to(self, category: str) -> Iterator[tuple[Charge, ...]]:
        """The charges that a category pays, in catalogue order, alternatives together."""
        for charges in self.alternatives:
            concerned = tuple(charge for charge in charges if charge.billed and charge.concerns(category))
            if concerned:
                yield concerned

    def available_to(self, category: str) -> bool:
        """Whether a category may take it."""
        return any(self.billed_to(category))


class Feature(Entry):
    """Something that a pack opens."""

    id: Id
    label: Text = Field(alias="libelle")
    offer: Id = Field(alias="offre")
    categories: Categories = Field(None, alias="pour")
    readings: tuple[Id, ...] = Field((), alias="lectures")


class Overlay(Entry):
    """Other amounts, attributes or places for what the edition holds: a reading, or a what-if."""

    amounts: dict[Id, Price] = Field({}, alias="montants")  # charge id → amount
    charges: dict[Id, ChargePatch] = Field({}, alias="tarifs")  # charge id → attributes
    features: dict[Id, Id] = Field({}, alias="fonctions")  # feature id → offer id


class Alternative(Overlay):
    """Another way to read a damaged place of the catalogue."""

    id: Id
    label: Text = Field(alias="libelle")


class Reading(Entry):
    """A point à confirmer: what is printed, how it is read, and how else it could be."""

    id: Id
    title: Text = Field(alias="titre")
    printed: Text = Field(alias="imprime")
    kept: Text = Field(alias="retenue")
    reason: Text = Field(alias="motif")
    others: tuple[Alternative, ...] = Field((), alias="autres")

    def alternative(self, alternative_id: str) -> Alternative | None:
        """The other reading of that id, if there is one."""
        return next((other for other in self.others if other.id == alternative_id), None)


class Contact(Entry):
    """Whom to ask."""

    subject: Text = Field(alias="objet")
    email: Text | None = Field(None, alias="courriel")
    phone: Text | None = Field(None, alias="telephone")


class Joining(Entry):
    """How to become a member."""

    source: Text
    steps: tuple[Text, ...] = Field(alias="etapes")
    contacts: tuple[Contact, ...]


class OpenQuestion(Entry):
    """What a member would ask and the catalogue does not say."""

    question: Text
    offers: tuple[Id, ...] = Field((), alias="prestations")
    categories: Categories = Field(None, alias="pour")

    def concerns(self, category: str, offers: set[str]) -> bool:
        """Whether a member of that category who takes those offers would ask it."""
        return (self.categories is None or category in self.categories) and (
            not self.offers or not offers.isdisjoint(self.offers)
        )


class Edition(Entry):
    """One year's catalogue, complete. Its keys are the sections of the files in its folder."""

    header: Header = Field(alias="edition")
    groups: tuple[Group, ...] = Field(alias="groupes", min_length=1)
    colleges: tuple[College, ...] = Field(min_length=1)
    offers: tuple[Offer, ...] = Field(alias="prestations", min_length=1)
    features: tuple[Feature, ...] = Field((), alias="fonctions")
    readings: tuple[Reading, ...] = Field((), alias="lectures")
    joining: Joining = Field(alias="demarches")
    open_questions: tuple[OpenQuestion, ...] = Field((), alias="non-precise")

    @cached_property
    def categories(self) -> dict[str, Category]:
        """Every category by id, in catalogue order."""
        return {category.id: category for college in self.colleges for category in college.categories}

    @cached_property
    def options(self) -> dict[str, Offer]:
        """Every offer that a scenario may take or leave, by id."""
        return {offer.id: offer for offer in self.offers if offer.taking is Taking.OPTIONAL}

    @cached_property
    def readings_by_id(self) -> dict[str, Reading]:
        """Every point à confirmer by id."""
        return {reading.id: reading for reading in self.readings}

    @cached_property
    def charges(self) -> dict[str, Charge]:
        """Every charge by id."""
        return {charge.id: charge for offer in self.offers for charges in offer.alternatives for charge in charges}

    def college_of(self, category: str) -> College:
        """The college that holds a category of this edition."""
        return next(college for college in self.colleges if category in (each.id for each in college.categories))
