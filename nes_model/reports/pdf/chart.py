"""The chart of a board's page: a stacked bar for each year, unrolled so that every segment has its own row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nes_model.money import Amount
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.reports.pdf.amounts import format_briefly


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar; where it starts and ends are parts of the longest bar."""

    start: float
    low: float
    high: float
    once: bool
    amount: str | None  # None when there is none to pay


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A line of the quote: its segment of each bar."""

    label: str
    first: Segment
    following: Segment


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of the first year and of the following ones, what their key must explain, and the whole in words."""

    rows: tuple[ChartRow, ...]
    once: bool
    ranges: bool
    alt: str


def draw_chart(quote: Quote) -> Chart | None:
    """The rows of both years, on one scale; None when there is nothing to draw."""
    longest = max(quote.first_year.high, quote.following_years.high)
    if not longest:
        return None
    drawn = [line for line in quote.lines if line.costs]
    first = _segments(((line, line.first_year) for line in drawn), longest)
    following = _segments(((line, line.following_years) for line in drawn), longest)
    return Chart(
        rows=tuple(ChartRow(line.label, *pieces) for line, *pieces in zip(drawn, first, following, strict=True)),
        once=any(not line.recurs for line in drawn),
        ranges=any(line.first_year.is_range or line.following_years.is_range for line in drawn),
        alt=_in_words(quote, drawn),
    )


def _segments(amounts: Iterable[tuple[QuoteLine, Amount]], longest: Decimal) -> Iterator[Segment]:
    """Each segment starts where the one above ends; what a range may add is within it."""
    start = Decimal(0)
    for line, amount in amounts:
        yield Segment(
            start=_part(start, longest),
            low=_part(start + amount.low, longest),
            high=_part(start + amount.high, longest),
            once=not line.recurs,
            amount=format_briefly(amount) if amount else None,
        )
        start += amount.high


def _part(euros: Decimal, longest: Decimal) -> float:
    return float(round(euros / longest, 5))


def _in_words(quote: Quote, drawn: list[QuoteLine]) -> str:
    first = [
        f"{line.label} {line.first_year}{'' if line.recurs else ', payé une seule fois'}"
        for line in drawn
        if line.first_year
    ]
    following = [f"{line.label} {line.following_years}" for line in drawn if line.following_years]
    return (
        f"Première année : {quote.first_year}{_detail(first)}. "
        f"Chaque année suivante : {quote.following_years}{_detail(following)}."
    )


def _detail(parts: list[str]) -> str:
    return f", soit {' ; '.join(parts)}" if parts else ""
