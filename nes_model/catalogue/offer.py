"""An offer: how it comes into a scenario, what it costs each category, what it opens."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from nes_model.catalogue.charge import Basis, Charge, Choice
from nes_model.documents.entry import Entry, Id, Text


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


Rows = tuple[tuple[Charge, ...], ...]  # each element is one charge, or several of which only one is paid


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
    def alternatives(self) -> Rows:
        """What it costs, whoever pays it."""
        return tuple(each.charges if isinstance(each, Choice) else (each,) for each in self.tariffs)

    @property
    def asked(self) -> Basis | None:
        """What its quantity counts, when it is taken by a quantity and not by the organisation's counts."""
        return next((charge.per for row in self.alternatives for charge in row if not charge.per.is_count), None)

    def billed_to(self, category: str) -> Rows:
        """The charges that a category pays, in catalogue order, alternatives together."""
        return self.rows.get(category, self.rows[""])

    @cached_property
    def rows(self) -> dict[str, Rows]:
        """What each category that its charges name pays; "" stands for all the others."""
        named = {each for charges in self.alternatives for charge in charges for each in charge.categories or ()}
        return {category: tuple(self._rows(category)) for category in (*named, "")}

    def _rows(self, category: str) -> Iterator[tuple[Charge, ...]]:
        for charges in self.alternatives:
            concerned = tuple(charge for charge in charges if charge.billed and charge.concerns(category))
            if concerned:
                yield concerned

    def available_to(self, category: str) -> bool:
        """Whether a category may take it."""
        return bool(self.billed_to(category))


class Feature(Entry):
    """Something that an offer opens, and that a person may want.

    A feature with a `need` can be picked on its own; it shares its id's namespace with the services.
    """

    id: Id
    label: Text = Field(alias="libelle")
    offer: Id = Field(alias="offre")
    service: Id | None = None  # its marks say who may have the feature; None: whoever may have the offer
    need: Text | None = Field(None, alias="besoin")  # what wanting it is called, in plain words
    doubts: tuple[Id, ...] = Field((), alias="lectures")
