"""What several scenarios cost together: members who join each by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from nes_model.money import Costed, Costs, total_costs
from nes_model.pricing.quote import Quote


@dataclass(frozen=True, slots=True)
class JointTotal(Costed):
    """The sum of several quotes, in euros."""

    quotes: tuple[Quote, ...]

    @property
    def costs(self) -> Costs:
        """What all pay."""
        return total_costs(quote.costs for quote in self.quotes)

    @property
    def unpriced(self) -> tuple[str, ...]:
        """What the sums leave out, each once."""
        return tuple(dict.fromkeys(each.label for quote in self.quotes for each in quote.unpriced))


def add_up(quotes: Sequence[Quote], indices: Sequence[int]) -> JointTotal | None:
    """The sum of those quotes, or None when none is asked."""
    return JointTotal(tuple(quotes[index] for index in indices)) if indices else None
