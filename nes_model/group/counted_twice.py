"""Rows that count and may be no organisation of their own: repeated ones, totals, titles, the template's example."""

import re
from collections.abc import Iterator
from operator import attrgetter

from nes_model.folding import fold
from nes_model.group.noticed_rows import NoticedRows
from nes_model.scenario.scenario import Scenario

EXAMPLE = "(exemple à remplacer)"  # how the name of the template's row ends
_MOST_REMEMBERED = 1_000_000  # rows among which a repeated one is noticed
# « S/Total », « TOTAL EHPAD », « Ensemble des sites »; but neither « Totalmed » nor « Ensemble pour l'autisme ».
_TOTAL = re.compile(r"(?:(?:sous-?|s-|grand-)?(?:total|totaux)|(?:l-)?ensemble(?=$|-des(?:-|$)))(?:-|$)")
_EXAMPLE = fold(EXAMPLE)
_NO_COUNTS = ("label", "options", "readings", "tariffs")  # the last two are the whole group's
_COUNTS = attrgetter(*(name for name in Scenario.model_fields if name not in _NO_COUNTS))


class CountedTwice:
    """What is noticed of the rows that count, as they are read."""

    def __init__(self) -> None:
        self._repeated = NoticedRows(
            "{count} ligne en répète une autre et compte une fois de plus : {rows}.",
            "{count} lignes en répètent une autre et comptent une fois de plus : {rows}.",
        )
        self._totals = NoticedRows(
            "La ligne {rows} a l'air d'un total : elle est comptée comme une organisation. Retirez-la si c'en est un.",
            "{count} lignes ont l'air de totaux : {rows}. Elles sont comptées comme des organisations. "
            "Retirez celles qui en sont.",
        )
        example = (
            "L'exemple du modèle est encore à la ligne {rows}, et compte comme une organisation. "
            "Remplacez-le ou retirez-le."
        )
        self._examples = NoticedRows(example, example)
        self._unnamed = NoticedRows(
            "La ligne {rows} n'a pas de nom : elle est comptée comme une organisation. "
            "Retirez-la si c'est un titre ou un total.",
            "{count} lignes n'ont pas de nom : {rows}. Elles sont comptées comme des organisations. "
            "Retirez celles qui sont des titres ou des totaux.",
        )
        self._has_names = False
        self._seen: dict[int, int] = {}

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
                self._examples.add(row)
        else:
            self._unnamed.add(row)
        if _TOTAL.match(name or fold(next(filter(None, written), ""))):
            self._totals.add(row)
        if len(self._seen) < _MOST_REMEMBERED:
            asked = (_COUNTS(scenario), frozenset(scenario.options.items()))
            first = self._seen.setdefault(hash((name or written, asked)), row)
            if first != row:
                self._repeated.add(f"{row} (comme la {first})")

    def tell(self) -> Iterator[str]:
        """Say what must be known of these rows, which are all counted."""
        yield from self._repeated.tell()
        yield from self._totals.tell()
        yield from self._examples.tell()
        if self._has_names:
            yield from self._unnamed.tell()
