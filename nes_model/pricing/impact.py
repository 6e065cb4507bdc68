"""What a change of tariffs does to ready-made scenarios: each priced before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nes_model.catalogue.edition import Edition
from nes_model.french import write_count
from nes_model.money import Costed, Costs
from nes_model.pricing.quote import Quote
from nes_model.pricing.rule import price_checked
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Impact(Costed):
    """One scenario before and after; after is None when what changed can no longer answer it."""

    name: str
    before: Quote
    after: Quote | None

    @property
    def costs(self) -> Costs:
        """The signed difference of the costs."""
        return self.after.costs - self.before.costs if self.after else Costs.zero()

    @property
    def unpriced(self) -> int:
        """How many more lines have no price."""
        return len(self.after.unpriced) - len(self.before.unpriced) if self.after else 0

    @property
    def caution(self) -> str:
        """What the differences do not say, in French."""
        return write_caution(self.unpriced)

    @property
    def is_nil(self) -> bool:
        """Whether nothing moves: no total, nothing that gains or loses its price."""
        return self.after is not None and not (self.costs or self.unpriced)


def write_caution(unpriced: int) -> str:
    """A total that lost a price is lower, and nothing is cheaper: say how many more lines have none, in French."""
    if not unpriced:
        return ""
    count, way = abs(unpriced), "plus" if unpriced > 0 else "moins"
    return f"{write_count(count, 'montant non chiffré')} de {way}"


def measure_reading(scenarios: Iterable[Scenario], doubt: str, choice: str, edition: Edition) -> list[Impact]:
    """What another reading of a point à confirmer changes for each scenario; nothing where it withdraws an option."""
    return [
        _between(each, each.scenario.with_reading(doubt, choice), edition) for each in _priced_by(scenarios, edition)
    ]


def measure_edition(scenarios: Iterable[Scenario], before: Edition, after: Edition) -> list[Impact]:
    """What another edition changes for each scenario that the first can price."""
    return [_between(each, each.scenario, after) for each in _priced_by(scenarios, before)]


def _between(one: CheckedScenario, other: Scenario, after: Edition) -> Impact:
    possible, _ = checking.check(other, after)
    return Impact(one.scenario.name(one.published), price_checked(one), price_checked(possible) if possible else None)


def _priced_by(scenarios: Iterable[Scenario], edition: Edition) -> Iterator[CheckedScenario]:
    return (checked for each in scenarios if (checked := checking.check(each, edition)[0]))
