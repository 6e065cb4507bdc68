"""How many answers are computed at once, and where: the API never takes the pages' time."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from concurrent.futures import TimeoutError as TooLongError
from dataclasses import dataclass
from typing import TypeVar

from starlette.exceptions import HTTPException

from nes_model.spreadsheets.child_processes import ChildProcesses, TooManyError

Answer = TypeVar("Answer")
_RETRY = {"Retry-After": "2"}  # seconds
_PATIENCE = 0.5  # seconds before a refusal: whoever asks again at once would take the pages' time with refusals
_POLITENESS = 5  # how far the pages' process goes before this one, where the system knows of it


def _prepare() -> None:
    """Give way to the pages, and import what answers, once and for all."""
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    import server.api.answering  # noqa: F401


@dataclass
class Capacity(ChildProcesses):
    """The process apart that computes one answer after the other; whoever finds no place is asked to come back.

    Threads of the pages' process would share the interpreter with them: a click took five times as long while the API
    computed, and fifty people's clicks, more than a quarter of a minute.
    """

    prepare: Callable[[], None] = _prepare
    children: int = 1
    waiting: int = 8
    seconds: float = 20
    of_one: int = 6

    async def run(self, work: Callable[..., Answer], *words: object, address: str = "") -> Answer:
        """What the work, a function of a module, answers.

        Args:
            work: what computes the answer.
            words: what it takes.
            address: of whoever asks.

        Raises:
            HTTPException: 503, when as many as may wait are waiting already, when it takes too long, or when the
                process was killed before it took the work.
        """
        try:
            with self.submit(work, *words, sender=address) as computing:
                return await asyncio.wrap_future(computing)
        except TooManyError as error:
            await asyncio.sleep(_PATIENCE)
            raise HTTPException(503, headers=_RETRY) from error
        except (BrokenExecutor, TooLongError) as error:
            raise HTTPException(503, headers=_RETRY) from error


CAPACITY = Capacity()
