"""What is asked: a category, counts, options, readings."""

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.documents.entry import Entry, Id
from nes_model.money import Number, Price, write_digits
from nes_model.scenario.names import is_shown_as_written

MOST_ESTABLISHMENTS = 10_000
MOST_USERS = 100_000
MOST_TARIFFS = 200
MOST_LABEL = 120  # characters of a name
MOST_INCREASE = 50  # percent a year
# The field that counts each basis, and the one that stands for a quantity that an option leaves out:
# every establishment is connected, and one of anything else is counted.
COUNTS = {
    Basis.MEMBER: "members",
    Basis.ESTABLISHMENT: "establishments",
    Basis.MEDICO_SOCIAL_ESTABLISHMENT: "medico_social_establishments",
    Basis.USER: "users",
    Basis.STRUCTURE: "structures",
}
# Counted from those fields: nobody is asked for it.
DERIVED = {Basis.OTHER_ESTABLISHMENT: "other_establishments"}
UNASKED = {Basis.CONNECTED_ESTABLISHMENT: "establishments"}


def _whole(value: Any) -> int:
    """Read a whole number; "3.0", "3,5" or "trois" is refused. A JSON number may be written 3.0 or 3e0."""
    if isinstance(value, Decimal):
        value = write_digits(value)
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise PydanticCustomError("entier", "n'est pas un nombre entier positif. Écrivez par exemple 3")
    return int(text)


def _empty_if_none(value: Any) -> Any:
    """Let `options:` and `pack-complementaire:` stand without a word more."""
    return {} if value is None else value


def _one_line(text: str) -> str:
    """Refuse what a page, a terminal or a spreadsheet would not show as it is."""
    if not is_shown_as_written(text):
        raise PydanticCustomError("texte", "n'est pas un nom sur une seule ligne. Retirez les caractères invisibles")
    return text


def _billing(value: Any) -> Any:
    """Billing "auto" is the default: the cheapest."""
    if value in ("auto", None):
        return None
    if value in (Basis.USER, Basis.STRUCTURE):
        return value
    raise PydanticCustomError(
        "facturation", "n'est pas une facturation possible. Écrivez « auto », « utilisateur » ou « structure »"
    )


def _once_or_yearly(value: Any) -> Any:
    if value in (None, Cadence.ONCE, Cadence.YEARLY):
        return value
    raise PydanticCustomError("rythme", "n'est pas un rythme possible ici. Écrivez « une-fois » ou « annuel »")


def _without_retained(readings: dict[str, str]) -> dict[str, str]:
    """Asking for the reading retained is asking for nothing."""
    return {doubt: choice for doubt, choice in readings.items() if choice != RETAINED}


Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]


Billing = Annotated[
    Basis | None, BeforeValidator(_billing, json_schema_input_type=Literal["auto", "utilisateur", "structure"] | None)
]
Once = Annotated[
    Cadence | None, BeforeValidator(_once_or_yearly, json_schema_input_type=Literal["une-fois", "annuel"] | None)
]


class OptionChoice(Entry):
    """How an option is taken."""

    quantity: Number | None = Field(
        None,
        alias="quantite",
        gt=0,
        le=MOST_ESTABLISHMENTS,
        description="Nombre de jours, d'heures, de sessions ou d'établissements raccordés, selon l'option.",
    )
    every: Once = Field(
        None, alias="rythme", description="Accompagnement compté une fois (« une-fois ») ou chaque année (« annuel »)."
    )
    billing: Billing = Field(
        None, alias="facturation", description="Prix par utilisateur ou par structure ; « auto » prend le moins cher."
    )


Options = Annotated[dict[Id, Annotated[OptionChoice, BeforeValidator(_empty_if_none)]], BeforeValidator(_empty_if_none)]
Readings = Annotated[dict[Id, Id], BeforeValidator(_empty_if_none), AfterValidator(_without_retained)]


Tariffs = Annotated[dict[Id, Price], BeforeValidator(_empty_if_none)]


class Scenario(Entry):
    """What an organisation asks for. Everything but the category has a default."""

    label: Annotated[str, StringConstraints(max_length=MOST_LABEL), AfterValidator(_one_line)] = Field(
        "", alias="libelle", description="Nom donné à ce scénario, par exemple celui de l'organisation."
    )
    category: Id = Field(alias="categorie", description="Catégorie d'adhérent : c'est elle qui fixe le prix.")
    members: Whole = Field(
        1, alias="adherents", ge=1, le=MOST_ESTABLISHMENTS, description="Nombre d'entités juridiques qui adhèrent."
    )
    establishments: Whole = Field(
        1,
        alias="etablissements",
        ge=1,
        le=MOST_ESTABLISHMENTS,
        description="Nombre de sites géographiques, en tout. Un EHPAD sur trois sites compte trois établissements.",
    )
    medico_social_establishments: Whole = Field(
        0,
        alias="etablissements_medico_sociaux",
        ge=0,
        le=MOST_ESTABLISHMENTS,
        description="Parmi ces établissements, combien sont sociaux ou médico-sociaux, comme un EHPAD porté par un "
        "hôpital. Demandé au collège A : une autre lecture du catalogue leur donne un autre prix.",
    )
    users: Whole = Field(  # 0: not given
        0,
        alias="utilisateurs",
        ge=0,
        le=MOST_USERS,
        description="Nombre de personnes qui utiliseront le pack complémentaire. 0 si vous ne le savez pas encore.",
    )
    structures: Whole = Field(
        1, ge=1, le=MOST_ESTABLISHMENTS, description="Nombre de lieux où exerce un ensemble d'utilisateurs."
    )
    first_year_months: Whole = Field(
        12,
        alias="mois_premiere_annee",
        ge=1,
        le=12,
        description="Mois de services mensuels facturés la première année, de 1 à 12.",
    )
    horizon: Whole = Field(5, ge=1, le=10, description="Nombre d'années du cumul, de 1 à 10.")
    yearly_increase: Number = Field(
        Decimal(0),
        alias="hausse_annuelle",
        le=MOST_INCREASE,
        description="Hausse annuelle supposée de ce qui se paie chaque année, en %. Le catalogue n'en prévoit pas.",
    )
    options: Options = Field({}, description="Options prises, et comment.")
    readings: Readings = Field({}, alias="lectures", description="Points à confirmer lus autrement que retenu.")
    tariffs: Tariffs = Field(
        {},
        alias="tarifs",
        max_length=MOST_TARIFFS,
        description="Simulation de tarif : montants supposés, à la place de ceux de l'édition.",
    )

    @property
    def other_establishments(self) -> int:
        """How many establishments are not medico-social; never fewer than none."""
        return max(self.establishments - self.medico_social_establishments, 0)

    def name(self, edition: Edition) -> str:
        """What to call it: its label, else its category's."""
        return self.label or edition.categories[self.category].label

    def with_reading(self, doubt: str, choice: str) -> Self:
        """The same under another reading of a doubt, or under the one retained again."""
        others = {each: chosen for each, chosen in self.readings.items() if each != doubt}
        return self.model_copy(update={"readings": others if choice == RETAINED else others | {doubt: choice}})

    def quantity(self, offer: str, per: Basis) -> Decimal:
        """How many of that basis an offer is counted for, before any price."""
        if field := (COUNTS | DERIVED).get(per):
            return Decimal(getattr(self, field))
        choice = self.options.get(offer)
        unasked = getattr(self, UNASKED[per]) if per in UNASKED else 1
        return (choice.quantity if choice else None) or Decimal(unasked)


FIELDS_BY_WORD = {field.alias or name: field for name, field in Scenario.model_fields.items()}  # the words of a file
