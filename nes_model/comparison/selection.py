"""The scenarios that are compared: up to eight, one the reference, and the two whose difference is explained.

Some may be added up: members who join each by themselves, in colleges of their own, beside the one who would carry them
all. Each stays a scenario as any other, priced and explained by itself; only their sum is one thing more to show.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario
from nes_model.scenario.scenario import MOST_LABEL


@dataclass(frozen=True, slots=True)
class Selection:
    """What is compared, in order. Every operation gives another selection; indices count from 0."""

    scenarios: tuple[SavedScenario, ...] = ()
    reference: int = 0
    explained: tuple[int, int] | None = None  # from, to; None: from the reference to the first of the others
    together: tuple[int, ...] = ()  # those that are added up, in order: none, or two and more

    @property
    def is_full(self) -> bool:
        """Whether no scenario can be added."""
        return len(self.scenarios) >= MOST_SCENARIOS

    @property
    def pair(self) -> tuple[int, int]:
        """The two whose difference is explained; there must be two scenarios."""
        if self.explained:
            return self.explained
        return self.reference, next(index for index in range(len(self.scenarios)) if index != self.reference)

    def with_added(self, more: Sequence[SavedScenario]) -> "Selection":
        """With as many of these at the end as there is room for, save those that are already there."""
        new = [each for each in more if each not in self.scenarios]
        return replace(self, scenarios=(*self.scenarios, *new)[:MOST_SCENARIOS])

    def duplicated(self, index: int) -> "Selection":
        """With a copy of one right after it, under a name of its own; nothing changes when there is no room."""
        if self.is_full:
            return self
        original = self.scenarios[index]
        label = f"{original.scenario.label} (copie)" if original.scenario.label else "Copie"
        copy = SavedScenario(original.checked.named(label[-MOST_LABEL:]))
        twice = self._reordered([*range(index + 1), *range(index, len(self.scenarios))])
        return replace(twice, scenarios=(*twice.scenarios[: index + 1], copy, *twice.scenarios[index + 2 :]))

    def without(self, index: int) -> "Selection":
        """Without one."""
        return self._reordered([each for each in range(len(self.scenarios)) if each != index])

    def moved(self, index: int, by: int) -> "Selection":
        """With one moved towards the start (-1) or the end (+1)."""
        order = list(range(len(self.scenarios)))
        if 0 <= index + by < len(order):
            order[index], order[index + by] = order[index + by], order[index]
        return self._reordered(order)

    def renamed(self, index: int, label: str) -> "Selection":
        """With another name for one; its figures of that day stay."""
        renamed = replace(
            self.scenarios[index], checked=self.scenarios[index].checked.named(label.strip()[:MOST_LABEL])
        )
        return replace(self, scenarios=(*self.scenarios[:index], renamed, *self.scenarios[index + 1 :]))

    def with_reference(self, index: int) -> "Selection":
        """Compared to another of them."""
        return replace(self, reference=index, explained=None)

    def explaining(self, before: int, after: int) -> "Selection":
        """With the difference of these two explained; of a scenario with itself there is none."""
        usual = replace(self, explained=None)
        return usual if before == after or (before, after) == usual.pair else replace(self, explained=(before, after))

    def adding_up(self, indices: Sequence[int]) -> "Selection":
        """With the sum of these; one alone adds up to nothing more."""
        return replace(self, together=tuple(sorted(indices)) if len(indices) > 1 else ())

    def _reordered(self, order: Sequence[int]) -> "Selection":
        """The scenarios of those indices; the reference, the explained pair and the sum follow theirs."""
        scenarios = tuple(self.scenarios[index] for index in order)
        reference = order.index(self.reference) if self.reference in order else 0
        pair = self.explained
        followed = (order.index(pair[0]), order.index(pair[1])) if pair and {*pair} <= {*order} else None
        still = [order.index(index) for index in self.together if index in order]
        selection = Selection(scenarios, reference).adding_up(still)
        return selection.explaining(*followed) if followed else selection
