"""The figures that a board came for, and at which prices each is given."""

from typing import Any

from nes_model.pricing.projection import project
from nes_model.pricing.quote import Quote
from nes_model.reports.amounts import brief, ends
from nes_model.reports.pdf.hypotheses import rate, years

Data = dict[str, Any]


def board_figures(quote: Quote) -> Data:
    """The large figures; each is one amount, or the two ends of a range."""
    projected = project(quote)
    return {
        "first_year": ends(quote.first_year),
        "once": ends(quote.once),
        "recurring": ends(quote.recurring_first_year),
        "following_years": ends(quote.following_years),
        "following_note": _following_note(quote),
        "horizon": years(len(projected)),
        "cumulative": ends(projected[-1].cumulative),
        "cumulative_note": _cumulative_note(quote),
        **_refundable(quote),
    }


def board_years(quote: Quote) -> list[Data]:
    """Every year of the horizon, and its edition where years have their own."""
    return [
        {
            "name": f"{year.number}, édition {year.edition}" if quote.later else str(year.number),
            "cost": brief(year.cost),
            "cumulative": brief(year.cumulative),
        }
        for year in project(quote)
    ]


def _following_note(quote: Quote) -> str:
    """At which prices a following year is given: those of the first."""
    if quote.later:
        return f"aux tarifs de l'édition {quote.edition.header.id}"
    if quote.scenario.yearly_increase:
        return f"avant la hausse supposée de {rate(quote.scenario)} par an"
    return "sans hausse des prix"


def _cumulative_note(quote: Quote) -> str:
    """At which prices the years are added up."""
    if quote.later:
        return "première année comprise, chaque année avec son édition"
    if quote.scenario.yearly_increase:
        return f"première année et hausse de {rate(quote.scenario)} par an comprises"
    return "première année comprise, sans hausse des prix"


def _refundable(quote: Quote) -> Data:
    """The capital, which may have no price: that is not nothing to pay."""
    if any(each.charge.refundable for each in quote.unpriced):
        return {"refundable": ["non chiffré"], "refundable_note": "l'apport en capital n'a pas de prix ici"}
    if quote.refundable:
        return {"refundable": ends(quote.refundable), "refundable_note": "l'apport en capital, payé une seule fois"}
    return {"refundable": ends(quote.refundable), "refundable_note": "aucun apport en capital à verser"}
