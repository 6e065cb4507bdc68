"""Rows that count and may be no organisation of their own: repeated ones, totals, titles, the template's example."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from nes_model.folding import fold
from nes_model.scenario.scenario import Scenario
from nes_model.spreadsheets.table import MOST_NAMED, list_first

EXAMPLE = "(exemple à remplacer)"  # how the name of the template's row ends
_MOST_REMEMBERED = 1_000_000  # rows among which a repeated one is noticed
# « S/Total », « TOTAL EHPAD », « Ensemble des sites »; but neither « Totalmed » nor « Ensemble pour l'autisme ».
_TOTAL = re.compile(r"(?:(?:sous-?|s-|grand-)?(?:total|totaux)|(?:l-)?ensemble(?=$|-des(?:-|$)))(?:-|$)")
_EXAMPLE = fold(EXAMPLE)
_OF_THE_GROUP = ("readings", "tariffs")
_COUNTS = attrgetter(*(name for name in Scenario.model_fields if name not in ("label", "options", *_OF_THE_GROUP)))


@dataclass(slots=True)
class _Rows:
    """The first rows of a kind, and how many there are: a batch may have millions of them."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, row: str) -> None:
        """Count one more."""
        self.count += 1
        if self.count <= MOST_NAMED:
            self.first.append(row)

    def __str__(self) -> str:
        return list_first(self.first, count=self.count)


@dataclass(slots=True)
class CountedTwice:
    """What is noticed of the rows that count, as they are read."""

    _repeated: _Rows = field(default_factory=_Rows)
    _totals: _Rows = field(default_factory=_Rows)
    _unnamed: _Rows = field(default_factory=_Rows)
    _examples: _Rows = field(default_factory=_Rows)
    _has_names: bool = False
    _seen: dict[int, int] = field(default_factory=dict)

    def notice(self, row: int, scenario: Scenario, cells: tuple[str, ...]) -> None:
        """Look at a row that counts.

        Args:
            row: its number.
            scenario: what it asks for.
            cells: what is written in it; without a name, all of it is what tells organisations apart.
        """
        name = fold(scenario.label)
        written = tuple([cell.strip().lower() for cell in cells])
        if scenario.label:
            self._has_names = True
            if name.endswith(_EXAMPLE):
                self._examples.add(str(row))
        else:
            self._unnamed.add(str(row))
        if _TOTAL.match(name or fold(next(filter(None, written), ""))):
            self._totals.add(str(row))
        if len(self._seen) < _MOST_REMEMBERED:
            asked = (_COUNTS(scenario), frozenset(scenario.options.items()))
            first = self._seen.setdefault(hash((name or written, asked)), row)
            if first != row:
                self._repeated.add(f"{row} (comme la {first})")

    def remarks(self) -> Iterator[str]:
        """What must be known of these rows, which are all counted."""
        if count := self._repeated.count:
            which = "lignes en répètent une autre et comptent" if count > 1 else "ligne en répète une autre et compte"
            yield f"{count} {which} une fois de plus : {self._repeated}."
        if self._totals.count > 1:
            yield (
                f"{self._totals.count} lignes ont l'air de totaux : {self._totals}. Elles sont comptées comme des "
                "organisations. Retirez celles qui en sont."
            )
        elif self._totals.count:
            yield (
                f"La ligne {self._totals} a l'air d'un total : elle est comptée comme une organisation. "
                "Retirez-la si c'en est un."
            )
        if self._examples.count:
            yield (
                f"L'exemple du modèle est encore à la ligne {self._examples}, et compte comme une organisation. "
                "Remplacez-le ou retirez-le."
            )
        if self._has_names and self._unnamed.count > 1:
            yield (
                f"{self._unnamed.count} lignes n'ont pas de nom : {self._unnamed}. Elles sont comptées comme des "
                "organisations. Retirez celles qui sont des titres ou des totaux."
            )
        elif self._has_names and self._unnamed.count:
            yield (
                f"La ligne {self._unnamed} n'a pas de nom : elle est comptée comme une organisation. "
                "Retirez-la si c'est un titre ou un total."
            )
