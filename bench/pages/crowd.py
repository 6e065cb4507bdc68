"""Many visitors at once: they open the link together, then each clicks every few seconds."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from time import perf_counter

from bench.pages.served import Served
from bench.pages.visit import Recording, Visitor, arrive

BETWEEN_CLICKS = (2.0, 5.0)  # seconds
CLICKS = 10  # of each visitor


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds that the visitors waited: each for the page, then at each click."""

    openings: tuple[float, ...]
    clicks: tuple[float, ...]


async def gather_people(addresses: Sequence[str], visit: Recording, people: int, clicks: int = CLICKS) -> Waits:
    """People shared out among the addresses, as a proxy with one cookie each would."""
    random.seed(people)
    answers = await asyncio.gather(
        *(_stays(addresses[number % len(addresses)], visit, number, clicks) for number in range(people))
    )
    return Waits(tuple(opening for opening, _ in answers), tuple(wait for _, waits in answers for wait in waits))


async def _stays(address: str, visit: Recording, number: int, clicks: int) -> tuple[float, list[float]]:
    start = perf_counter()
    async with arrive(address) as connection:
        visitor = Visitor(connection)
        await visitor.say(visit.opening)
        return perf_counter() - start, await click_as_people_do(visitor, visit, number, clicks)


async def click_as_people_do(visitor: Visitor, visit: Recording, number: int, clicks: int = CLICKS) -> list[float]:
    """The seconds of each click of a visitor who looks at what is answered, and begins at a place of their own."""
    waits = []
    for click in range(clicks):
        await asyncio.sleep(random.uniform(*BETWEEN_CLICKS))  # noqa: S311 - nothing secret
        waits.append(await visitor.say(visit.clicks[(number + click) % len(visit.clicks)]))
    return waits


def find_percentile(waits: Sequence[float], share: int) -> float:
    """The wait below which so many of a hundred are, by nearest rank."""
    ranked = sorted(waits)
    return ranked[min(len(ranked) - 1, round(share / 100 * len(ranked) + 0.499999) - 1)]


@dataclass(frozen=True, slots=True)
class Stay:
    """One visitor who never waits between clicks."""

    waits: list[float]  # seconds
    received: list[float]  # kB sent by the server for each click, before compression
    drawn: list[float]  # elements sent for each click
    processor: float  # seconds of the server's processor a click
    first_page: dict[str, int]  # what the page showed, by kind


async def stay_alone(page: Served, visit: Recording, clicks: int) -> Stay:
    """A visitor's clicks one after the other, and what they cost the server."""
    async with arrive(page.address) as connection:
        visitor = Visitor(connection)
        await visitor.say(visit.opening)
        first_page, before = dict(visitor.shown), page.processor
        waits, received, drawn = [], [], []
        for click in range(clicks):
            waits.append(await visitor.say(visit.clicks[click % len(visit.clicks)]))
            received.append(visitor.received / 1000)
            drawn.append(float(visitor.shown.total()))
        return Stay(waits, received, drawn, (page.processor - before) / clicks, first_page)


async def measure_pages(page: Served, visit: Recording, people: int) -> float:
    """Memory that each more open page takes, in MB, once clicked on; the first one, which warms up, is not counted."""
    async with AsyncExitStack() as open_pages:
        held = []
        for _ in range(people + 1):
            visitor = Visitor(await open_pages.enter_async_context(arrive(page.address)))
            await visitor.say(visit.opening)
            await visitor.say(visit.clicks[0])
            held.append(page.resident)
    return (held[-1] - held[0]) / people
