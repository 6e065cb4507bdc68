"""A quote year by year, over the scenario's horizon."""

from dataclasses import dataclass

from nes_model.money import Amount
from nes_model.quote import Quote


@dataclass(frozen=True, slots=True)
class Year:
    """What a year costs, and all the years up to it."""

    number: int  # 1 is the first year
    cost: Amount
    cumulative: Amount


def project(quote: Quote) -> tuple[Year, ...]:
    """Every year of the horizon. The yearly increase applies to what recurs, from the second year on.

    Each year is rounded to the cent, so that the years shown add up to the cumulative cost.
    """
    years: list[Year] = []
    factor = 1 + quote.scenario.yearly_increase / 100
    cumulative = Amount.zero()
    for number in range(1, quote.scenario.horizon + 1):
        cost = quote.first_year if number == 1 else (quote.following_years * factor ** (number - 1)).to_cents()
        cumulative += cost
        years.append(Year(number, cost, cumulative))
    return tuple(years)
