"""The prices that the estimates use, each in one cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nes_model.catalogue.charge import Charge
from nes_model.money import Amount
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.names import EXACT, RANGE, write_id

_KINDS = {"": "Tarif", "_min": "TarifMin", "_max": "TarifMax"}


@dataclass(slots=True)
class Tariff:
    """A price, and the estimates that use it."""

    charge: Charge
    amount: Amount
    source: str
    edition: str  # its id
    variant: int  # from 1: readings or later editions may give one charge several prices
    used_by: list[int] = field(default_factory=list)

    @property
    def ends(self) -> tuple[str, ...]:
        """Which cells it has: one, or the two ends of a range."""
        return RANGE if self.amount.is_range else EXACT

    def name(self, end: str) -> str:
        """`Tarif_pack_esms`, or for a range `TarifMin_coordination` and `TarifMax_coordination`."""
        kind = _KINDS[end if self.amount.is_range else ""]
        variant = f"__{self.variant}" if self.variant > 1 else ""
        return f"{kind}_{write_id(self.charge.id)}{variant}"


class Tariffs:
    """Every price once: changed in its cell, it changes in every estimate that uses it."""

    def __init__(self, estimates: Sequence[Estimate]):
        self._found: dict[tuple[str, str, Amount | None], Tariff] = {}
        for block in [block for estimate in estimates for block in estimate.blocks]:
            for item in block.items:
                if item.charge.amount is not None:
                    self._add(block, item.charge, item.charge.amount, item.line.source)

    @property
    def all(self) -> tuple[Tariff, ...]:
        """In the order in which the estimates call for them."""
        return tuple(self._found.values())

    @property
    def editions(self) -> set[str]:
        """The ids of the editions that they come from."""
        return {tariff.edition for tariff in self.all}

    def name(self, edition: str, charge: Charge, end: str) -> str:
        """The name of the cell that holds one end of a charge's price."""
        return self._found[edition, charge.id, charge.amount].name(end)

    def _add(self, block: Estimate, charge: Charge, amount: Amount, source: str) -> None:
        key = block.edition, charge.id, amount
        if key not in self._found:
            variant = 1 + sum(known == charge.id for _, known, _ in self._found)
            self._found[key] = Tariff(charge, amount, source, block.edition, variant)
        if block.number not in self._found[key].used_by:
            self._found[key].used_by.append(block.number)
