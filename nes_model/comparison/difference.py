"""The difference of any two quotes, split as finance splits it, into parts that add up to it to the cent.

Line by line. What only one side has weighs all that it costs there. What both have costs a price times a volume (times
a duration), and its difference is a price effect and a volume effect, Δ(p·q) = q̄·Δp + p̄·Δq: each change is made
under what the two sides have of the rest, and the mean is kept. Several changes of one factor (two readings of one
price, two counts of one line) are made one after the other, forwards and backwards. The way back has the same parts
with the opposite sign, and no change is favoured for coming first.

Amounts are whole cents: each part of a line is rounded, and the last one takes what is left. Parts are never netted:
one for each change on each line. A range is compared end by end, as everywhere: the lows' difference, then the highs'.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product

from nes_model.catalogue.offer import Offer
from nes_model.comparison.case import Case
from nes_model.comparison.changes import Cause, Change
from nes_model.comparison.choices import make_comparable
from nes_model.comparison.common_rows import CommonRow, RowKey, list_common_rows
from nes_model.comparison.passage import Passage
from nes_model.comparison.whole_cents import round_parts
from nes_model.money import Costed, Costs, total_costs
from nes_model.pricing.quote import Quote

SPLIT_RULE = (
    "Si un poste n'est que dans l'un des deux scénarios, tout son montant fait partie de l'écart. S'il est dans les "
    "deux, un nombre qui change est compté au prix moyen des deux scénarios, et un prix qui change, au nombre moyen. "
    "Le total de ces lignes est l'écart, au centime près. Dans l'autre sens, les montants sont les mêmes, de signe "
    "contraire."
)

LEFT_OUT = "hors prestations non chiffrées"  # of a difference in which something has no price

_NOTHING = Costs.zero()


@dataclass(frozen=True, slots=True)
class DifferencePart(Costed):
    """What one change does to one line, in signed euros, end by end."""

    changes: tuple[Change, ...]  # one, or several that only together give or take the line
    offer: Offer
    line: str
    costs: Costs
    loses_price: bool  # the line has no price on one side: this is not a saving nor a cost, but a silence

    @property
    def cause(self) -> Cause:
        """The kind of change; of several, the category's."""
        causes = [change.cause for change in self.changes]
        return Cause.CATEGORY if Cause.CATEGORY in causes else causes[0]

    @property
    def change(self) -> str:
        """What changed, in French."""
        return " ; ".join(change.label for change in self.changes)

    @property
    def label(self) -> str:
        """The change and the line that it moves."""
        about = [] if self.change.endswith(self.line) else [self.line]
        about += ["non chiffré d'un côté"] if self.loses_price else []
        return f"{self.change} ({', '.join(about)})" if about else self.change


@dataclass(frozen=True)
class Difference(Costed):
    """From one quote to another: the totals' difference, and the parts that add up to it to the cent."""

    before: Quote
    after: Quote
    parts: tuple[DifferencePart, ...]
    within_options: tuple[Change, ...]  # counted in what only one side takes: no part of their own
    without_price: tuple[Change, ...]  # options that the catalogue does not price: the difference leaves them out
    without_effect: tuple[Change, ...]  # they move no amount

    @cached_property
    def costs(self) -> Costs:
        """What the second costs more."""
        return self.after.costs - self.before.costs

    @property
    def caution(self) -> str:
        """What the difference leaves out, in a few French words; nothing when both have all their prices."""
        return LEFT_OUT if self.before.unpriced or self.after.unpriced else ""


def split_difference(before: Quote, after: Quote) -> Difference:
    """The difference between two quotes, in parts."""
    cases = [Case(each.scenario, each.checked.published) for each in (before, after)]
    passage = Passage(*make_comparable(*cases))
    parts = [part for row in list_common_rows([before, after]) for part in _parts(row, passage)]
    parts.sort(key=lambda part: passage.changes.index(part.changes[0]))
    told = [change for part in parts for change in part.changes]
    untold = [change for change in passage.changes if change not in told]
    within_options = tuple(change for change in untold if passage.is_moved_by(change))
    unpriced = [passage.kinds.options.get(each.offer.id) for quote in (before, after) for each in quote.unpriced]
    without_price = tuple(change for change in untold if change in unpriced and change not in within_options)
    return Difference(
        before,
        after,
        tuple(parts),
        within_options,
        without_price,
        without_effect=tuple(change for change in untold if change not in (*within_options, *without_price)),
    )


def _parts(row: CommonRow, passage: Passage) -> Iterator[DifferencePart]:
    """What each change moves on one line; what is nil is left out."""
    loses_price = any(cell.unpriced for cell in row.cells) and any(cell.lines for cell in row.cells)
    start, end = passage.price([]).get(row.key), passage.price(passage.changes).get(row.key)
    whole = (end or _NOTHING) - (start or _NOTHING)
    is_on_both = start is not None and end is not None
    effects = list(_effects(row.key, passage)) if is_on_both else [(_giving(row.key, passage), whole)]
    for (changes, _), costs in zip(effects, round_parts([each for _, each in effects], whole), strict=True):
        if costs:
            yield DifferencePart(changes, row.offer, row.label, costs, loses_price)


def _giving(key: RowKey, passage: Passage) -> tuple[Change, ...]:
    """Why only one side has that line: it takes the option, else one of its prices' changes, or all, give it."""
    if option := passage.kinds.options.get(key[0]):
        return (option,)
    is_first = key in passage.price([])
    for change in passage.kinds.prices:
        if key not in passage.price([change] if is_first else passage.list_others(change)):
            return (change,)
    return passage.kinds.prices


def _effects(key: RowKey, passage: Passage) -> Iterator[tuple[tuple[Change, ...], Costs]]:
    """The effects of prices at the mean volume, then those of volumes and of durations at the mean of the rest."""
    prices, volumes, durations = passage.kinds.prices, passage.kinds.volumes, passage.kinds.durations
    for factor, rests in (
        (_prices_apart(key, passage), [(), volumes + durations]),
        ([(each,) for each in volumes], [one + other for one, other in product(((), prices), ((), durations))]),
        ([(each,) for each in durations], [one + other for one, other in product(((), prices), ((), volumes))]),
    ):
        for index, step in enumerate(factor):
            orders = factor[:index], factor[index + 1 :]  # those made before it, forwards and backwards
            made = [[*rest, *chain(*order)] for rest in rests for order in orders]
            moved = [passage.price([*each, *step])[key] - passage.price(each)[key] for each in made]
            yield step, total_costs(moved) / len(moved)


def _prices_apart(key: RowKey, passage: Passage) -> list[tuple[Change, ...]]:
    """The changes of prices one by one, or all at once where some of them alone would take the line away."""
    prices = passage.kinds.prices
    between = chain.from_iterable((prices[:index], prices[index:]) for index in range(len(prices)))
    return [(each,) for each in prices] if all(key in passage.price(made) for made in between) else [prices]
