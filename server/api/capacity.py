"""How many answers are computed at once, and where: the API never takes the pages' time."""

import asyncio
import atexit
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLongError
from threading import Lock
from typing import TypeVar

from pebble import ProcessPool
from starlette.exceptions import HTTPException

Answer = TypeVar("Answer")
LONGEST = 20.0  # seconds of one answer
_RETRY = {"Retry-After": "2"}  # seconds
_PATIENCE = 0.5  # seconds before a refusal: whoever asks again at once would take the pages' time with refusals
_POLITENESS = 5  # how far the pages' process goes before this one, where the system knows of it


class Capacity:
    """A process apart that computes one answer after the other; so many may wait, the others are asked to come back.

    One address has only some of the places: whoever asks without end leaves some to the others.

    Threads of the pages' process would share the interpreter with them: a click took five times as long while the API
    computed, and fifty people's clicks, more than a quarter of a minute.
    """

    def __init__(self, waiting: int, longest: float = LONGEST, of_one: int | None = None):
        self._most, self._longest = 1 + waiting, longest
        self._most_of_one = of_one or self._most
        self._present: Counter[str] = Counter()
        self._lock = Lock()
        self._started: ProcessPool | None = None

    async def run(self, work: Callable[..., Answer], *words: object, address: str = "") -> Answer:
        """What the work, a function of a module, answers.

        Args:
            work: what computes the answer.
            words: what it takes.
            address: of whoever asks.

        Raises:
            HTTPException: 503, when as many as may wait are waiting already, or when it takes too long.
        """
        if self._present.total() >= self._most or self._present[address] >= self._most_of_one:
            await asyncio.sleep(_PATIENCE)
            raise HTTPException(503, headers=_RETRY)
        self._present[address] += 1
        try:
            with self._lock:
                computing = self._pool().schedule(work, args=words, timeout=self._longest)
            answer: Answer = await asyncio.wrap_future(computing)
        except TooLongError as error:
            raise HTTPException(503, headers=_RETRY) from error
        finally:
            self._present[address] -= 1
            self._present += Counter()  # forgets the addresses of which nothing is present
        return answer

    def start(self) -> None:
        """Start the process, so that the first answer does not wait for it."""
        with self._lock:
            self._pool().schedule(_breathe)

    def stop(self) -> None:
        """End the process, whatever it computes; another starts with the next request."""
        with self._lock:
            if self._started:
                self._started.stop()  # type: ignore[no-untyped-call]
                self._started.join()
            self._started = None

    def _pool(self) -> ProcessPool:
        if self._started is None:
            self._started = ProcessPool(
                max_workers=1, initializer=_give_way, context=multiprocessing.get_context("spawn")
            )
        return self._started


CAPACITY = Capacity(waiting=8, of_one=6)
atexit.register(CAPACITY.stop)


def _breathe() -> None:
    """Import what answers, once and for all."""
    import server.api.answering  # noqa: F401


def _give_way() -> None:
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
