"""How to join, and whom to ask."""

from pydantic import Field

from nes_model.entry import Entry, Text


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
