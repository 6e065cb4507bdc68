"""What a total leaves out or rests on, in a few French words that stand beside it."""

from collections.abc import Collection, Iterator, Sequence

from nes_model.french import write_count
from nes_model.money import NO_BREAK_SPACE, format_number
from nes_model.pricing.quote import Quote, UnpricedLine
from nes_model.scenario.scenario import Scenario

MIXED_TAXES = (
    "Les totaux additionnent des montants hors taxes et des montants dont le catalogue ne précise pas la taxe. "
    "Hors taxes :"
)
_MOST_NAMED = 2


def name_missing_prices(quote: Quote) -> str:
    """What the totals leave out: "hors 2 prestations non chiffrées", or nothing."""
    count = len(quote.unpriced)
    return f"hors {write_count(count, 'prestation non chiffrée')}" if count else ""


def name_left_out(unpriced: Sequence[UnpricedLine], edition: str = "") -> Iterator[str]:
    """What a figure leaves out: "+ Contribution annuelle, sans prix publié", in that edition if it is a later one."""
    where = f" dans l'édition {edition}" if edition else ""
    unpublished = [each.label for each in unpriced if not each.lacks_count]
    if len(unpublished) > _MOST_NAMED:
        yield f"+ {len(unpublished)} prestations sans prix publié{where}"
    elif unpublished:
        yield f"+ {' et '.join(unpublished)}, sans prix publié{where}"
    when = f" pour l'édition {edition}" if edition else ""
    yield from (f"+ {each.label}, {each.reason}{when}" for each in unpriced if each.lacks_count)


def name_left_out_later(quote: Quote, horizon: int | None = None) -> tuple[str, ...]:
    """What only a total over that many years, or over the scenario's, leaves out, in each later edition."""
    left_out = quote.find_unpriced_later(horizon)
    return tuple(said for edition, left in left_out.items() for said in name_left_out(left, edition))


def name_mixed_taxes(quote: Quote) -> str:
    """That totals add amounts of two kinds, in a few words; nothing when they do not."""
    return "totaux en partie hors taxes, le reste sans taxe précisée" if quote.mixes_taxes else ""


def name_prices_of_following_years(quote: Quote) -> Iterator[str]:
    """At which prices the figure of a following year is given, where a year to come will not have them."""
    if quote.later or quote.unanswered:
        yield f"aux tarifs de l'édition {quote.edition.header.id}"
    if quote.scenario.yearly_increase:
        yield f"avant la hausse supposée de {write_increase(quote.scenario)} par an"


def name_other_readings(readings: Collection[str]) -> str:
    """Which points are read otherwise than retained: "Autres lectures choisies : R1, R7"."""
    chosen = "Autres lectures choisies" if len(readings) > 1 else "Autre lecture choisie"
    return f"{chosen}{NO_BREAK_SPACE}: {', '.join(readings)}"


def write_increase(scenario: Scenario) -> str:
    """The yearly increase: "2,5 %"."""
    return f"{format_number(scenario.yearly_increase)}{NO_BREAK_SPACE}%"
