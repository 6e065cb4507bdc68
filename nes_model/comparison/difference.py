"""The difference of any two quotes, split as finance splits it, into parts that add up to it to the cent.

Line by line. What only one side has weighs all that it costs there. What both have costs a price times a volume (times
a duration), and its difference is a price effect and a volume effect, Δ(p·q) = q̄·Δp + p̄·Δq: each change is made
under what the two sides have of the rest, and the mean is kept. Several changes of one factor (two readings of one
price, two counts of one line) are made one after the other, forwards and backwards. The way back has the same parts
with the opposite sign, and no change is favoured for coming first.

Amounts are whole cents: each part of a line is rounded, and the last one takes what is left. Parts are never netted:
one for each change on each line. A range is compared end by end, as everywhere: the lows' difference, then the highs'.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, product

from nes_model.catalogue.offer import Offer
from nes_model.comparison.case import Case
from nes_model.comparison.changes import Cause, Change, Changes, comparable, list_changes
from nes_model.comparison.common_rows import Row, RowKey, rows
from nes_model.comparison.whole_cents import round_parts
from nes_model.money import Costed, Costs, total_costs
from nes_model.pricing.doubt_effects import drop_unavailable
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price_checked

SPLIT_RULE = (
    "Si un poste n'est que dans l'un des deux scénarios, tout son montant fait partie de l'écart. S'il est dans les "
    "deux, un nombre qui change est compté au prix moyen des deux scénarios, et un prix qui change, au nombre moyen. "
    "Le total de ces lignes est l'écart, au centime près. Dans l'autre sens, les montants sont les mêmes, de signe "
    "contraire."
)

LEFT_OUT = "hors prestations non chiffrées"  # of a difference in which something has no price

_NOTHING = Costs.zero()


@dataclass(frozen=True, slots=True)
class Part(Costed):
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
    parts: tuple[Part, ...]
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


def difference(before: Quote, after: Quote) -> Difference:
    """The difference between two quotes, split."""
    cases = [Case(each.scenario, each.checked.published) for each in (before, after)]
    way = _Way(*comparable(*cases))
    parts = [part for row in rows([before, after]) for part in _parts(row, way)]
    parts.sort(key=lambda part: way.changes.index(part.changes[0]))
    told = [change for part in parts for change in part.changes]
    untold = [change for change in way.changes if change not in told]
    within_options = tuple(change for change in untold if way.is_moved_by(change))
    unpriced = [way.kinds.options.get(each.offer.id) for quote in (before, after) for each in quote.unpriced]
    without_price = tuple(change for change in untold if change in unpriced and change not in within_options)
    return Difference(
        before,
        after,
        tuple(parts),
        within_options,
        without_price,
        without_effect=tuple(change for change in untold if change not in (*within_options, *without_price)),
    )


@dataclass
class _Way:
    """From one case to another, with any of the changes made and the others not."""

    before: Case
    after: Case
    _priced: dict[frozenset[int], dict[RowKey, Costs]] = field(default_factory=dict)

    @cached_property
    def kinds(self) -> Changes:
        """What the two cases do not share."""
        return list_changes(self.before, self.after)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The same, one after the other."""
        return self.kinds.in_order

    def price(self, made: Iterable[Change]) -> dict[RowKey, Costs]:
        """What each line costs once those changes are made, in whatever order they are named."""
        indices = frozenset(self.changes.index(change) for change in made)
        if indices not in self._priced:
            case = self.before
            for index in sorted(indices):
                case = self.changes[index].copied(case, self.after)
            self._priced[indices] = _price(case)
        return self._priced[indices]

    def all_but(self, change: Change) -> list[Change]:
        """Every change but that one."""
        return [each for each in self.changes if each is not change]

    def is_moved_by(self, change: Change) -> bool:
        """Whether that change moves an amount, made first or last."""
        return self._paid([]) != self._paid([change]) or self._paid(self.all_but(change)) != self._paid(self.changes)

    def _paid(self, made: Iterable[Change]) -> dict[RowKey, Costs]:
        """The same without the lines that cost nothing: one more of them moves no amount."""
        return {key: costs for key, costs in self.price(made).items() if costs}


def _price(case: Case) -> dict[RowKey, Costs]:
    """The amounts of every line, those counted nil times and those without a price among them."""
    between = case.scenario
    # Half way, one side's medico-social establishments may be more than the other side's establishments.
    least = min(between.medico_social_establishments, between.establishments)
    possible = between.model_copy(update={"medico_social_establishments": least})
    quote = price_checked(drop_unavailable(possible, case.edition))
    called = {(row.billed.offer.id, row.billed.label): _NOTHING for row in quote.rows}
    return called | {row.key: row.cells[0].costs for row in rows([quote])}


def _parts(row: Row, way: _Way) -> Iterator[Part]:
    """What each change moves on one line; what is nil is left out."""
    loses_price = any(cell.unpriced for cell in row.cells) and any(cell.lines for cell in row.cells)
    start, end = way.price([]).get(row.key), way.price(way.changes).get(row.key)
    whole = (end or _NOTHING) - (start or _NOTHING)
    is_on_both = start is not None and end is not None
    effects = list(_effects(row.key, way)) if is_on_both else [(_giving(row.key, way), whole)]
    for (changes, _), costs in zip(effects, round_parts([each for _, each in effects], whole), strict=True):
        if costs:
            yield Part(changes, row.offer, row.label, costs, loses_price)


def _giving(key: RowKey, way: _Way) -> tuple[Change, ...]:
    """Why only one side has that line: it takes the option, else one of its prices' changes, or all, give it."""
    if option := way.kinds.options.get(key[0]):
        return (option,)
    is_first = key in way.price([])
    for change in way.kinds.prices:
        if key not in way.price([change] if is_first else way.all_but(change)):
            return (change,)
    return way.kinds.prices


def _effects(key: RowKey, way: _Way) -> Iterator[tuple[tuple[Change, ...], Costs]]:
    """The effects of prices at the mean volume, then those of volumes and of durations at the mean of the rest."""
    prices, volumes, durations = way.kinds.prices, way.kinds.volumes, way.kinds.durations
    for factor, rests in (
        (_prices_apart(key, way), [(), volumes + durations]),
        ([(each,) for each in volumes], [one + other for one, other in product(((), prices), ((), durations))]),
        ([(each,) for each in durations], [one + other for one, other in product(((), prices), ((), volumes))]),
    ):
        for index, step in enumerate(factor):
            orders = factor[:index], factor[index + 1 :]  # those made before it, forwards and backwards
            made = [[*rest, *chain(*order)] for rest in rests for order in orders]
            moved = [way.price([*each, *step])[key] - way.price(each)[key] for each in made]
            yield step, total_costs(moved) / len(moved)


def _prices_apart(key: RowKey, way: _Way) -> list[tuple[Change, ...]]:
    """The changes of prices one by one, or all at once where some of them alone would take the line away."""
    prices = way.kinds.prices
    between = chain.from_iterable((prices[:index], prices[index:]) for index in range(len(prices)))
    return [(each,) for each in prices] if all(key in way.price(made) for made in between) else [prices]
