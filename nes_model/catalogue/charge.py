"""A charge: one priced element of an offer, `amount × quantity(per) × periods(every)`."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from nes_model.documents.entry import Day, Entry, Id, Text, YesNo
from nes_model.money import Amount, Price

MONTHS = 12  # in a year
EVERYONE = ("tous",)
TO_JUSTIFY = "montant nul, à justifier"  # until a person says why


class Basis(StrEnum):
    """What a charge is counted by."""

    MEMBER = "adherent"
    ESTABLISHMENT = "etablissement"
    MEDICO_SOCIAL_ESTABLISHMENT = "etablissement-medico-social"  # those of the establishments that are
    OTHER_ESTABLISHMENT = "etablissement-hors-medico-social"  # all the others of them
    USER = "utilisateur"
    STRUCTURE = "structure"
    CONNECTED_ESTABLISHMENT = "etablissement-raccorde"
    DAY = "jour"
    HOUR = "heure"
    SESSION = "session"

    @property
    def is_count(self) -> bool:
        """Counted once for the whole scenario; the others are asked option by option."""
        return self not in (Basis.CONNECTED_ESTABLISHMENT, Basis.DAY, Basis.HOUR, Basis.SESSION)

    @property
    def may_be_nil(self) -> bool:
        """Whether a count of none is an answer, which costs nothing; of the others, none means not given."""
        return self in (Basis.MEDICO_SOCIAL_ESTABLISHMENT, Basis.OTHER_ESTABLISHMENT)

    @property
    def is_divisible(self) -> bool:
        """Whether half of one makes sense."""
        return self in (Basis.DAY, Basis.HOUR)


class Cadence(StrEnum):
    """How often a charge comes back."""

    ONCE = "une-fois"
    MONTHLY = "mensuel"
    YEARLY = "annuel"


class Tax(StrEnum):
    """What the catalogue says of the tax in an amount."""

    EXCL_VAT = "HT"
    NOT_STATED = "non-precisee"


def _categories(value: Any) -> Any:
    """Read a list of categories; "tous" is everyone, and what names nobody is an oversight."""
    if value is None or value == []:
        raise PydanticCustomError("categories", "ne dit pas pour qui. Écrivez « tous » ou une liste de catégories")
    return EVERYONE if value == EVERYONE[0] else value


def _in_words(categories: tuple[str, ...]) -> tuple[str, ...] | str:
    """The same words back."""
    return categories[0] if categories == EVERYONE else categories


def list_named(categories: tuple[str, ...] | None) -> tuple[str, ...]:
    """The categories that are named one by one: none of them when it is everyone, or when nothing is said."""
    return () if categories is None or categories == EVERYONE else categories


def include(categories: tuple[str, ...], category: str) -> bool:
    """Whether a category is among these."""
    return categories == EVERYONE or category in categories


_SAID = BeforeValidator(_categories, json_schema_input_type=list[str] | str)
Categories = Annotated[tuple[Id, ...], _SAID, PlainSerializer(_in_words, when_used="json")]


class Charge(Entry):
    """One priced element of an offer: amount × quantity × periods."""

    id: Id
    label: Text = Field(alias="libelle")
    categories: Categories = Field(alias="pour")
    amount: Price | None = Field(None, alias="montant")  # None: not published, never zero
    unpriced: Text | None = Field(None, alias="non-chiffre")  # why there is no amount
    note: Text | None = Field(None, alias="mention")
    valid_until: Day | None = Field(None, alias="valable-jusqu-au")  # the last day, when the catalogue prints one
    per: Basis = Field(alias="par")
    every: Cadence = Field(alias="rythme")
    every_is_free: YesNo = Field(False, alias="rythme-au-choix")  # once, or each year if asked
    refundable: YesNo = Field(False, alias="restituable")
    prorated: YesNo = Field(False, alias="prorata")  # first year: only the months left
    billed: YesNo = Field(True, alias="facture")  # False: already within another charge
    tax: Tax = Field(Tax.NOT_STATED, alias="taxe")
    source: Text | None = None
    doubts: tuple[Id, ...] = Field((), alias="lectures")

    @model_validator(mode="after")
    def _priced_or_explained(self) -> Self:
        if (self.amount is None) == (self.unpriced is None):
            raise PydanticCustomError(
                "montant", "doit avoir soit « montant », soit « non-chiffre » et sa raison, et pas les deux"
            )
        return self

    def concerns(self, category: str) -> bool:
        """Whether this category pays it."""
        return include(self.categories, category)

    @property
    def periods(self) -> int:
        """How many times its amount is counted in a whole year."""
        return MONTHS if self.every is Cadence.MONTHLY else 1

    @property
    def follows_months(self) -> bool:
        """Whether the first year owes only the months that are left of it."""
        return self.every is Cadence.MONTHLY or self.prorated

    def recurs(self, asked: Cadence | None) -> bool:
        """Whether it comes back every year; a one-off may be asked for every year."""
        return self.every is not Cadence.ONCE or (self.every_is_free and asked is Cadence.YEARLY)


class Choice(Entry):
    """Charges of which only one is paid: the cheapest, unless the scenario says otherwise."""

    categories: Categories = Field(alias="pour")
    charges: tuple[Charge, ...] = Field(alias="au-choix", min_length=2)

    @model_validator(mode="before")
    @classmethod
    def _same_categories(cls, data: Any) -> Any:
        """The categories are written once, for all the charges of the choice."""
        if not isinstance(data, dict) or not isinstance(data.get("au-choix"), list):
            return data
        shared = {"pour": data["pour"]} if "pour" in data else {}
        return data | {"au-choix": [shared | each if isinstance(each, dict) else each for each in data["au-choix"]]}


class ChargePatch(Entry):
    """What a reading or a what-if changes in a charge; what it does not name stays."""

    amount: Price | None = Field(None, alias="montant")
    unpriced: Text | None = Field(None, alias="non-chiffre")
    categories: Annotated[Categories | None, _SAID] = Field(None, alias="pour")
    per: Basis | None = Field(None, alias="par")
    prorated: YesNo | None = Field(None, alias="prorata")
    billed: YesNo | None = Field(None, alias="facture")
    source: Text | None = None

    @model_validator(mode="after")
    def _one_price(self) -> Self:
        if self.amount is not None and self.unpriced is not None:
            raise PydanticCustomError("montant", "ne peut avoir à la fois « montant » et « non-chiffre »")
        if any(getattr(self, name) is None for name in self.model_fields_set):
            raise PydanticCustomError("montant", "a un champ vide. Écrivez sa valeur, ou retirez-le")
        return self

    def apply_to(self, charge: Charge) -> Charge:
        """The charge as this patch makes it."""
        changes = {name: getattr(self, name) for name in self.model_fields_set}
        if {"amount", "unpriced"} & changes.keys():
            changes = {"amount": None, "unpriced": None} | changes
            changes |= _outdated(charge, changes["amount"])
        return charge.model_copy(update=changes)


def _outdated(charge: Charge, amount: Amount | None) -> dict[str, None]:
    """What was said of an amount that another replaces: its last day, and why it is nil, or what it pays for."""
    if amount == charge.amount:
        return {}
    return {"valid_until": None} | ({"note": None} if Amount.zero() in (amount, charge.amount) else {})
