"""What changed from one edition to another: amounts, and what appeared or went."""

from collections.abc import Iterator
from dataclasses import dataclass

from nes_model.catalogue.charge import Charge, list_named
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.wording import write_unit_price


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One charge that is not the same in both editions; None where an edition does not have it."""

    charge: Charge
    before: str | None
    after: str | None


def list_changes(before: Edition, after: Edition) -> Iterator[EditionChange]:
    """Every charge whose price, unit or payers changed, in the order of the first edition, then what is new."""
    for id_, charge in before.charges.items():
        said, now = _said(charge, before), after.charges.get(id_)
        if now is None:
            yield EditionChange(charge, said, None)
        elif _said(now, after) != said:
            yield EditionChange(charge, said, _said(now, after))
    for id_, charge in after.charges.items():
        if id_ not in before.charges:
            yield EditionChange(charge, None, _said(charge, after))


def _said(charge: Charge, edition: Edition) -> str:
    """All that makes what is paid and by whom, in French."""
    labels = [edition.categories[each].label for each in list_named(charge.categories)]
    payers = f" ({' ; '.join(labels)})" if labels else ""
    within = "" if charge.billed else ", déjà compris dans un autre tarif"
    return f"{write_unit_price(charge)}{payers}{within}"
