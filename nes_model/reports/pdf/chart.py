"""The chart of a board's page: a stacked bar for each year, unrolled so that every segment has its own row."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from nes_model.money import Amount
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.reports.amounts import brief

Segment = dict[str, Any]  # where it starts and ends, as parts of the longest bar, and whether it is paid once


def board_chart(quote: Quote) -> dict[str, Any] | None:
    """The rows and the total of both years, on one scale; None when there is nothing to draw."""
    longest = max(quote.first_year.high, quote.following_years.high)
    if not longest:
        return None
    drawn = [line for line in quote.lines if line.first_year or line.following_years]
    first = list(_segments(((line, line.first_year) for line in drawn), longest))
    following = list(_segments(((line, line.following_years) for line in drawn), longest))
    rows = [
        {"label": line.label, "first": one, "following": other}
        for line, one, other in zip(drawn, first, following, strict=True)
    ]
    return {
        "rows": rows,
        "first": {"amount": brief(quote.first_year), "segments": first},
        "following": {"amount": brief(quote.following_years), "segments": following},
        "once": any(not line.recurs for line in drawn),
        "ranges": any(line.first_year.is_range or line.following_years.is_range for line in drawn),
        "alt": f"{_in_words(quote, drawn)} {_following_in_words(quote, drawn)}",
    }


def _segments(amounts: Iterable[tuple[QuoteLine, Amount]], longest: Decimal) -> Iterator[Segment]:
    """Each segment starts where the one above ends; what a range may add is within it."""
    start = Decimal(0)
    for line, amount in amounts:
        yield {
            "start": _part(start, longest),
            "low": _part(start + amount.low, longest),
            "high": _part(start + amount.high, longest),
            "once": not line.recurs,
            "amount": brief(amount) if amount else None,
        }
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
