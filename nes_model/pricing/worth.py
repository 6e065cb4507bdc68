"""What a following year is made of, what it comes to each month, site or user, and what it opens."""

from collections.abc import Sequence

from nes_model.catalogue.charge import MONTHS, Basis
from nes_model.catalogue.offer import Feature, Offer, Taking
from nes_model.catalogue.wording import name_unit
from nes_model.french import list_words, write_count
from nes_model.money import Amount, total
from nes_model.pricing.cautions import name_prices_of_following_years
from nes_model.pricing.quote import Quote

_SHARED = (Basis.ESTABLISHMENT, Basis.USER)  # what a board divides a cost by


def spread_over_months(quote: Quote) -> Amount:
    """What a following year comes to each month, in euros, before any increase."""
    return (quote.following_years / MONTHS).to_cents()


def write_shares(quote: Quote) -> str:
    """What membership and the options each cost in a following year, in euros; nothing when one of them has it all."""
    recurring = [line for line in quote.lines if line.recurs]
    options = total(line.following_years for line in recurring if line.offer.taking is Taking.OPTIONAL)
    membership = total(line.following_years for line in recurring if line.offer.taking is not Taking.OPTIONAL)
    return f"{membership} d'adhésion et {options} d'options" if membership and options else ""


def write_opened(quote: Quote) -> str:
    """How many features membership and the packs taken open to this category, with a few of them, in French."""
    return f"{_say_opened(quote)}."


def write_access(quote: Quote) -> str:
    """What `write_opened` says, and what the packs that are not taken would open."""
    others = [pack for pack in quote.edition.packs.values() if pack not in quote.packs]
    more = [(pack.label.lower(), found) for pack in others if (found := _list_opened([pack], quote))]
    said = [f"le {label}, {len(found)} de plus{_name_a_few(found)}" for label, found in more]
    return f"{' ; '.join([_say_opened(quote), *said])}."


def _say_opened(quote: Quote) -> str:
    had = _list_opened(quote.packs, quote)
    bought = [f"le {pack.label.lower()}" for pack in quote.packs if pack.taking is Taking.OPTIONAL]
    openers = list_words(["L'adhésion", *bought])
    opens = "vous ouvrent" if bought else "vous ouvre"
    return f"{openers} {opens} {write_count(len(had), 'fonction')}{_name_a_few(had)}"


def _list_opened(packs: Sequence[Offer], quote: Quote) -> list[Feature]:
    return [each for pack in packs for each in quote.edition.list_features(pack, quote.scenario.category)]


def _name_a_few(features: Sequence[Feature]) -> str:
    named = [feature.brief for feature in features if feature.brief]
    return f", dont {list_words(named)}" if named else ""


def write_cost_each_month(quote: Quote) -> str:
    """What it comes to each month from the second year on, and for each site or user; nothing when nothing recurs."""
    if not quote.following_years:
        return ""
    shares = [
        f"{(quote.following_years / (MONTHS * int(count))).to_cents()!s} par {name_unit(per)}"
        for per in _SHARED
        if (count := quote.scenario.quantity("", per)) > 1 and any(line.charge.per is per for line in quote.lines)
    ]
    each = f", soit {' ou '.join(shares)}" if shares else ""
    when = "Chaque année suivante" if quote.later else "À partir de la deuxième année"  # which has its own edition
    prices = "".join(f", {said}" for said in name_prices_of_following_years(quote))
    return f"{when} : {spread_over_months(quote)} par mois{each}{prices}."
