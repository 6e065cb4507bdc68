"""The fields of the counts that set a category's price."""

from collections.abc import Iterable

from nes_model.catalogue.edition import Edition
from nes_model.french import space
from nes_model.scenario.counts import BY_BASIS, Count
from nes_model.scenario.trimming import find_bases
from ui.widgets import fields

COUNT_WORDS = tuple(each.word for each in BY_BASIS.values())


def find_counts(category: str, edition: Edition) -> list[Count]:
    """Find the counts that matter to a category."""
    asked = find_bases(category, edition)
    return [each for per, each in BY_BASIS.items() if per in asked]


def show(counts: Iterable[Count], prefix: str = "") -> None:
    """Ask for each count.

    Args:
        counts: what is asked.
        prefix: of each widget's key, before the count's word.
    """
    for each in counts:
        description = space(each.description)
        fields.ask_whole_number(each.label, f"{prefix}{each.word}", each.least, each.most, help=description)
