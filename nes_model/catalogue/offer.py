"""An offer: how it comes into a scenario, what it costs each category, what it opens."""

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from itertools import chain
from operator import methodcaller
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from nes_model.catalogue.charge import EVERYONE, Basis, Charge, Choice, list_named
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


Alternatives = tuple[Charge, ...]  # one charge, or several of which only one is paid
Rows = tuple[Alternatives, ...]


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

    @cached_property
    def charges(self) -> Alternatives:
        """Every charge of it, whoever pays it, in catalogue order."""
        return tuple(chain(*self.alternatives))

    @property
    def asked(self) -> Basis | None:
        """What its quantity counts, when it is taken by a quantity and not by the organisation's counts."""
        return next((charge.per for charge in self.charges if not charge.per.is_count), None)

    def billed_to(self, category: str) -> Rows:
        """The charges that a category pays, in catalogue order, alternatives together."""
        return self._of_named.get(category, self._of_others)

    @cached_property
    def _of_named(self) -> dict[str, Rows]:
        """What each category that its charges name pays."""
        named = {each for charge in self.charges for each in list_named(charge.categories)}
        return {category: self._rows(methodcaller("concerns", category)) for category in named}

    @cached_property
    def _of_others(self) -> Rows:
        """What any other category pays: the charges that are everyone's."""
        return self._rows(lambda charge: charge.categories == EVERYONE)

    def _rows(self, is_paid: Callable[[Charge], bool]) -> Rows:
        rows = (tuple(each for each in charges if each.billed and is_paid(each)) for charges in self.alternatives)
        return tuple(row for row in rows if row)

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
    brief: Text | None = Field(None, alias="en-bref")  # what it is called beside the figures, where few are named
    doubts: tuple[Id, ...] = Field((), alias="lectures")
