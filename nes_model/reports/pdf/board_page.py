"""A quote's page for a board: all that it says, as text and in the order that `devis.typ` lays it out."""

from dataclasses import dataclass

from nes_model.reports.pdf.chart import Chart
from nes_model.reports.pdf.headline import Figures, PrintedYear
from nes_model.reports.pdf.hypotheses import Hypothesis


@dataclass(frozen=True, slots=True)
class Who:
    """Whom the quote is for."""

    category: str
    college: str
    counts: list[str]


@dataclass(frozen=True, slots=True)
class PrintedReading:
    """A doubt that this quote reads otherwise than the edition does."""

    id: str
    used: str
    retained: str


@dataclass(frozen=True, slots=True)
class PrintedCharge:
    """What a line is for, how often it is paid, and where that is printed."""

    label: str
    rhythm: str
    source: str
    readings: tuple[str, ...]
    formula: str


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount, and with VAT where the catalogue prints it without."""

    amount: str
    incl_vat: str | None


@dataclass(frozen=True, slots=True)
class PrintedLine(PrintedCharge):
    """A line that has a price; no second amount when it does not come back."""

    first_year: PrintedAmount
    following_years: PrintedAmount | None


@dataclass(frozen=True, slots=True)
class PrintedUnpriced(PrintedCharge):
    """A line that has none; its formula is the reason."""

    recurs: bool


@dataclass(frozen=True, slots=True)
class PrintedEffect:
    """What another reading of a doubt would change."""

    label: str
    effect: str


@dataclass(frozen=True, slots=True)
class PrintedPoint:
    """A doubt that touches the quote; `used` is None when the reading retained is the one used."""

    id: str
    title: str
    printed: str
    retained: str
    used: str | None
    reason: str
    others: tuple[PrintedEffect, ...]


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """The edition that prices, and whom to ask for a true quotation."""

    label: str
    document: str
    in_force: str
    contact: str


@dataclass(frozen=True, slots=True)
class PrintedJoining:
    """How to join, and whom to ask for what."""

    steps: tuple[tuple[str, str, str], ...]  # when, who, what
    without_membership: str
    contacts: tuple[str, ...]  # for a quotation
    whom_to_ask: tuple[str, ...]  # for anything else


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Everything printed but the organisation's own name, the date and the link."""

    who: Who
    kind: str
    supposed: tuple[str, ...]
    other_readings: tuple[PrintedReading, ...]
    figures: Figures
    worth: str
    warnings: tuple[str, ...]
    chart: Chart | None
    years: tuple[PrintedYear, ...]
    hypotheses: tuple[Hypothesis, ...]
    lines: tuple[PrintedLine, ...]
    total: tuple[str, str]  # of the first year, of each following one
    unpriced: tuple[PrintedUnpriced, ...]
    left_out: str
    notes: tuple[str, ...]
    points: tuple[PrintedPoint, ...]
    unsaid: str
    edition: PrintedEdition
    joining: PrintedJoining
