"""The grid of the RGAA's criteria, as `docs/accessibilite.md` writes it: one line a criterion, with what proves it."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tests.serving import ROOT

DOCUMENT = ROOT / "docs" / "accessibilite.md"
# How many criteria each of the thirteen themes of the RGAA 4.1.2 has: 106 in all.
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
MET, NOT_MET, NOT_APPLICABLE = "C", "NC", "NA"
_LINE = re.compile(r"^\| (\d+\.\d+) \| ([^|\n]+) \| (C|NC|NA) \| ([^|\n]+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: its number, what it asks, whether it is met, and what proves it."""

    number: str
    subject: str
    state: str
    proof: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Every criterion, in order."""

    criteria: tuple[Criterion, ...]

    def count(self, state: str) -> int:
        """Count the criteria in a state."""
        return sum(each.state == state for each in self.criteria)

    @property
    def rate(self) -> Decimal:
        """The criteria met out of those that apply, as a percentage to one decimal."""
        met = self.count(MET)
        share = Decimal(met * 100) / (met + self.count(NOT_MET))
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)

    def __str__(self) -> str:
        counts = (
            f"{self.count(MET)} conformes, {self.count(NOT_MET)} non conformes, {self.count(NOT_APPLICABLE)} sans objet"
        )
        return f"{counts} ; {self.rate} % de conformité".replace(".", ",")


def read_grid() -> Grid:
    """Read the grid of the document.

    Raises:
        ValueError: when it is not one line a criterion, in order: a part of them would give another rate.
    """
    found = _LINE.findall(DOCUMENT.read_text(encoding="utf-8"))
    expected = [f"{theme}.{number}" for theme, most in enumerate(THEMES, 1) for number in range(1, most + 1)]
    if [number for number, *_ in found] != expected:
        raise ValueError(f"{DOCUMENT.name} does not hold each of the {len(expected)} criteria once, in order.")
    return Grid(tuple(Criterion(*(part.strip() for part in line)) for line in found))
