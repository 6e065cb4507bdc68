"""`python -m bench.attacks`: fifty people click while each attack runs; how long they wait, on one process."""

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager

from bench.attacks.loads import LOADS
from bench.pages import browser
from bench.pages.crowd import click_as_people_do, find_percentile
from bench.pages.served import SIMULATOR, serve
from bench.pages.visit import Recording, Visitor, arrive
from tests.browser.chromium import launch


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=50)
    asked.add_argument("--attacks", nargs="*", default=["nothing", *LOADS])
    wanted = asked.parse_args()
    print(f"load average {os.getloadavg()}, {os.cpu_count()} cores, {wanted.people} people, one process")
    for name in wanted.attacks:
        with serve(SIMULATOR[1]) as page:
            with launch() as chromium:
                _, visit = browser.time_clicks(chromium, page.address)
            waits = asyncio.run(_click_under(name, page.address, visit, wanted.people))
            half, most = (find_percentile(waits, share) for share in (50, 95))
            told = f"{half:6.3f} s median, {most:6.3f} s 95th, {max(waits):6.3f} s longest"
            print(f"  {name:12} {len(waits):5} clicks: {told}; {page.resident:.0f} MB at the end", flush=True)


async def _click_under(name: str, address: str, visit: Recording, people: int) -> list[float]:
    """The seconds that each click takes of people whose pages are open when the attack begins."""
    async with AsyncExitStack() as open_pages:
        visitors = [Visitor(await open_pages.enter_async_context(arrive(address))) for _ in range(people)]
        for each in visitors:
            await each.say(visit.opening)
        with _attacked(name, address):
            waits = await asyncio.gather(
                *(click_as_people_do(each, visit, number) for number, each in enumerate(visitors))
            )
    return [wait for some in waits for wait in some]


@contextmanager
def _attacked(name: str, address: str) -> Iterator[None]:
    if name == "nothing":
        yield
        return
    command = [sys.executable, "-m", "bench.attacks.loads", name, address]
    with subprocess.Popen(command) as attacker:  # noqa: S603 - our own command
        try:
            yield
        finally:
            attacker.terminate()


if __name__ == "__main__":
    main()
