"""The numbers that a scenario gives, its organisation's and its months: what each is called, may be and means."""

from typing import NamedTuple

from nes_model.scenario.field_labels import LABELS
from nes_model.scenario.scenario import COUNTS, Scenario


class Count(NamedTuple):
    """One of them, in the scenario's own words and within its own bounds."""

    field: str
    word: str  # of a file, a link or a column
    label: str  # on the pages and in the workbook
    least: int
    most: int
    description: str


def _describe(field: str) -> Count:
    entry = Scenario.model_fields[field]
    word = entry.alias or field
    least, most = (next(getattr(each, end) for each in entry.metadata if hasattr(each, end)) for end in ("ge", "le"))
    return Count(field, word, LABELS[word], least, most, entry.description or "")


BY_BASIS = {per: _describe(field) for per, field in COUNTS.items()}
MONTHS = _describe("first_year_months")
EVERY_COUNT = (*BY_BASIS.values(), MONTHS)
