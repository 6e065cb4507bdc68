"""What a quote comes to each month, for all and for each site or user, and what membership opens for it."""

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.offer import Taking
from nes_model.catalogue.wording import name_unit
from nes_model.money import Amount
from nes_model.pricing.quote import Quote

_MONTHS = 12
_SHARED = (Basis.ESTABLISHMENT, Basis.USER)  # what a board divides a cost by


def each_month(quote: Quote) -> Amount:
    """What a following year comes to each month, in euros, before any increase."""
    return (quote.following_years / _MONTHS).to_cents()


def write_access(quote: Quote) -> str:
    """How much membership opens to this category, and how much more the add-on pack would, in French."""
    edition, category = quote.edition, quote.scenario.category
    counts = {
        pack.id: sum(edition.open_to(each, category) for each in edition.features if each.offer == pack.id)
        for pack in edition.packs.values()
    }
    taken = [pack for pack in edition.packs.values() if pack.taking is Taking.INCLUDED or pack.id in quote.offers]
    said = f"L'adhésion vous ouvre {sum(counts[pack.id] for pack in taken)} fonctions"
    more = [pack for pack in edition.packs.values() if pack not in taken and counts[pack.id]]
    return said + "".join(f" ; le {pack.label.lower()}, {counts[pack.id]} de plus" for pack in more) + "."


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
