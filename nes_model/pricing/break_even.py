"""Where two prices between which a member chooses meet: by user, or by structure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nes_model.catalogue.charge import Basis, Charge
from nes_model.catalogue.edition import Edition
from nes_model.money import Amount
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class BreakEven:
    """A price that grows with the users against one that does not, in euros a month."""

    label: str
    by_user: Amount  # for one user
    by_structure: Amount  # for all the structures of the scenario
    structures: int
    users: Decimal  # the number of users at which they are equal, at the high ends of ranges


def find_break_evens(scenario: Scenario, edition: Edition) -> Iterator[BreakEven]:
    """Every choice between a price by user and one by structure that the category is offered."""
    for offer in edition.options.values():
        for charges in offer.billed_to(scenario.category):
            by_basis: dict[Basis, Charge] = {charge.per: charge for charge in charges}
            user, structure = by_basis.get(Basis.USER), by_basis.get(Basis.STRUCTURE)
            if user and structure and user.amount and structure.amount:
                all_structures = structure.amount * scenario.structures
                if users := find_meeting_point(user.amount, all_structures):
                    yield BreakEven(offer.label, user.amount, all_structures, scenario.structures, users)


def find_meeting_point(by_user: Amount, by_structure: Amount) -> Decimal | None:
    """How many users cost as much as all the structures, at the high ends, which the rule ranks by.

    None when one of them may only be free: no number of users then makes the other the cheaper.
    """
    return by_structure.high / by_user.high if by_user.high and by_structure.high else None
