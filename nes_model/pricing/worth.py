"""What a quote comes to each month, for all and for each site or user, and what membership opens for it."""

from collections.abc import Sequence

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.offer import Feature, Taking
from nes_model.catalogue.wording import name_unit
from nes_model.french import list_words
from nes_model.money import Amount
from nes_model.pricing.quote import Quote

_MONTHS = 12
_SHARED = (Basis.ESTABLISHMENT, Basis.USER)  # what a board divides a cost by


def each_month(quote: Quote) -> Amount:
    """What a following year comes to each month, in euros, before any increase."""
    return (quote.following_years / _MONTHS).to_cents()


def write_access(quote: Quote) -> str:
    """How many features membership opens to this category, and the add-on pack would, with a few of them, in French."""
    edition, category = quote.edition, quote.scenario.category
    opened = {
        pack.id: [each for each in edition.features if each.offer == pack.id and edition.open_to(each, category)]
        for pack in edition.packs.values()
    }
    taken = [pack for pack in edition.packs.values() if pack.taking is Taking.INCLUDED or pack.id in quote.offers]
    had = [feature for pack in taken for feature in opened[pack.id]]
    more = [pack for pack in edition.packs.values() if pack not in taken and opened[pack.id]]
    said = [f"L'adhésion vous ouvre {len(had)} fonctions{_name_a_few(had)}"]
    said += [f"le {pack.label.lower()}, {len(opened[pack.id])} de plus{_name_a_few(opened[pack.id])}" for pack in more]
    return f"{' ; '.join(said)}."


def _name_a_few(features: Sequence[Feature]) -> str:
    named = [feature.brief for feature in features if feature.brief]
    return f", dont {list_words(named)}" if named else ""


def write_cost_each_month(quote: Quote) -> str:
    """What it comes to each month from the second year on, and for each site or user; nothing when nothing recurs."""
    if not quote.following_years:
        return ""
    shares = [
        f"{(quote.following_years / (_MONTHS * int(count))).to_cents()!s} par {name_unit(per)}"
        for per in _SHARED
        if (count := quote.scenario.quantity("", per)) > 1 and any(line.charge.per is per for line in quote.lines)
    ]
    each = f", soit {' ou '.join(shares)}" if shares else ""
    return f"À partir de la deuxième année : {each_month(quote)} par mois{each}."
