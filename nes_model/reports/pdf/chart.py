"""The chart of a board's page: a stacked bar for each year, unrolled so that every segment has its own row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nes_model.money import Amount
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.reports.amounts import brief


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar; where it starts and ends are parts of the longest bar."""

    start: float
    low: float
    high: float
    once: bool
    amount: str | None  # None when there is none to pay


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the quote, in both bars."""

    label: str
    first: Segment
    following: Segment


@dataclass(frozen=True, slots=True)
class Bar:
    """A year: its total, and what it is made of."""

    amount: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Both bars, what their key must explain, and the whole in words."""

    rows: tuple[Row, ...]
    first: Bar
    following: Bar
    once: bool
    ranges: bool
    alt: str


def draw_chart(quote: Quote) -> Chart | None:
    """The rows and the total of both years, on one scale; None when there is nothing to draw."""
    longest = max(quote.first_year.high, quote.following_years.high)
    if not longest:
        return None
    drawn = [line for line in quote.lines if line.costs]
    first = tuple(_segments(((line, line.first_year) for line in drawn), longest))
    following = tuple(_segments(((line, line.following_years) for line in drawn), longest))
    return Chart(
        rows=tuple(Row(line.label, *pieces) for line, *pieces in zip(drawn, first, following, strict=True)),
        first=Bar(brief(quote.first_year), first),
        following=Bar(brief(quote.following_years), following),
        once=any(not line.recurs for line in drawn),
        ranges=any(line.first_year.is_range or line.following_years.is_range for line in drawn),
        alt=f"{_in_words(quote, drawn)} {_following_in_words(quote, drawn)}",
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
            amount=brief(amount) if amount else None,
        )
        start += amount.high


def _part(euros: Decimal, longest: Decimal) -> float:
    return float(round(euros / longest, 5))


def _in_words(quote: Quote, drawn: list[QuoteLine]) -> str:
    parts = [
        f"{line.label} {line.first_year}{'' if line.recurs else ', payé une seule fois'}"
        for line in drawn
        if line.first_year
    ]
    return f"Première année : {quote.first_year}, soit {' ; '.join(parts)}."


def _following_in_words(quote: Quote, drawn: list[QuoteLine]) -> str:
    parts = [f"{line.label} {line.following_years}" for line in drawn if line.following_years]
    detail = f", soit {' ; '.join(parts)}" if parts else ""
    return f"Chaque année suivante : {quote.following_years}{detail}."
