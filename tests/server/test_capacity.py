"""The API computes a few answers at once, lets a few wait, and asks the others to come back."""

import asyncio
import threading

import pytest
from starlette.exceptions import HTTPException

from server.api.capacity import Capacity


def test_whoever_comes_after_those_who_wait_is_asked_to_come_back():
    async def crowd() -> None:
        capacity, ready = Capacity(at_once=1, waiting=1), threading.Event()
        present = [asyncio.create_task(capacity.run(ready.wait, 10)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(HTTPException) as refused:
            await capacity.run(ready.wait, 10)
        assert refused.value.status_code == 503
        assert refused.value.headers == {"Retry-After": "2"}
        ready.set()
        assert await asyncio.gather(*present) == [True, True]
        assert await capacity.run(lambda: "served") == "served"

    asyncio.run(crowd())


def test_an_answer_that_fails_gives_its_turn_back():
    def fails() -> None:
        raise ZeroDivisionError

    async def again() -> None:
        capacity = Capacity(at_once=1, waiting=0)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                await capacity.run(fails)

    asyncio.run(again())
