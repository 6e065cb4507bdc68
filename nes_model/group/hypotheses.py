"""Which organisations are billed one of two prices for want of a number: what the other one is counted by."""

from collections.abc import Iterator, Sequence

from nes_model.catalogue.charge import Charge
from nes_model.pricing.batch import Batch, BilledRows
from nes_model.scenario.scenario import Scenario


def list_ungiven(scenarios: Sequence[Scenario], batch: Batch) -> list[tuple[str, ...]]:
    """For each organisation, the ids of the prices that could not be weighed, unless the one billed was asked for.

    Args:
        scenarios: what each organisation asks for.
        batch: what they cost, in the same order.
    """
    found: list[tuple[str, ...]] = [()] * len(scenarios)
    for billed in batch.billed:
        for other in _alternatives(billed):
            for row in billed.rows.tolist():
                scenario = scenarios[row]
                choice = scenario.options.get(billed.offer.id)
                is_asked = choice and choice.billing is billed.charge.per
                if not scenario.quantity(billed.offer.id, other.per) and not is_asked:
                    found[row] = (*found[row], other.id)
    return found


def _alternatives(billed: BilledRows) -> Iterator[Charge]:
    """The other charges that a count could have made the cheapest."""
    if not billed.is_priced:
        return
    for charges in billed.offer.billed_to(billed.category):
        if billed.charge.id in [each.id for each in charges]:
            yield from (
                each
                for each in charges
                if each.id != billed.charge.id and each.amount is not None and not each.per.may_be_nil
            )
