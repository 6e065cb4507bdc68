"""A service of the catalogue: who may have it, under which conditions, and what each of its levels needs."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from nes_model.catalogue.joining import Contact
from nes_model.documents.entry import Entry, Id, Text, YesNo


class Mark(StrEnum):
    """What the catalogue's grid says of a service for a college."""

    YES = "oui"
    YES_AND_MORE = "oui-plus"  # part of it with complementary funding
    EXTRA_FUNDING = "plus"  # only with complementary funding
    NO = "non"
    UNKNOWN = "inconnu"  # the scan cannot be read there: neither yes nor no

    @property
    def symbol(self) -> str:
        """The mark as the catalogue prints it."""
        return _SYMBOLS[self]

    @property
    def words(self) -> str:
        """The mark in French words, for whoever cannot see the symbol or does not know it."""
        return _WORDS[self]

    @property
    def available(self) -> bool:
        """Whether the catalogue says that the college may have the service, with or without funding."""
        return self in (Mark.YES, Mark.YES_AND_MORE, Mark.EXTRA_FUNDING)


_SYMBOLS = {Mark.YES: "✓", Mark.YES_AND_MORE: "✓ €", Mark.EXTRA_FUNDING: "€", Mark.NO: "—", Mark.UNKNOWN: "?"}
_WORDS = {
    Mark.YES: "disponible",
    Mark.YES_AND_MORE: "disponible, en partie avec un financement complémentaire",
    Mark.EXTRA_FUNDING: "avec un financement complémentaire",
    Mark.NO: "non disponible",
    Mark.UNKNOWN: "illisible dans le catalogue",
}


class Family(Entry):
    """A family of services, as the catalogue groups them."""

    id: Id
    label: Text = Field(alias="libelle")
    membership: YesNo = Field(alias="adhesion")  # whether its services need membership
    description: Text


class Level(Entry):
    """A way of having a service, simple or advanced.

    Its features say where it is found: what it needs is the offers that hold them, so that a reading
    which moves a feature to another pack also changes what the level needs.
    """

    id: Id
    label: Text = Field(alias="libelle")
    features: tuple[Id, ...] = Field(alias="fonctions", min_length=1)


def _address(value: Any) -> str:
    """Only web addresses: what is written there becomes a link."""
    if not str(value).startswith(("https://", "http://")) or " " in str(value):
        raise PydanticCustomError("adresse", "n'est pas une adresse. Écrivez-la en entier, https:// compris")
    return str(value)


class Link(Entry):
    """A page to read, at the address that the catalogue prints."""

    label: Text = Field(alias="libelle")
    address: Annotated[str, BeforeValidator(_address)] = Field(alias="adresse")


class Service(Entry):
    """Something that NeS offers to professionals and organisations: one row of the grid, one sheet."""

    id: Id
    label: Text = Field(alias="libelle")
    family: Id = Field(alias="famille")
    theme: Text | None = None
    description: Text
    functions: tuple[Text, ...] = Field((), alias="fonctions")  # what it does, in words; levels name features
    marks: dict[Id, Mark] = Field(alias="marques")  # college → mark, every college
    basis: Text = Field(alias="appui")  # what the marks rest on
    membership_for: tuple[Id, ...] | None = Field(None, alias="adhesion-pour")  # None: as its family says
    conditions: tuple[Text, ...] = ()
    levels: tuple[Level, ...] = Field((), alias="niveaux")  # from the simplest on; none: nothing to subscribe to
    cost: Text | None = Field(None, alias="cout")
    unpriced: Text | None = Field(None, alias="non-chiffre")  # a cost that the catalogue announces without its amount
    offers: tuple[Id, ...] = Field((), alias="prestations")  # offers that its sheet refers to, besides the levels'
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = Field((), alias="liens")
    remarks: tuple[Text, ...] = Field((), alias="remarques")
    doubts: tuple[Id, ...] = Field((), alias="lectures")

    def find_level(self, level_id: str) -> Level | None:
        """The level of that id, if there is one."""
        return next((level for level in self.levels if level.id == level_id), None)


class Contract(Entry):
    """A contract that members order from, through the service that gives access to it."""

    id: Id
    label: Text = Field(alias="libelle")
    service: Id
    description: Text
    cost: Text = Field(alias="cout")
    offers: tuple[Id, ...] = Field((), alias="prestations")
    remarks: tuple[Text, ...] = Field((), alias="remarques")
    doubts: tuple[Id, ...] = Field((), alias="lectures")
