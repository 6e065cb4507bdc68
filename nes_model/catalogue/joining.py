"""How to join, whom to ask, and what nobody has written yet."""

from typing import Any

from pydantic import Field, model_validator

from nes_model.catalogue.charge import EVERYONE, Categories, include
from nes_model.documents.entry import Entry, Id, Text


class Contact(Entry):
    """Whom to ask."""

    subject: Text = Field(alias="objet")
    email: Text | None = Field(None, alias="courriel")
    phone: Text | None = Field(None, alias="telephone")

    @property
    def line(self) -> str:
        """Whom, and how: "Projets : 02 50 53 70 01, projets@…"; the subject alone when nothing more is printed."""
        ways = ", ".join(way for way in (self.phone, self.email) if way)
        return f"{self.subject} : {ways}" if ways else self.subject


class Step(Entry):
    """One step towards membership: when, who, what. A text alone says what."""

    when: Text | None = Field(None, alias="quand")
    who: Text | None = Field(None, alias="qui")
    what: Text = Field(alias="quoi")

    @model_validator(mode="before")
    @classmethod
    def _text_alone(cls, data: Any) -> Any:
        return {"quoi": data} if isinstance(data, str) else data


class Joining(Entry):
    """How to become a member."""

    source: Text
    steps: tuple[Step, ...] = Field(alias="etapes")
    steps_of_non_members: tuple[Text, ...] = Field((), alias="sans-adhesion")  # for services that take no membership
    contacts: tuple[Contact, ...]


class OpenQuestion(Entry):
    """What a member would ask and the catalogue does not say."""

    question: Text
    offers: tuple[Id, ...] = Field((), alias="prestations")
    categories: Categories = Field(EVERYONE, alias="pour")

    def concerns(self, category: str, offers: set[str]) -> bool:
        """Whether a member of that category who takes those offers would ask it."""
        return include(self.categories, category) and (not self.offers or not offers.isdisjoint(self.offers))
