"""The difference of any two quotes, split into parts that add up to it to the cent.

From one scenario to the other, every elementary change (`changes.py`) is made one after the other and its effect on
each line is noted, in two orders: numbers (counts, months, details of options) first, then last. In both, options that
only A takes leave before tariffs, readings and category change, and those that only B takes come after: each weighs
what it costs on its own side, never what it would cost a category that does not take it. Within a kind of change, the
second order is the first backwards. A part is the half-sum of its two effects. Backwards, each of the two orders is the
other one of B → A: the parts of A → B are exactly those of B → A with the opposite sign, and no
change is favoured for coming first. Amounts are
whole cents: on a line, the parts that fall on half a cent come in even number; the first is rounded away from zero,
the next one the other way, and so on alternately. Parts are never netted: one for each change on each line.

A range is compared end by end, as everywhere: the lows' difference, then the highs'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from nes_model.catalogue.offer import Offer
from nes_model.comparison.case import Case
from nes_model.comparison.changes import Cause, Change, Turn, changes, comparable
from nes_model.comparison.common_rows import Cell, Row, RowKey, rows
from nes_model.money import CENT, Amount
from nes_model.pricing.doubt_effects import drop_unavailable
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price

SPLIT_RULE = (
    "Les changements sont faits l'un après l'autre, dans deux ordres ; la part de chacun est la moyenne de ses deux "
    "effets. Une option prise d'un seul côté est chiffrée à la catégorie et aux tarifs de ce côté. Les parts "
    "s'additionnent au centime près, et celles de l'écart inverse sont les mêmes, de signe contraire."
)

_Effect = dict[RowKey, tuple[Decimal, ...]]  # on each row: first year low and high, following years low and high
_NOTHING = (Decimal(0),) * 4


@dataclass(frozen=True, slots=True)
class Part:
    """What one change does to one line, in signed euros, end by end."""

    change: Change
    offer: Offer
    line: str
    first_year: Amount
    following_years: Amount
    loses_price: bool  # the line has no price on one side: this is not a saving nor a cost, but a silence

    @property
    def cause(self) -> Cause:
        """The kind of change."""
        return self.change.cause

    @property
    def label(self) -> str:
        """The change and the line that it moves."""
        about = [] if self.change.label.endswith(self.line) else [self.line]
        about += ["non chiffré d'un côté"] if self.loses_price else []
        return f"{self.change.label} ({', '.join(about)})" if about else self.change.label


@dataclass(frozen=True)
class Difference:
    """From one quote to another: the totals' difference, and the parts that add up to it to the cent."""

    before: Quote
    after: Quote
    changes: tuple[Change, ...]
    parts: tuple[Part, ...]

    @cached_property
    def first_year(self) -> Amount:
        """What the second costs more in the first year."""
        return self.after.first_year - self.before.first_year

    @cached_property
    def following_years(self) -> Amount:
        """What the second costs more in each following year."""
        return self.after.following_years - self.before.following_years

    @property
    def without_effect(self) -> tuple[Change, ...]:
        """The changes that move no amount."""
        moving = {id(part.change) for part in self.parts}
        return tuple(change for change in self.changes if id(change) not in moving)


def difference(before: Case, after: Case) -> Difference:
    """The difference between two priced cases, split.

    Raises:
        InvalidInputError: one of the two cannot be priced under its edition.
    """
    quotes = price(before.scenario, before.edition), price(after.scenario, after.edition)
    start, target = comparable(before, after)
    made = changes(start, target)
    forward, backward = (_effects(made, order, start, target) for order in _orders(made))
    parts = sorted(_parts(made, rows(quotes), forward, backward), key=lambda part: made.index(part.change))
    return Difference(*quotes, made, tuple(parts))


def _orders(made: Sequence[Change]) -> tuple[list[int], list[int]]:
    """The two orders in which the changes are made, as their places: numbers first, then numbers last."""
    turns = {turn: [place for place, change in enumerate(made) if change.turn is turn] for turn in Turn}
    one = [Turn.NUMBERS, Turn.REMOVAL, Turn.GROUNDS, Turn.ADDITION]
    other = [*one[1:], Turn.NUMBERS]
    return [place for turn in one for place in turns[turn]], [place for turn in other for place in turns[turn][::-1]]


def _effects(made: Sequence[Change], order: Sequence[int], case: Case, target: Case) -> list[_Effect]:
    """What each change adds to each row, when the changes are made in that order; in their own order."""
    effects: dict[int, _Effect] = {}
    values = _values(case)
    for place in order:
        case = made[place].copied(case, target)
        changed = _values(case)
        keys = values.keys() | changed.keys()
        effects[place] = {key: _minus(changed.get(key, _NOTHING), values.get(key, _NOTHING)) for key in keys}
        values = changed
    return [effects[place] for place in range(len(made))]


def _values(case: Case) -> _Effect:
    between = drop_unavailable(case.scenario, case.edition)
    # Half way, one side's medico-social establishments may be more than the other side's establishments.
    least = min(between.medico_social_establishments, between.establishments)
    quote = price(between.model_copy(update={"medico_social_establishments": least}), case.edition)
    return {row.key: _ends(row.cells[0]) for row in rows([quote])}


def _ends(cell: Cell) -> tuple[Decimal, ...]:
    first, following = cell.first_year, cell.following_years
    return first.low, first.high, following.low, following.high


def _minus(new: tuple[Decimal, ...], old: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    return tuple(one - other for one, other in zip(new, old, strict=True))


def _parts(
    made: Sequence[Change], found: Sequence[Row], forward: Sequence[_Effect], backward: Sequence[_Effect]
) -> Iterator[Part]:
    """For each change and each line, the half-sum of its effects in the two orders; what is nil is left out."""
    for row, shares in ((row, _shares(row.key, forward, backward)) for row in found):
        loses_price = any(cell.unpriced for cell in row.cells) and any(cell.lines for cell in row.cells)
        for change, (first_low, first_high, low, high) in zip(made, shares, strict=True):
            first, following = Amount(first_low, first_high), Amount(low, high)
            if first or following:
                yield Part(change, row.offer, row.label, first, following, loses_price)


def _shares(key: RowKey, forward: Sequence[_Effect], backward: Sequence[_Effect]) -> Iterator[tuple[Decimal, ...]]:
    """What each change moves on one row: four amounts a change."""
    by_end = [
        half_sums(
            [each.get(key, _NOTHING)[end] for each in forward], [each.get(key, _NOTHING)[end] for each in backward]
        )
        for end in range(len(_NOTHING))
    ]
    return zip(*by_end, strict=True)


def half_sums(forward: Sequence[Decimal], backward: Sequence[Decimal]) -> list[Decimal]:
    """The half-sums of two lists of whole cents, in whole cents, with the same total.

    The two lists have the same total. Half-sums that fall on half a cent are therefore even in number: the first is
    rounded away from zero, the next the other way, and so on.
    """
    found: list[Decimal] = []
    correction = Decimal(0)
    for one, other in zip(forward, backward, strict=True):
        half = (one + other) / 2
        if half % CENT:
            correction = -correction or (CENT / 2).copy_sign(half)
            half += correction
        found.append(half)
    return found
