"""A scenario in a few French words: who, how many, with what."""

from collections.abc import Iterator

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.wording import format_quantity
from nes_model.pricing.quote import Quote
from nes_model.scenario.scenario import COUNTS
from nes_model.scenario.trimming import find_bases


def summarise(quote: Quote) -> str:
    """The category, the counts that its price depends on, the options, the readings that were chosen otherwise."""
    return " · ".join(_parts(quote))


def summarise_differences(quote: Quote) -> str:
    """The same without the category, for quotes that share it: "3 établissements + Pack complémentaire"."""
    return " + ".join(list(_parts(quote))[1:])


def _parts(quote: Quote) -> Iterator[str]:
    scenario, edition = quote.scenario, quote.edition
    yield edition.categories[scenario.category].label
    counted = find_bases(scenario.category, edition)
    for per in COUNTS:
        count = scenario.quantity("", per)
        if per in counted and count and (per is not Basis.MEMBER or count > 1):
            yield format_quantity(per, count)
    yield from (edition.options[option].label for option in scenario.options)
    if scenario.readings:
        yield f"autre lecture de {', '.join(scenario.readings)}"
    if quote.what_ifs:
        yield "simulation de tarif"
    if scenario.first_year_months < 12:
        yield f"{scenario.first_year_months} mois la première année"
