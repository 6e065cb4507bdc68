"""A doubt (« point à confirmer »), and what another reading of it lays over the edition."""

from pydantic import Field

from nes_model.catalogue.charge import ChargePatch
from nes_model.catalogue.service import Mark
from nes_model.documents.entry import Entry, Id, Text
from nes_model.money import Price

RETAINED = "retenue"  # the reading that the edition retains, by its name in files and links


class Overlay(Entry):
    """Other amounts, attributes, places or marks for what the edition holds: a reading, or a what-if."""

    amounts: dict[Id, Price] = Field({}, alias="montants")  # charge id → amount
    charges: dict[Id, ChargePatch] = Field({}, alias="tarifs")  # charge id → attributes
    features: dict[Id, Id] = Field({}, alias="fonctions")  # feature id → offer id
    marks: dict[Id, dict[Id, Mark]] = Field({}, alias="marques")  # service id → college id → mark
    memberships: dict[Id, tuple[Id, ...]] = Field({}, alias="adhesions")  # service id → colleges that must join


class OtherReading(Overlay):
    """Another way to read a damaged place of the catalogue."""

    id: Id
    label: Text = Field(alias="libelle")


class Doubt(Entry):
    """A damaged place of the catalogue, « point à confirmer »: what is printed, how it is read, how else it may be."""

    id: Id
    title: Text = Field(alias="titre")
    printed: Text = Field(alias="imprime")
    retained: Text = Field(alias="retenue")
    reason: Text = Field(alias="motif")
    others: tuple[OtherReading, ...] = Field((), alias="autres")

    def find_other(self, choice: str) -> OtherReading | None:
        """The other reading of that id, if there is one."""
        return next((other for other in self.others if other.id == choice), None)

    @property
    def labels(self) -> dict[str, str]:
        """What each reading says, in French, by its id; the retained one first."""
        return {RETAINED: self.retained} | {other.id: other.label for other in self.others}

    def label_of(self, choice: str) -> str:
        """What a reading says, in French; the retained one, where there is none of that id."""
        return self.labels.get(choice, self.retained)

    def touches(self, service: str, college: str) -> bool:
        """Whether another reading would change what a service is to a college: its mark, or having to join."""
        return any(
            college in other.marks.get(service, {}) or college in other.memberships.get(service, ())
            for other in self.others
        )
