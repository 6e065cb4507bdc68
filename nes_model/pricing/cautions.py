"""What a total leaves out or rests on, in a few French words that stand beside it."""

from collections.abc import Collection

from nes_model.french import write_count
from nes_model.money import NO_BREAK_SPACE, format_number
from nes_model.pricing.quote import Quote
from nes_model.scenario.scenario import Scenario

MIXED_TAXES = (
    "Les totaux additionnent des montants hors taxes et des montants dont le catalogue ne précise pas la taxe. "
    "Hors taxes :"
)


def name_missing_prices(quote: Quote) -> str:
    """What the totals leave out: "hors 2 prestations non chiffrées", or nothing."""
    count = len(quote.unpriced)
    return f"hors {write_count(count, 'prestation non chiffrée')}" if count else ""


def name_mixed_taxes(quote: Quote) -> str:
    """That totals add amounts of two kinds, in a few words; nothing when they do not."""
    return "totaux en partie hors taxes, le reste sans taxe précisée" if quote.mixes_taxes else ""


def name_other_readings(readings: Collection[str]) -> str:
    """Which points are read otherwise than retained: "Autres lectures choisies : R1, R7"."""
    chosen = "Autres lectures choisies" if len(readings) > 1 else "Autre lecture choisie"
    return f"{chosen}{NO_BREAK_SPACE}: {', '.join(readings)}"


def name_increase(scenario: Scenario) -> str:
    """That a following year leaves the increase out: "avant la hausse supposée de 2,5 % par an", or nothing."""
    return f"avant la hausse supposée de {write_increase(scenario)} par an" if scenario.yearly_increase else ""


def write_increase(scenario: Scenario) -> str:
    """The yearly increase: "2,5 %"."""
    return f"{format_number(scenario.yearly_increase)}{NO_BREAK_SPACE}%"
