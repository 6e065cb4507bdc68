"""What a reader of a quote must know besides its figures, in French sentences."""

from collections.abc import Iterator

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.offer import Offer
from nes_model.money import NO_BREAK_SPACE, format_number
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.scenario.scenario import Scenario


def write_notes(quote: Quote) -> tuple[str, ...]:
    """Amounts that are supposed, what has no price, mixed taxes, counts that look odd."""
    return (
        *_supposed_tariffs(quote),
        *_missing_prices(quote),
        *_mixed_taxes(quote),
        *_odd_counts(quote),
        *_idle_counts(quote),
        *_later_years(quote),
    )


def name_missing_prices(quote: Quote) -> str:
    """What the totals leave out: "hors 2 prestations non chiffrées", or nothing."""
    count = len(quote.unpriced)
    plural = "s" * (count > 1)
    return f"hors {count} prestation{plural} non chiffrée{plural}" if count else ""


def _supposed_tariffs(quote: Quote) -> Iterator[str]:
    if quote.what_ifs:
        yield (f"Simulation de tarif, et non le tarif en vigueur : {' ; '.join(str(each) for each in quote.what_ifs)}.")


def _missing_prices(quote: Quote) -> Iterator[str]:
    if quote.unpriced:
        names = ", ".join(f"{each.label} ({each.reason})" for each in quote.unpriced)
        yield f"Les totaux s'entendent {name_missing_prices(quote)} : {names}."


def _mixed_taxes(quote: Quote) -> Iterator[str]:
    excl_vat = [line for line in quote.lines if line.is_excl_vat]
    if quote.mixes_taxes:
        names = ", ".join(_with_vat(line) for line in excl_vat)
        yield (
            "Les totaux additionnent des montants hors taxes et des montants dont le catalogue ne précise pas la taxe. "
            f"Hors taxes : {names}."
        )


def _with_vat(line: QuoteLine) -> str:
    rate = f"{format_number(line.vat_rate)}{NO_BREAK_SPACE}%"
    return (
        f"{line.label}, {line.first_year}{NO_BREAK_SPACE}HT la première année, "
        f"soit {line.incl_vat(line.first_year)} TTC à {rate}"
    )


def _later_years(quote: Quote) -> Iterator[str]:
    known = [quote.edition.header.id, *(each.edition.header.id for each in quote.later)]
    if quote.unanswered:
        yield (
            f"L'édition {quote.unanswered} ne peut pas chiffrer ce scénario tel quel : "
            f"les années suivantes gardent les montants de l'édition {known[-1]}."
        )
    if quote.later and quote.scenario.horizon > 1:
        last = " ; la hausse supposée ne joue qu'ensuite" if quote.scenario.yearly_increase else ""
        yield f"Chaque année est chiffrée avec son édition quand elle existe ({', '.join(known)}){last}."


def _odd_counts(quote: Quote) -> Iterator[str]:
    scenario = quote.scenario
    connected = max(
        (line.quantity for line in quote.lines if line.charge.per is Basis.CONNECTED_ESTABLISHMENT), default=0
    )
    if connected > scenario.establishments:
        yield (
            f"Vous comptez plus d'établissements raccordés ({format_number(connected)}) "
            f"que d'établissements ({format_number(scenario.establishments)}) : vérifiez ces deux nombres."
        )
    by_establishment = any(line.charge.per is Basis.ESTABLISHMENT for line in quote.lines)
    if by_establishment and scenario.members > scenario.establishments:
        yield (
            f"Vous comptez plus d'adhérents ({format_number(scenario.members)}) que d'établissements "
            f"({format_number(scenario.establishments)}) : chaque adhérent a au moins un établissement."
        )


def _idle_counts(quote: Quote) -> Iterator[str]:
    """A number that was given and moves nothing, and what would make it count."""
    scenario, counted = quote.scenario, {line.charge.per for line in quote.lines}
    for per, given, name in [
        (Basis.ESTABLISHMENT, scenario.establishments > 1, "d'établissements"),
        (Basis.USER, scenario.users > 0, "d'utilisateurs"),
        (Basis.STRUCTURE, scenario.structures > 1, "de structures"),
    ]:
        offers = [offer.label for offer in quote.edition.options.values() if _is_counted_by(per, offer, scenario)]
        if given and per not in counted and offers:
            yield f"Le nombre {name} ne change pas ce total : il ne compte qu'avec {' ou '.join(offers)}."


def _is_counted_by(per: Basis, offer: Offer, scenario: Scenario) -> bool:
    return any(charge.per is per for row in offer.billed_to(scenario.category) for charge in row)
