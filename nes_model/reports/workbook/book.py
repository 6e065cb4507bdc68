"""What every sheet needs to know of the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nes_model.catalogue.edition import Edition
from nes_model.money import Amount
from nes_model.reports.workbook import names
from nes_model.reports.workbook.estimate import Estimate
from nes_model.reports.workbook.prices import Tariffs
from nes_model.reports.workbook.sheet import Pen, Sheet, SheetColumn

UNPRICED = "non chiffré"


@dataclass(frozen=True)
class Book:
    """The estimates, how they are dated and sourced, and the file that they go in."""

    pen: Pen
    estimates: tuple[Estimate, ...]
    edition: Edition  # as it is published
    tariffs: Tariffs
    links: Sequence[str]  # addresses that open them in the simulator
    on: date

    @property
    def ends(self) -> tuple[str, ...]:
        """One column for each amount, or two when a price is a range."""
        return names.RANGE if any(estimate.has_range for estimate in self.estimates) else names.EXACT

    @property
    def day(self) -> str:
        """The date of the file, as French writes it."""
        return self.on.strftime("%d/%m/%Y")

    @property
    def is_simulation(self) -> bool:
        """Whether an estimate supposes other amounts than the edition's."""
        return any(estimate.quote.what_ifs for estimate in self.estimates)

    @property
    def kind(self) -> str:
        """What the figures are; a simulation says so on every sheet."""
        return "Simulation de tarif" if self.is_simulation else "Estimation"

    def add_sheet(self, name: str, columns: list[SheetColumn], pages: int = 0) -> Sheet:
        """A new sheet, set up for printing on that many pages, or as many as it needs."""
        sheet = Sheet(self.pen, name, columns)
        header = self.edition.header
        sheet.print_on_a4(
            "Adhésion à Normand'e-Santé", f"{self.kind} du {self.day}, {header.label} ; elle ne vaut pas devis", pages
        )
        return sheet

    def list_amount_columns(self, key: str, title: str, width: float) -> list[SheetColumn]:
        """The column of an amount, or the two columns of its ends."""
        return [SheetColumn(f"{key}{end}", f"{title}{_WORDS[end]}", width, is_number=True) for end in self.ends]


_WORDS = {"": "", "_min": "\nau moins", "_max": "\nau plus"}


def pick_end(amount: Amount, end: str) -> float:
    """One end of an amount, as a spreadsheet counts."""
    return float(amount.low if end == "_min" else amount.high)


def show_end(amount: Amount | None, end: str) -> float | str:
    """One end of an amount, or that it has none."""
    return UNPRICED if amount is None else pick_end(amount, end)


def name_end(end: str) -> str:
    """Which end of a range a figure is: ", au moins", or nothing when it is exact."""
    return _WORDS[end].replace("\n", ", ")
