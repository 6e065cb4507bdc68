"""The fields of the counts that set a category's price."""

from collections.abc import Iterable
from dataclasses import dataclass

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.edition import Edition
from nes_model.french import space
from nes_model.scenario.field_labels import LABELS
from nes_model.scenario.scenario import MOST_ESTABLISHMENTS, MOST_USERS, Scenario
from nes_model.scenario.trimming import bases
from ui.widgets import fields


@dataclass(frozen=True, slots=True)
class CountField:
    """A count as a form asks for it."""

    basis: Basis
    word: str  # of a link
    field: str  # of a scenario
    most: int

    @property
    def label(self) -> str:
        """What the field is called."""
        return LABELS[self.word]


COUNT_FIELDS = (
    CountField(Basis.MEMBER, "adherents", "members", MOST_ESTABLISHMENTS),
    CountField(Basis.ESTABLISHMENT, "etablissements", "establishments", MOST_ESTABLISHMENTS),
    CountField(
        Basis.MEDICO_SOCIAL_ESTABLISHMENT,
        "etablissements_medico_sociaux",
        "medico_social_establishments",
        MOST_ESTABLISHMENTS,
    ),
    CountField(Basis.USER, "utilisateurs", "users", MOST_USERS),
    CountField(Basis.STRUCTURE, "structures", "structures", MOST_ESTABLISHMENTS),
)
COUNT_WORDS = tuple(each.word for each in COUNT_FIELDS)


def find_counts(category: str, edition: Edition) -> list[CountField]:
    """Find the counts that matter to a category."""
    asked = bases(category, edition)
    return [each for each in COUNT_FIELDS if each.basis in asked]


def show(counts: Iterable[CountField], prefix: str = "") -> None:
    """Ask for each count.

    Args:
        counts: what is asked.
        prefix: of each widget's key, before the count's word.
    """
    for each in counts:
        fields.ask_whole_number(
            each.label,
            f"{prefix}{each.word}",
            0 if each.basis is Basis.USER or each.basis.may_be_nil else 1,
            each.most,
            help=space(Scenario.model_fields[each.field].description or ""),
        )
