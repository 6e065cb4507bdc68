"""A point à confirmer, and what another way of reading it lays over the edition."""

from pydantic import Field

from nes_model.catalogue.charge import ChargePatch, Price
from nes_model.catalogue.service import Mark
from nes_model.documents.entry import Entry, Id, Text


class Overlay(Entry):
    """Other amounts, attributes, places or marks for what the edition holds: a reading, or a what-if."""

    amounts: dict[Id, Price] = Field({}, alias="montants")  # charge id → amount
    charges: dict[Id, ChargePatch] = Field({}, alias="tarifs")  # charge id → attributes
    features: dict[Id, Id] = Field({}, alias="fonctions")  # feature id → offer id
    marks: dict[Id, dict[Id, Mark]] = Field({}, alias="marques")  # service id → college id → mark
    memberships: dict[Id, tuple[Id, ...]] = Field({}, alias="adhesions")  # service id → colleges that must join


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

    def touches(self, service: str, college: str) -> bool:
        """Whether another reading would change what a service is to a college: its mark, or having to join."""
        return any(
            college in other.marks.get(service, {}) or college in other.memberships.get(service, ())
            for other in self.others
        )
