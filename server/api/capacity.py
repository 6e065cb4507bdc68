"""How many answers are computed at once: the API never takes the threads that the pages are served from."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException

Answer = TypeVar("Answer")
_RETRY = {"Retry-After": "2"}  # seconds


class Capacity:
    """So many at once, so many more that wait; whoever comes after them is asked to come back."""

    def __init__(self, at_once: int, waiting: int):
        self._limiter = CapacityLimiter(at_once)
        self._most = at_once + waiting
        self._present = 0

    async def run(self, work: Callable[..., Answer], *words: object) -> Answer:
        """What the work answers, from a thread of its own.

        Raises:
            HTTPException: 503, when as many as may wait are waiting already.
        """
        if self._present >= self._most:
            raise HTTPException(503, headers=_RETRY)
        self._present += 1
        try:
            return await to_thread.run_sync(work, *words, limiter=self._limiter)
        finally:
            self._present -= 1
