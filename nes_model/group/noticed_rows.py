"""The rows of a table of which something is to be said: how many they are, and which come first."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nes_model.spreadsheets.table import MOST_NAMED, list_first


@dataclass(slots=True)
class NoticedRows:
    """Rows of one kind: a batch may have millions of them.

    Attributes:
        one: the French sentence about a single one; `{count}` and `{rows}` stand for how many and which.
        several: the one about more.
    """

    one: str
    several: str
    _count: int = field(default=0, init=False)
    _first: list[str] = field(default_factory=list, init=False)

    def add(self, row: object) -> None:
        """Count one more, by its number and what else tells it."""
        self._count += 1
        if self._count <= MOST_NAMED:
            self._first.append(str(row))

    def tell(self) -> Iterator[str]:
        """Say which they are, if there are any."""
        if self._count:
            sentence = self.one if self._count == 1 else self.several
            yield sentence.format(count=self._count, rows=list_first(self._first, count=self._count))
