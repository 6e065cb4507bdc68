"""`python -m bench.pages`: the simulator and the bare page, in turns, in one run; seconds and ratios."""

import argparse
import asyncio
import os
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack

from bench.pages import browser, crowd
from bench.pages.served import FLOOR, PAGES, SIMULATOR, Served, serve
from bench.pages.visit import Recording
from tests.browser.chromium import launch

PARTS = ["memory", "start", "crowd"]
Measures = dict[str, list[float]]
# What each page shows when it opens, said beside the figures: the floor stays as it is, whatever the simulator shows.
COUNTED = {
    "widgets": {
        "checkbox", "radio", "number_input", "text_input", "selectbox", "button", "download_button", "button_group",
    },
    "charts": {"vega_lite_chart"},
    "tables": {"table"},
    "figures": {"metric"},
}  # fmt: skip


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--people", type=int, nargs="*", default=[1, 10, 25, 50])
    asked.add_argument(
        "--parts", nargs="*", default=PARTS, choices=PARTS, help="after one visitor alone, always measured"
    )
    wanted = asked.parse_args()
    print(f"load average {os.getloadavg()}, {os.cpu_count()} cores")
    with ExitStack() as stack:
        running = {name: stack.enter_context(serve(command)) for name, command in PAGES}
        visits = measure_alone(running, wanted.rounds)
        if "memory" in wanted.parts:
            measure_memory(running, visits)
    if "start" in wanted.parts:
        measure_start(visits, wanted.rounds)
    if "crowd" in wanted.parts:
        for people in wanted.people:
            measure_together(people, visits)
    print(f"load average {os.getloadavg()}")


def measure_alone(running: dict[str, Served], rounds: int) -> dict[str, Recording]:
    """One visitor: with a browser, then the script alone. What the browser said serves for all that follows."""
    loads, clicks, visits = _browse(running, rounds)
    stays: dict[str, list[crowd.Stay]] = {name: [] for name in running}
    for _ in range(rounds):
        for name, page in running.items():
            stays[name].append(asyncio.run(crowd.stay_alone(page, visits[name], 40)))
    for name, (first, *_) in stays.items():
        print(f"{name} shows {_counted(first.first_page)}")
    _tell("script, one visitor, from the click to its last message", _join(stays, lambda stay: stay.waits))
    _tell("processor of the server, a click", _join(stays, lambda stay: [stay.processor]))
    _tell("sent by the server, a click", _join(stays, lambda stay: stay.received), "kB", 1)
    _tell("elements sent, a click", _join(stays, lambda stay: stay.drawn), "", 1)
    _tell("click to figures on the screen, one visitor", clicks)
    _tell("empty browser to the first figure on the screen", loads)
    return visits


def _browse(running: dict[str, Served], rounds: int) -> tuple[Measures, Measures, dict[str, Recording]]:
    """Of each page, in turns: the seconds of each opening, those of each click, and what the browser said."""
    loads: Measures = {name: [] for name in running}
    clicks: Measures = {name: [] for name in running}
    visits: dict[str, Recording] = {}
    with launch() as chromium:
        for turn in range(rounds + 1):
            for name, page in running.items():
                load = browser.time_load(chromium, page.address)
                waits, visits[name] = browser.time_clicks(chromium, page.address)
                if turn:  # the first round warms up
                    loads[name].append(load)
                    clicks[name] += waits
    return loads, clicks, visits


def _join(stays: dict[str, list[crowd.Stay]], measure: Callable[[crowd.Stay], list[float]]) -> Measures:
    return {name: [each for stay in some for each in measure(stay)] for name, some in stays.items()}


def measure_start(visits: dict[str, Recording], rounds: int) -> None:
    """From nothing to a process that answers, then to its first page."""
    answers: Measures = {name: [] for name in visits}
    pages: Measures = {name: [] for name in visits}
    for _ in range(rounds):
        for name, command in PAGES:
            with serve(command) as page:
                opening = asyncio.run(crowd.gather_people([page.address], visits[name], 1, clicks=0)).openings[0]
                answers[name].append(page.seconds_to_start)
                pages[name].append(page.seconds_to_start + opening)
    _tell("start to a process that answers", answers)
    _tell("start to the whole of a first page", pages)


def measure_memory(running: dict[str, Served], visits: dict[str, Recording]) -> None:
    """What each process and each open page hold."""
    for name, page in running.items():
        held = page.resident
        each = asyncio.run(crowd.measure_pages(page, visits[name], 50))
        print(f"{name}: {held:.0f} MB before; 50 more pages open take {each:.2f} MB each")


def measure_together(people: int, visits: dict[str, Recording]) -> None:
    """A room that opens the link at once, then clicks: one process, and two as behind nginx. One person came before."""
    for processes in (1, 2):
        openings: Measures = {}
        clicks: Measures = {}
        for name, command in (SIMULATOR, FLOOR):
            with ExitStack() as stack:
                addresses = [stack.enter_context(serve(command)).address for _ in range(processes)]
                asyncio.run(crowd.gather_people(addresses, visits[name], processes, clicks=1))
                waits = asyncio.run(crowd.gather_people(addresses, visits[name], people))
            openings[name], clicks[name] = list(waits.openings), list(waits.clicks)
        what = f"{people} people, {processes} process{'es' * (processes > 1)}"
        _tell(f"{what}: a click", clicks)
        _tell(f"{what}: the page, opened by all at once", openings)


def _counted(shown: dict[str, int]) -> str:
    counts: Counter[str] = Counter()
    for what, kinds in COUNTED.items():
        counts[what] = sum(count for kind, count in shown.items() if kind in kinds)
    return ", ".join(f"{count} {what}" for what, count in counts.items())


def _tell(what: str, measures: Measures, unit: str = "ms", scale: int = 1000) -> None:
    print(f"\n{what}")
    floor = [crowd.find_percentile(measures[FLOOR[0]], share) for share in (50, 95)]
    for name, measured in measures.items():
        half, most = (crowd.find_percentile(measured, share) for share in (50, 95))
        told = f"median {half * scale:7.1f} {unit} (×{half / floor[0]:.2f}), "
        told += f"95 % under {most * scale:7.1f} {unit} (×{most / floor[1]:.2f}), "
        print(f"  {name:10} {told}worst {max(measured) * scale:7.1f} {unit}, {len(measured)} measures", flush=True)


if __name__ == "__main__":
    main()
