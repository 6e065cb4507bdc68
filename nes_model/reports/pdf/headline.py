"""The figures that a board came for, and at which prices each is given."""

from dataclasses import dataclass

from nes_model.french import write_count
from nes_model.pricing.cautions import name_prices_of_following_years, write_increase
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Quote
from nes_model.reports.pdf.amounts import format_briefly, format_ends

Ends = list[str]  # one amount, or the two ends of a range


@dataclass(frozen=True, slots=True)
class Figures:
    """The large figures, and a few words under each."""

    first_year: Ends
    once: Ends
    recurring: Ends
    recurring_note: str
    following_years: Ends
    following_note: str
    horizon: str
    cumulative: Ends
    cumulative_note: str
    refundable: Ends
    refundable_note: str


@dataclass(frozen=True, slots=True)
class PrintedYear:
    """A year of the horizon, and its edition where years have their own."""

    name: str
    cost: str
    cumulative: str


def list_figures(quote: Quote) -> Figures:
    """The large figures of a quote."""
    cumulative = project(quote)[-1].cumulative
    refundable, refundable_note = _refundable(quote)
    return Figures(
        first_year=format_ends(quote.first_year),
        once=format_ends(quote.once),
        recurring=format_ends(quote.recurring_first_year),
        recurring_note=_recurring_note(quote),
        following_years=format_ends(quote.following_years),
        following_note=_following_note(quote),
        horizon=write_count(quote.scenario.horizon, "an"),
        cumulative=format_ends(cumulative),
        cumulative_note=_cumulative_note(quote),
        refundable=refundable,
        refundable_note=refundable_note,
    )


def list_years(quote: Quote) -> tuple[PrintedYear, ...]:
    """Every year of the horizon."""
    return tuple(
        PrintedYear(
            name=f"{year.number}, édition {year.edition}" if quote.later else str(year.number),
            cost=format_briefly(year.cost),
            cumulative=format_briefly(year.cumulative),
        )
        for year in project(quote)
    )


def _recurring_note(quote: Quote) -> str:
    """What the first year has of what recurs: as much as each following one, or less."""
    if quote.recurring_first_year == quote.following_years:
        return "chaque année"
    return f"de ce qui revient chaque année, avec {quote.scenario.first_year_months} mois de services"


def _following_note(quote: Quote) -> str:
    """At which prices a following year is given: those of the first."""
    return ", ".join(name_prices_of_following_years(quote)) or "sans hausse des prix"


def _cumulative_note(quote: Quote) -> str:
    """At which prices the years are added up."""
    if quote.later:
        return "première année comprise, chaque année avec son édition"
    if quote.scenario.yearly_increase:
        return f"première année et hausse de {write_increase(quote.scenario)} par an comprises"
    return "première année comprise, sans hausse des prix"


def _refundable(quote: Quote) -> tuple[Ends, str]:
    """The capital, which may have no price: that is not nothing to pay."""
    if any(each.charge.refundable for each in quote.unpriced):
        return ["non chiffré"], "l'apport en capital n'a pas de prix ici"
    if quote.refundable:
        return format_ends(quote.refundable), "l'apport en capital, payé une seule fois"
    return format_ends(quote.refundable), "aucun apport en capital à verser"
