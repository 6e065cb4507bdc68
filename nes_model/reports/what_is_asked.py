"""What the letter, the mail and the board's page say of a quote: what is counted, each option, what amounts rest on."""

from collections.abc import Iterator

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.wording import format_quantity, name_unit
from nes_model.french import capitalise
from nes_model.pricing.cautions import name_mixed_taxes, name_other_readings
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.pricing.sentences import qualify_following_years
from nes_model.scenario.scenario import Scenario
from nes_model.scenario.trimming import find_bases

_COUNTS = (Basis.MEMBER, Basis.ESTABLISHMENT, Basis.MEDICO_SOCIAL_ESTABLISHMENT, Basis.STRUCTURE, Basis.USER)
_NO_USERS = "nombre d'utilisateurs non indiqué"


def list_counts(quote: Quote) -> list[str]:
    """What the organisation counts and its price depends on: "1 adhérent", "3 établissements"."""
    counted = find_bases(quote.scenario.category, quote.edition)
    told = [per for per in _COUNTS if per in counted and (quote.scenario.quantity("", per) or not per.may_be_nil)]
    return [_count(quote.scenario, per) for per in told]


def _count(scenario: Scenario, per: Basis) -> str:
    count = scenario.quantity("", per)
    return format_quantity(per, count) if count else _NO_USERS


def list_options(quote: Quote) -> list[str]:
    """The options, each with how many, how often and at which of two prices, asked for or by default."""
    offers = quote.edition.options.values()
    return [", ".join([each.label, *_how(each, quote)]) for each in offers if each.id in quote.scenario.options]


def list_cautions(quote: Quote) -> Iterator[str]:
    """What the amounts of a quote rest on, in sentences: readings, taxes, the years that they hold for."""
    if quote.scenario.readings:
        yield f"{name_other_readings(quote.scenario.readings)}."
    if quote.mixes_taxes:
        yield f"{capitalise(name_mixed_taxes(quote))}."
    if supposed := [each for each in qualify_following_years(quote) if not each.startswith("+")]:
        yield f"Montants {', '.join(supposed)}."


def _how(offer: Offer, quote: Quote) -> dict[str, None]:
    """What is said once however many charges share it: the installation and the subscription of the same sites."""
    return dict.fromkeys(_details(offer, quote))


def _details(offer: Offer, quote: Quote) -> Iterator[str]:
    for row in quote.rows:
        billed, per = row.billed, row.billed.charge.per
        if billed.offer.id != offer.id:
            continue
        if not per.is_count:
            yield format_quantity(per, quote.scenario.quantity(offer.id, per))
        if billed.charge.every_is_free:
            yield "chaque année" if billed.recurs else "une fois"
        if len(row.weighed) > 1 and isinstance(billed, QuoteLine):
            yield f"au prix par {name_unit(per)}"
