"""The groups that visits have had read from files: what all of them fill of the memory is bounded.

Those last shown are kept. Another is read again from its file, which its visit still has, when it is next shown.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from sys import getsizeof
from threading import RLock
from weakref import ref

from nes_model.catalogue.edition import Edition
from nes_model.group.group import Group, price_group
from nes_model.group.organisations import read_organisations
from nes_model.group.terms import Terms
from nes_model.spreadsheets.process_apart import read_table_apart

MOST_BYTES = 300_000_000  # of all: three of the largest, thousands of the usual ones
_OF_AN_ORGANISATION = 2_000  # bytes, without its cells
Tell = Callable[[int, int], None]  # told now and then how many organisations are read, and about how many there are


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class GivenFile:
    """What was uploaded, kept for as long as its visit lasts."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Held:
    file: "ref[GivenFile]"
    edition: Edition
    group: Group
    weight: int  # bytes


class ReadGroups:
    """The group of each file, as it was last priced; nothing of a file whose visit is over."""

    def __init__(self, most: int = MOST_BYTES):
        self._most = most
        self._held: OrderedDict[int, _Held] = OrderedDict()
        self._lock = RLock()  # a visit may end, and its file be forgotten, at any line of this

    def find(self, file: GivenFile, edition: Edition, terms: Terms) -> Group | None:
        """The group of a file under these terms, if it is held."""
        with self._lock:
            held = self._held.get(id(file))
            if held is None or held.file() is not file or held.edition is not edition or held.group.terms != terms:
                return None
            self._held.move_to_end(id(file))
            return held.group

    def price(self, file: GivenFile, edition: Edition, terms: Terms, tell: Tell = lambda *_: None) -> Group:
        """The group of a file under these terms, read if it must be.

        Raises:
            InvalidInputError: the file as a whole cannot be used.
        """
        if known := self.find(file, edition, terms):
            return known
        organisations = read_organisations(file.content, edition, terms, read_table_apart)
        group = price_group(organisations, edition, lambda count: tell(count, organisations.expected))
        self._keep(file, _Held(ref(file, self._forgetting(id(file))), edition, group, weigh(group)))
        return group

    def _keep(self, file: GivenFile, held: _Held) -> None:
        with self._lock:
            self._held.pop(id(file), None)
            self._held[id(file)] = held
            while len(self._held) > 1 and sum(each.weight for each in list(self._held.values())) > self._most:
                self._held.popitem(last=False)

    def _forgetting(self, place: int) -> Callable[["ref[GivenFile]"], None]:
        def forget(gone: "ref[GivenFile]") -> None:
            with self._lock:
                held = self._held.get(place)
                if held is not None and held.file is gone:  # and not that of a file that has taken its place
                    del self._held[place]

        return forget


def weigh(group: Group) -> int:
    """About how many bytes of the memory a group fills."""
    cells = sum(getsizeof(each.cells) + sum(map(getsizeof, each.cells)) for each in group.organisations)
    return cells + _OF_AN_ORGANISATION * len(group.organisations)


READ = ReadGroups()
