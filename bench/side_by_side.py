"""The same prices by nes_model, OpenFisca and Publicodes in one run: seconds, ratios, results wrong by a cent.

Rounds go A B C A B C, so that what else the machine does falls on all of them alike.
"""

import argparse
import os
import statistics
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import numpy as np

from bench import ours
from bench.openfisca_nes import quotes as openfisca
from bench.openfisca_nes.system import build_system, index_as_documented, index_from_a_table
from bench.organisations import Column, Organisations, make_organisations
from bench.publicodes import Publicodes, write_situation
from nes_model.editions.loading import load_edition
from nes_model.scenario.scenario import Scenario

Times = dict[str, list[float]]


def main() -> None:
    """Measure and print."""
    asked_for = argparse.ArgumentParser(description=__doc__)
    asked_for.add_argument("--rows", type=int, default=1_000_000, help="organisations in the batch")
    asked_for.add_argument("--quotes", type=int, default=1_000, help="single quotes of a round")
    asked_for.add_argument("--rounds", type=int, default=7)
    wanted = asked_for.parse_args()
    asked = make_organisations(wanted.rows)
    print(f"load average {os.getloadavg()}, {os.cpu_count()} cores")
    compare_single(asked.take_first(wanted.quotes), wanted.rounds)
    compare_batch(asked, wanted.rounds)
    print(f"load average {os.getloadavg()}")


def compare_single(asked: Organisations, rounds: int) -> None:
    """One quote at a time: each engine's median, and its results beside `price`."""
    edition, rows = load_edition(), range(len(asked))
    words = [asked.write_words(row) for row in rows]
    scenarios = [Scenario.model_validate(each) for each in words]
    alone = [asked.take_one(row) for row in rows]
    situations = [write_situation(asked, row) for row in rows]
    documented, table = build_system(index_as_documented), build_system(index_from_a_table)
    with Publicodes() as publicodes:
        engines: dict[str, Callable[[], list[float]]] = {
            "nes_model, from words": lambda: list(_timed(ours.price_words, words, edition)),
            "nes_model, from a scenario": lambda: list(_timed(ours.price_scenario, scenarios, edition)),
            "OpenFisca, as documented": lambda: list(_timed(openfisca.price_batch, alone, documented)),
            "OpenFisca, prices from a table": lambda: list(_timed(openfisca.price_batch, alone, table)),
            "Publicodes": lambda: [each[-1] for each in publicodes.price(situations)],
        }
        _tell("single quote", _rounds(engines, rounds), scale=1e6, unit="µs")
        others = {
            "OpenFisca": [[float(each[0]) for each in openfisca.price_batch(one, table)] for one in alone],
            "Publicodes": [each[:3] for each in publicodes.price(situations)],
        }
    expected = np.array([ours.price_scenario(scenario, edition) for scenario in scenarios])
    for name, results in others.items():
        _tell_wrong(name, np.array(results), expected)


def compare_batch(asked: Organisations, rounds: int) -> None:
    """All of them at once, arrays in, arrays out; a sample of the rows beside `price`."""
    edition, documented, table = load_edition(), build_system(index_as_documented), build_system(index_from_a_table)
    engines: dict[str, Callable[[], list[float]]] = {
        "nes_model": lambda: list(_timed(ours.price_batch, [asked], edition)),
        "OpenFisca, as documented": lambda: list(_timed(openfisca.price_batch, [asked], documented)),
        "OpenFisca, prices from a table": lambda: list(_timed(openfisca.price_batch, [asked], table)),
    }
    _tell(f"batch of {len(asked)}", _rounds(engines, rounds), scale=1, unit="s")
    batch_cents = np.array(ours.price_batch(asked, edition)).T
    sample = range(0, len(asked), max(1, len(asked) // 20_000))
    expected = np.array([ours.price_words(asked.write_words(row), edition) for row in sample])
    print(f"nes_model's batch beside price(): {_wrong(batch_cents[sample] / 100, expected)} wrong of {len(expected)}")
    _tell_wrong("OpenFisca, beside nes_model's batch", np.array(openfisca.price_batch(asked, table)).T, batch_cents)


def _timed(compute: Callable[[Any, Any], object], asked: list[Any], given: object) -> Iterator[float]:
    for each in asked:
        start = perf_counter()
        compute(each, given)
        yield perf_counter() - start


def _rounds(engines: dict[str, Callable[[], list[float]]], rounds: int) -> Times:
    """The median of each round, the first one being warm-up."""
    medians: Times = {name: [] for name in engines}
    for turn in range(rounds + 1):
        for name, run in engines.items():
            median = statistics.median(run())
            if turn:
                medians[name].append(median)
    return medians


def _tell(what: str, times: Times, scale: float, unit: str) -> None:
    print(f"\n{what}: median of {len(next(iter(times.values())))} rounds [fastest, slowest], times ours")
    ours_median = statistics.median(next(iter(times.values())))
    for name, seconds in times.items():
        median = statistics.median(seconds)
        spread = f"[{min(seconds) * scale:.4g}, {max(seconds) * scale:.4g}]"
        print(f"  {name:32} {median * scale:8.4g} {unit} {spread:20} ×{median / ours_median:.2f}")


def _tell_wrong(name: str, euros: Column, cents: Column) -> None:
    worst = np.abs(euros * 100 - cents).max()
    print(f"  {name}: {_wrong(euros, cents)} rows wrong by a cent or more of {len(cents)}, at worst {worst:.0f} cents")


def _wrong(euros: Column, cents: Column) -> int:
    """Rows of which a result, rounded to the cent, is not the expected one."""
    return int((np.rint(euros.astype(np.float64) * 100) != cents).any(axis=1).sum())


if __name__ == "__main__":
    main()
