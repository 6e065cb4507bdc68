"""The API computes in a process apart, lets a few wait, and asks the others to come back."""

import asyncio
import os
import signal
import time
from contextlib import suppress

import pytest
from starlette.exceptions import HTTPException

from server.api.capacity import Capacity


def work(seconds: float) -> int:
    """Where it was computed, after a while: stands for an answer that takes long."""
    time.sleep(seconds)
    return os.getpid()


def fail() -> None:
    raise ZeroDivisionError


@pytest.fixture
def capacity():
    made = Capacity(waiting=1, seconds=5)
    yield made
    made.stop()


def test_an_answer_is_computed_in_another_process(capacity):
    assert asyncio.run(capacity.run(work, 0)) != os.getpid()


def test_whoever_comes_after_those_who_wait_is_asked_to_come_back(capacity):
    async def crowd() -> None:
        present = [asyncio.create_task(capacity.run(work, 0.2)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(HTTPException) as refused:
            await capacity.run(work, 0)
        assert refused.value.status_code == 503
        assert refused.value.headers == {"Retry-After": "2"}
        assert len(await asyncio.gather(*present)) == 2
        assert await capacity.run(work, 0)

    asyncio.run(crowd())


def test_a_process_that_is_killed_while_it_waits_is_replaced(capacity):
    killed = asyncio.run(capacity.run(work, 0))
    os.kill(killed, signal.SIGKILL)
    with suppress(HTTPException):  # sent to the one that is no longer
        asyncio.run(capacity.run(work, 0))
    assert asyncio.run(capacity.run(work, 0)) not in (killed, os.getpid())


def test_one_address_leaves_places_to_the_others():
    capacity = Capacity(waiting=2, seconds=5, of_one=2)

    async def crowd() -> None:
        present = [asyncio.create_task(capacity.run(work, 0.2, address="192.0.2.1")) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(HTTPException):
            await capacity.run(work, 0, address="192.0.2.1")
        assert await capacity.run(work, 0, address="192.0.2.2")
        await asyncio.gather(*present)
        assert await capacity.run(work, 0, address="192.0.2.1")

    try:
        asyncio.run(crowd())
    finally:
        capacity.stop()


def test_whoever_is_refused_cannot_ask_again_at_once(capacity, monkeypatch):
    waited = []

    async def wait(seconds):
        waited.append(seconds)

    async def crowd() -> None:
        present = [asyncio.create_task(capacity.run(work, 0.2)) for _ in range(2)]
        await asyncio.sleep(0)
        monkeypatch.setattr("server.api.capacity.asyncio.sleep", wait)
        with pytest.raises(HTTPException):
            await capacity.run(work, 0)
        await asyncio.gather(*present)

    asyncio.run(crowd())
    assert len(waited) == 1
    assert waited[0] > 0


def test_an_answer_that_fails_gives_its_turn_back(capacity):
    async def again() -> None:
        for _ in range(4):
            with pytest.raises(ZeroDivisionError):
                await capacity.run(fail)

    asyncio.run(again())


def test_an_answer_that_never_comes_is_put_off_and_the_next_one_is_computed():
    impatient = Capacity(waiting=0, seconds=0.5)
    with pytest.raises(HTTPException) as refused:
        asyncio.run(impatient.run(work, 60))
    assert refused.value.status_code == 503
    assert asyncio.run(impatient.run(work, 0)) != os.getpid()
    impatient.stop()
