"""A quote year by year, over the scenario's horizon."""

from dataclasses import dataclass

from nes_model.money import Amount
from nes_model.pricing.quote import Quote


@dataclass(frozen=True, slots=True)
class Year:
    """What a year costs, and all the years up to it."""

    number: int  # 1 is the first year
    cost: Amount
    cumulative: Amount
    edition: str  # whose tariffs it is priced with


def project(quote: Quote, horizon: int | None = None) -> tuple[Year, ...]:
    """Every year of a horizon, or of the scenario's. A year that has its own edition is priced with it.

    The yearly increase applies to what recurs, and only from the last known edition on: nothing published is inflated.
    Each year is rounded to the cent, so that the years shown add up to the cumulative cost.
    """
    known, years = (quote, *quote.later), list[Year]()
    cumulative = Amount.zero()
    for number in range(1, (horizon or quote.scenario.horizon) + 1):
        rank = min(number, len(known)) - 1  # how many years after the first its tariffs are
        cost = quote.first_year if number == 1 else _following(known[rank], years_since=number - 1 - rank)
        cumulative += cost
        years.append(Year(number, cost, cumulative, known[rank].edition.header.id))
    return tuple(years)


def _following(quote: Quote, years_since: int) -> Amount:
    factor = 1 + quote.scenario.yearly_increase / 100
    return (quote.following_years * factor**years_since).to_cents()
