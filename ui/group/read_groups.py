"""The groups that visits have had read from files: what all of them fill of the memory is bounded.

Those last shown are kept. Another is read again from its file, which its visit still has, when it is next shown.
Large ones are priced and written one at a time: a few at once would take all the time of those who click.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from sys import getsizeof
from threading import BoundedSemaphore, Lock
from weakref import WeakKeyDictionary

from nes_model.catalogue.edition import Edition
from nes_model.group.group import Group, price_group
from nes_model.group.organisations import read_organisations
from nes_model.group.terms import Terms
from nes_model.spreadsheets.process_apart import READERS
from nes_model.spreadsheets.table import refuse

MOST_BYTES = 300_000_000  # of all: three of the largest, thousands of the usual ones
_LARGE_FILE, _MANY = 200_000, 2_000  # bytes, rows: past either, pricing takes longer than a click
_HEAVY = 4_000_000  # bytes of a group: past them, writing its files does
_MOST_WRITERS = 4  # of groups that are large or to be read again, those who wait included: others have threads left
_OF_AN_ORGANISATION = 2_000  # bytes, without its cells
_TOO_MANY = "trop de grands tableaux sont écrits à la fois. Recommencez dans un instant."
Tell = Callable[[int, int], None]  # told now and then how many organisations are read, and about how many there are


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class GivenFile:
    """What was uploaded, kept for as long as its visit lasts."""

    name: str
    content: bytes
    sender: str = ""  # the address that it came from, if that is known


@dataclass(frozen=True, slots=True)
class _Held:
    edition: Edition
    group: Group
    weight: int  # bytes


class ReadGroups:
    """The group of each file, as it was last priced; nothing of a file whose visit is over."""

    def __init__(self, most: int = MOST_BYTES):
        self._most = most
        self._held: WeakKeyDictionary[GivenFile, _Held] = WeakKeyDictionary()  # the last shown at its end
        self._large, self._writers = Lock(), BoundedSemaphore(_MOST_WRITERS)
        self._lock = Lock()

    def find(self, file: GivenFile, edition: Edition, terms: Terms) -> Group | None:
        """The group of a file under these terms, if it is held."""
        with self._lock:
            held = self._held.get(file)
            if held is None or held.edition is not edition or held.group.terms != terms:
                return None
            self._put_last(file, held)
            return held.group

    def price(self, file: GivenFile, edition: Edition, terms: Terms, tell: Tell = lambda *_: None) -> Group:
        """The group of a file under these terms, read if it must be.

        Raises:
            InvalidInputError: the file as a whole cannot be used.
        """
        if known := self.find(file, edition, terms):
            return known
        organisations = read_organisations(file.content, edition, terms, partial(READERS.read, sender=file.sender))
        is_large = organisations.expected > _MANY or len(file.content) > _LARGE_FILE
        with self._large if is_large else nullcontext():
            group = price_group(organisations, edition, lambda count: tell(count, organisations.expected))
        self._keep(file, _Held(edition, group, weigh(group)))
        return group

    def write(self, file: GivenFile, edition: Edition, terms: Terms, make: Callable[[Group], bytes]) -> bytes:
        """What is made of the group of a file.

        Raises:
            InvalidInputError: the file can no longer be used, or too many large ones are being written.
        """
        known = self.find(file, edition, terms)
        if known is not None and weigh(known) <= _HEAVY:
            return make(known)
        if not self._writers.acquire(blocking=False):
            raise refuse(_TOO_MANY)
        try:
            group = known or self.price(file, edition, terms)
            with self._large:
                return make(group)
        finally:
            self._writers.release()

    def _keep(self, file: GivenFile, held: _Held) -> None:
        with self._lock:
            self._put_last(file, held)
            while len(self._held) > 1 and sum(each.weight for each in self._held.values()) > self._most:
                del self._held[next(self._held.keys())]

    def _put_last(self, file: GivenFile, held: _Held) -> None:
        self._held.pop(file, None)
        self._held[file] = held


def weigh(group: Group) -> int:
    """About how many bytes of the memory a group fills."""
    cells = sum(getsizeof(each.cells) + sum(map(getsizeof, each.cells)) for each in group.organisations)
    return cells + _OF_AN_ORGANISATION * len(group.organisations)


READ = ReadGroups()
