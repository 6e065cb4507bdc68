"""Whose run is next: a few at a time, and whoever has asked for less goes first.

Runs of a page share one processor's time: fifty at once each take fifty times as long, and someone who never stops
asking would be served as much as all the others. Here they wait for whoever has just clicked, and then take turns among
themselves for a small share of the time.
"""

import asyncio
import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count

AT_ONCE = 3
LEASE = 1.0  # seconds after which a run no longer holds the others up: it reads a file, or draws a document
_REMEMBERED = 30  # seconds over which what someone asked for is counted
_MOST_CLICKS = 30  # in that time: one a second is more than anyone looks at for long
_MOST_COUNTED = 200  # requests of one page: past them, it is heavy all the same
_MOST_OF_A_VISIT = 10  # in that time, of a page that then closes
_REST = 4  # how many times the length of a run those who ask for more wait before the next of theirs


@dataclass(eq=False, slots=True)
class Asker:
    """One open page: when it lately asked for a run."""

    asked: deque[float] = field(default_factory=deque)

    def ask(self, now: float) -> None:
        """Note a request, and forget the old ones."""
        self.asked.append(now)
        while self.asked[0] < now - _REMEMBERED:
            self.asked.popleft()

    @property
    def is_heavy(self) -> bool:
        """Whether it asks for more than someone who reads what is answered."""
        return len(self.asked) > _MOST_CLICKS


class Departures:
    """What those who left without waiting for their answers had asked for: whoever comes back at once still owes it."""

    def __init__(self) -> None:
        self._owed: dict[str, deque[float]] = {}

    def arrive(self, address: str, now: float) -> Asker:
        """A page that opens, from an address."""
        self._owed = {each: owed for each, owed in self._owed.items() if owed[-1] >= now - _REMEMBERED}
        return Asker(deque(self._owed.get(address, ()), maxlen=_MOST_COUNTED))

    def leave(self, address: str, asker: Asker) -> None:
        """A page that closes; someone who reads what is answered owes nothing."""
        if len(asker.asked) > _MOST_OF_A_VISIT:
            self._owed[address] = deque(asker.asked, maxlen=_MOST_COUNTED)


@dataclass(slots=True)
class _Run:
    started: float
    lease: asyncio.TimerHandle


class Turns:
    """Gives turns to run, of one event loop."""

    def __init__(self, at_once: int = AT_ONCE, lease: float = LEASE):
        self._at_once, self._lease = at_once, lease
        self._running: dict[Asker, _Run] = {}
        self._waiting: list[tuple[int, int, Asker, asyncio.Future[None]]] = []
        self._order = count()
        self.departures = Departures()
        self._heavy_from = 0.0  # when those who ask too much may have a turn again

    async def take(self, asker: Asker) -> None:
        """Wait for a turn; it is held until it is given back, or for the time of a lease."""
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[None] = loop.create_future()
        heapq.heappush(self._waiting, (len(asker.asked), next(self._order), asker, turn))
        self._start_next()
        await turn

    def give_back(self, asker: Asker) -> None:
        """The run is over, or its page has left: the next one may start."""
        run = self._running.pop(asker, None)
        if run is None:
            return
        run.lease.cancel()
        if asker.is_heavy:
            loop = asyncio.get_running_loop()
            rest = _REST * (loop.time() - run.started)
            self._heavy_from = loop.time() + rest
            loop.call_later(rest, self._start_next)
        self._start_next()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < self._at_once and self._may_start(self._waiting[0][2]):
            _, _, asker, turn = heapq.heappop(self._waiting)
            if not turn.done():  # else its page has left
                self._start(asker)
                turn.set_result(None)

    def _may_start(self, asker: Asker) -> bool:
        """Those who ask too much come last, one at a time."""
        if not asker.is_heavy:
            return True
        is_rested = asyncio.get_running_loop().time() >= self._heavy_from
        return is_rested and not any(each.is_heavy for each in self._running if each is not asker)

    def _start(self, asker: Asker) -> None:
        loop = asyncio.get_running_loop()
        if before := self._running.pop(asker, None):  # a click during its own run, which it replaces
            before.lease.cancel()
        self._running[asker] = _Run(loop.time(), loop.call_later(self._lease, self.give_back, asker))
