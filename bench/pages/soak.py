"""`python -m bench.pages.soak`: an hour of a full meeting's clicks, as fast as they go; memory and time meanwhile."""

import argparse
import asyncio
import statistics

from bench.pages import browser
from bench.pages.crowd import BETWEEN_CLICKS
from bench.pages.served import SIMULATOR, Served, serve
from bench.pages.visit import Recording, Visitor, arrive
from tests.browser.chromium import launch

PEOPLE = 10  # visitors at a time
HOUR_OF_CLICKS = 50 * 3600 / statistics.mean(BETWEEN_CLICKS)  # of fifty people
REPORTS = 20
CLICKS_OF_A_VISIT = 40  # after which the visitor leaves, and another one comes


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--clicks", type=int, default=round(HOUR_OF_CLICKS))
    wanted = asked.parse_args()
    with serve(SIMULATOR[1]) as page:
        with launch() as chromium:
            _, visit = browser.time_clicks(chromium, page.address)
        print(f"{wanted.clicks} clicks, {PEOPLE} visitors at a time")
        print(f"  at the start        {page.resident:7.0f} MB", flush=True)
        asyncio.run(_soak(page, visit, wanted.clicks))


async def _soak(page: Served, visit: Recording, clicks: int) -> None:
    done = 0
    for _ in range(REPORTS):
        each = max(1, clicks // REPORTS // PEOPLE)
        waits = await asyncio.gather(*(_visits(page.address, visit, each) for _ in range(PEOPLE)))
        done += each * PEOPLE
        median = statistics.median(wait for some in waits for wait in some)
        print(f"  {done:7} clicks     {page.resident:7.0f} MB  median wait {median * 1000:5.0f} ms", flush=True)


async def _visits(address: str, visit: Recording, clicks: int) -> list[float]:
    """One visitor after another, until that many clicks were made."""
    waits: list[float] = []
    while len(waits) < clicks:
        async with arrive(address) as connection:
            visitor = Visitor(connection)
            await visitor.say(visit.opening)
            ahead = range(min(CLICKS_OF_A_VISIT, clicks - len(waits)))
            waits += [await visitor.say(visit.clicks[click % len(visit.clicks)]) for click in ahead]
    return waits


if __name__ == "__main__":
    main()
