"""The cumulative costs of several quotes, and the years where the order of two of them turns over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from nes_model.money import Amount
from nes_model.pricing.projection import Year, project
from nes_model.pricing.quote import Quote

_LOW, _HIGH = "au bas des fourchettes", "au haut des fourchettes"


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where one curve passes another."""

    dearer: int  # the index, among the quotes, of the one that becomes the dearer
    cheaper: int
    year: int  # the first year in which it is so
    end: str = ""  # which end of the ranges it is true of, in French; empty: both


def find_longest_horizon(quotes: Sequence[Quote]) -> int:
    """Over how many years quotes that are compared are shown: each as far as the one that looks the furthest."""
    return max((quote.scenario.horizon for quote in quotes), default=1)


def project_together(quotes: Sequence[Quote]) -> list[tuple[Year, ...]]:
    """Every quote year by year, over the longest horizon among them."""
    longest = find_longest_horizon(quotes)
    return [project(quote, longest) for quote in quotes]


def find_crossings(years: Sequence[Sequence[Year]]) -> tuple[Crossing, ...]:
    """Every crossing of every two curves, the earliest first.

    Where ranges make the two ends turn over in different years, each end is told apart.
    """
    found: list[Crossing] = []
    for one, other in combinations(range(len(years)), 2):
        low = set(_turns(one, other, years, lambda amount: amount.low))
        high = set(_turns(one, other, years, lambda amount: amount.high))
        found += [Crossing(*turn) for turn in low & high]
        found += [Crossing(*turn, _LOW) for turn in low - high]
        found += [Crossing(*turn, _HIGH) for turn in high - low]
    return tuple(sorted(found, key=lambda each: (each.year, each.dearer, each.cheaper, each.end)))


def describe_crossing(crossing: Crossing, names: Sequence[str]) -> str:
    """A crossing in a French sentence."""
    dearer, cheaper = names[crossing.dearer], names[crossing.cheaper]
    where = f", {crossing.end}" if crossing.end else ""
    return (
        f"« {dearer} » coûte en tout plus cher que « {cheaper} » à partir de l'année {crossing.year}{where} ; "
        "avant, c'est l'inverse."
    )


def _turns(
    one: int, other: int, years: Sequence[Sequence[Year]], end: Callable[[Amount], Decimal]
) -> Iterator[tuple[int, int, int]]:
    """The dearer, the cheaper and the year, each time the order is no longer that of the last years that differed."""
    dearer_before = None
    for first, second in zip(years[one], years[other], strict=True):
        gap = end(first.cumulative) - end(second.cumulative)
        if not gap:
            continue
        dearer, cheaper = (one, other) if gap > 0 else (other, one)
        if dearer_before not in (None, dearer):
            yield dearer, cheaper, first.number
        dearer_before = dearer
