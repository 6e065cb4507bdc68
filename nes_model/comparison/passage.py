"""What each line costs on the way from one case to another, with some of the changes made and the others not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from nes_model.comparison.case import Case
from nes_model.comparison.changes import Change, Changes, list_changes
from nes_model.comparison.common_rows import RowKey, list_common_rows
from nes_model.money import Costs
from nes_model.pricing.doubt_effects import drop_unavailable
from nes_model.pricing.rule import price_checked


@dataclass
class Passage:
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
                case = self.changes[index].copy(case, self.after)
            self._priced[indices] = _price(case)
        return self._priced[indices]

    def list_others(self, change: Change) -> list[Change]:
        """Every change but that one."""
        return [each for each in self.changes if each is not change]

    def is_moved_by(self, change: Change) -> bool:
        """Whether that change moves an amount, made first or last."""
        others = self.list_others(change)
        return self._pay([]) != self._pay([change]) or self._pay(others) != self._pay(self.changes)

    def _pay(self, made: Iterable[Change]) -> dict[RowKey, Costs]:
        """The same without the lines that cost nothing: one more of them moves no amount."""
        return {key: costs for key, costs in self.price(made).items() if costs}


def _price(case: Case) -> dict[RowKey, Costs]:
    """The amounts of every line, those counted nil times and those without a price among them."""
    between = case.scenario
    # Half way, one side's medico-social establishments may be more than the other side's establishments.
    least = min(between.medico_social_establishments, between.establishments)
    possible = between.model_copy(update={"medico_social_establishments": least})
    quote = price_checked(drop_unavailable(possible, case.edition))
    called = {(row.billed.offer.id, row.billed.label): Costs.zero() for row in quote.rows}
    return called | {row.key: row.cells[0].costs for row in list_common_rows([quote])}
