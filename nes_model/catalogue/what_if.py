"""A what-if: amounts that a scenario supposes, in place of the edition's, and named wherever they may count."""

from collections.abc import Mapping
from dataclasses import dataclass

from nes_model.catalogue.charge import Charge, ChargePatch
from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.overlay import apply
from nes_model.money import Amount


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One amount that is not the edition's."""

    offer: Offer
    charge: Charge  # as the edition has it
    amount: Amount
    name: str  # of the charge, with who pays it

    @property
    def published(self) -> str:
        """What the edition says, in French."""
        return str(self.charge.unpriced or self.charge.amount)

    def __str__(self) -> str:
        """In French: "Contribution annuelle (CHU) : 6 000,00 € au lieu de 5 000,00 €"."""
        return f"{self.name} : {self.amount} au lieu de {self.published}"


def list_what_ifs(edition: Edition, tariffs: Mapping[str, Amount]) -> tuple[WhatIf, ...]:
    """The supposed amounts that differ from the edition's, in catalogue order.

    Args:
        edition: the edition without them.
        tariffs: charge id → amount; charges that the edition does not have are left aside: checking tells of them.
    """
    if not tariffs:  # nearly always: the whole catalogue need not be looked at
        return ()
    return tuple(
        WhatIf(offer, charge, tariffs[charge.id], name_with_payers(charge, edition))
        for offer in edition.offers
        for charge in offer.charges
        if charge.id in tariffs and tariffs[charge.id] != charge.amount
    )


def name_with_payers(charge: Charge, edition: Edition) -> str:
    """A charge and who pays it, in French: "Contribution annuelle (CHU)"; its name alone when everyone does."""
    labels = edition.list_payers(charge)
    return f"{charge.label} ({' ; '.join(labels)})" if labels else charge.label  # a label may have commas


def apply_what_ifs(edition: Edition, tariffs: Mapping[str, Amount]) -> Edition:
    """The edition with those amounts. Each says in its source that it is a simulation, and what it replaces."""
    patches = {each.charge.id: _patch(each) for each in list_what_ifs(edition, tariffs)}
    return apply(Overlay(charges=patches), edition) if patches else edition


def _patch(each: WhatIf) -> ChargePatch:
    source = f"Simulation de tarif, au lieu de {each.published} ({each.charge.source or each.offer.source})"
    return ChargePatch(amount=each.amount, source=source)
