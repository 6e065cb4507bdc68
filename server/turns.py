"""Whose run is next: a few at a time; whoever waits for the answers goes first, then whoever has asked for less.

Runs of a page share one processor's time: fifty at once each take fifty times as long, and someone who never stops
asking would be served as much as all the others. Here they wait for whoever has just clicked, and then take turns among
themselves for a small share of the time.
"""

import asyncio
import heapq
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

AT_ONCE = 3
LEASE = 1.0  # seconds after which a run no longer holds the others up: it reads a file, or draws a document
_REMEMBERED = 30  # seconds over which what someone asked for is counted
_MOST_CLICKS = 30  # in that time: one a second is more than anyone looks at for long
_MOST_HASTY = 5  # in that time, while the answer to one before was on its way
_MOST_COUNTED = 200  # requests of one page: past them, it is heavy all the same
_MOST_OF_A_VISIT = 10  # in that time, of a page that closes while it is being answered
_MOST_VISITS = 200  # that owe something, of one address
_REST = 4  # how many times the length of a run those who ask for more wait before the next, for the sake of others
_RECENT = 10  # seconds after which someone who reads is no longer likely to click


@dataclass(eq=False, slots=True)
class Asker:
    """One open page: when it lately asked for something, and when it did not wait for the run asked for before."""

    asked: deque[float] = field(default_factory=lambda: deque(maxlen=_MOST_COUNTED))
    hasty: deque[float] = field(default_factory=lambda: deque(maxlen=_MOST_COUNTED))
    awaits_answer: bool = False

    def ask(self, now: float, *, starts_run: bool = True) -> None:
        """Note a request, and forget the old ones."""
        self.asked.append(now)
        if starts_run and self.awaits_answer:
            self.hasty.append(now)
        self.awaits_answer |= starts_run
        for noted in (self.asked, self.hasty):
            while noted and noted[0] < now - _REMEMBERED:
                noted.popleft()

    @property
    def is_heavy(self) -> bool:
        """Whether it asks for more than someone who reads what is answered."""
        return len(self.asked) > _MOST_CLICKS or len(self.hasty) > _MOST_HASTY

    @property
    def rank(self) -> tuple[bool, int, int]:
        """The lower, the sooner its turn: those who wait for their answers first, then those who ask for less."""
        return self.is_heavy, len(self.hasty), len(self.asked)

    def reads(self, now: float) -> bool:
        """Whether it is someone who looks at what is answered, and may soon ask again."""
        return not self.is_heavy and bool(self.asked) and self.asked[-1] > now - _RECENT


class Departures:
    """What those who left without waiting for their answers had asked for.

    Whoever comes back at once from the same address still owes it: one arrival for one departure, since a whole
    hospital may share an address.
    """

    def __init__(self) -> None:
        self._owed: dict[str, deque[Asker]] = {}

    def arrive(self, address: str, now: float) -> Asker:
        """A page that opens, from an address."""
        self._forget(now)
        owed = self._owed.get(address)
        if not owed:
            return Asker()
        before = owed.popleft()
        return Asker(before.asked, before.hasty)

    def leave(self, address: str, asker: Asker) -> None:
        """A page that closes; someone who reads what is answered owes nothing."""
        if asker.awaits_answer and len(asker.asked) > _MOST_OF_A_VISIT:
            self._owed.setdefault(address, deque(maxlen=_MOST_VISITS)).append(asker)

    def _forget(self, now: float) -> None:
        for address, owed in list(self._owed.items()):
            while owed and owed[0].asked[-1] < now - _REMEMBERED:
                owed.popleft()
            if not owed:
                del self._owed[address]


@dataclass(slots=True)
class _Run:
    started: float
    lease: asyncio.TimerHandle


class Turns:
    """Gives turns to run, of one event loop."""

    def __init__(self, at_once: int = AT_ONCE, lease: float = LEASE, clock: Callable[[], float] = time.monotonic):
        self._at_once, self._lease, self._clock = at_once, lease, clock
        self._running: dict[Asker, _Run] = {}
        self._waiting: list[tuple[tuple[bool, int, int], int, Asker, asyncio.Future[None]]] = []
        self._order = count()
        self._present: set[Asker] = set()
        self._rests = False  # whether those who ask too much wait, for the sake of others

    async def take(self, asker: Asker) -> None:
        """Wait for a turn; it is held until it is given back, or for the time of a lease."""
        self._present.add(asker)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (asker.rank, next(self._order), asker, turn))
        self._start_next()
        await turn

    def give_back(self, asker: Asker) -> None:
        """The run is over, or its page has left: the next one may start."""
        run = self._running.pop(asker, None)
        if run is None:
            return
        run.lease.cancel()
        now = self._clock()
        if asker.is_heavy and any(other.reads(now) for other in self._present if other is not asker):
            self._rests = True
            asyncio.get_running_loop().call_later(_REST * (now - run.started), self._end_rest)
        self._start_next()

    def leave(self, asker: Asker) -> None:
        """Its page has closed: it asks for nothing more."""
        self._present.discard(asker)
        self.give_back(asker)

    def _end_rest(self) -> None:
        self._rests = False
        self._start_next()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < self._at_once and self._may_start(self._waiting[0][2]):
            _, _, asker, turn = heapq.heappop(self._waiting)
            if not turn.done():  # else its page has left
                self._start(asker)
                turn.set_result(None)

    def _may_start(self, asker: Asker) -> bool:
        """Those who ask too much come last, one at a time."""
        return not asker.is_heavy or not (self._rests or any(each.is_heavy for each in self._running))

    def _start(self, asker: Asker) -> None:
        if before := self._running.pop(asker, None):  # a click during its own run, which it replaces
            before.lease.cancel()
        lease = asyncio.get_running_loop().call_later(self._lease, self.give_back, asker)
        self._running[asker] = _Run(self._clock(), lease)
