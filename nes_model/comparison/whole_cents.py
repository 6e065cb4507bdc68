"""The parts of a difference in whole cents, that add up to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nes_model.money import Costs, to_cents


def round_parts(effects: Sequence[Costs], whole: Costs) -> Iterator[Costs]:
    """The effects in whole cents: the last one that is not nil takes what the others leave of the whole."""
    if effects:
        columns = zip(*(each.ends for each in effects), strict=True)
        rounded = [_rounded(column, end) for column, end in zip(columns, whole.ends, strict=True)]
        yield from (Costs.of_ends(*ends) for ends in zip(*rounded, strict=True))


def _rounded(effects: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    found = [to_cents(each) for each in effects]
    last = max((index for index, each in enumerate(effects) if each), default=0)
    return [*found[:last], whole - sum(found[:last], Decimal(0)), *found[last + 1 :]]
