"""Run the chaos: `python -m tests.chaos [--seconds 600] [--seed N]`. The seed printed gives the same order again."""

import argparse
import random
import sys
import time
from pathlib import Path

from tests.browser.chromium import launch
from tests.chaos.people import Person, Stranger
from tests.chaos.site import Site, chaotic_site
from tests.chaos.troubles import TROUBLES, Troubles

PEOPLE = 4


def main() -> int:
    """Play, and say what was lost; 1 if anything was."""
    asked = _arguments()
    print(f"seed {asked.seed}, {asked.seconds} s, {PEOPLE} people", flush=True)
    chance = random.Random(asked.seed)  # noqa: S311 - an order to play, no secret
    with chaotic_site() as site, launch() as browser:
        people = [Person(f"EHPAD {number}", browser, site.address) for number in range(1, PEOPLE + 1)]
        troubles = Troubles(site, Stranger(browser, site.address), chance)
        played = _play(troubles, people, chance, asked.seconds)
        troubles.end()
        for person in people:
            person.reads_all_again()
        faults = [*site.faults, *(fault for person in people for fault in person.faults)]
        _report(site, people, played, faults)
        if faults and asked.keep:
            site.keep_logs(Path(asked.keep))
    return 1 if faults else 0


def _play(troubles: Troubles, people: list[Person], chance: random.Random, seconds: int) -> dict[str, int]:
    """One trouble after the other until the time is over, each while everybody changes something."""
    played = dict.fromkeys(TROUBLES, 0)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name = chance.choice(list(TROUBLES))
        print(f"{seconds - (end - time.monotonic()):5.0f} s  {name}", flush=True)
        played[name] += 1
        with troubles.during(name):
            for person in people:
                person.changes_to(chance.randint(1, 60))
    return played


def _report(site: Site, people: list[Person], played: dict[str, int], faults: list[str]) -> None:
    print("played: " + ", ".join(f"{name} {count}" for name, count in played.items()))
    waits = sorted(wait for person in people for wait in person.waits)
    half, most = waits[len(waits) // 2], waits[-1]
    again = sum(person.typed_again for person in people)
    print(f"{len(waits)} readings right; half within {half:.1f} s, the longest {most:.1f} s")
    print(f"{again} changes typed again, lost with the process that was to answer")
    print(f"{len(site.restarts)} restarts, the longest {max(site.restarts, default=0):.1f} s")
    print(f"{len(faults)} faults", *faults, sep="\n- ")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", help="a folder for the logs, if something is lost")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
