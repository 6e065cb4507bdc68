"""Before the first visitor: what the pages need is made ready, and told apart from what comes and goes."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from starlette.concurrency import run_in_threadpool

from nes_model.spreadsheets.process_apart import READERS
from server.api.capacity import CAPACITY
from server.tariffs import watch_for_ever
from server.uploads import drop_for_ever


def build_lifespan(prepare: Callable[[], None]) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """A server's lifespan that starts with `prepare`.

    While garbage is collected, everyone waits. What has been made by then is there for good, and is most of what the
    collector would look at: frozen, it is not looked at again.
    """

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        READERS.start()
        CAPACITY.start()
        await run_in_threadpool(prepare)
        gc.collect()
        gc.freeze()
        tasks = [asyncio.create_task(drop_for_ever()), asyncio.create_task(watch_for_ever())]
        yield
        for task in tasks:
            task.cancel()
        await run_in_threadpool(READERS.stop)
        await run_in_threadpool(CAPACITY.stop)

    return lifespan
