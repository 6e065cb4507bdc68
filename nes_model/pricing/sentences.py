"""What a reader of a quote must know besides its figures, in French sentences."""

from collections.abc import Iterable, Iterator

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.wording import format_quantity, name_number, name_unit
from nes_model.french import list_words
from nes_model.money import NO_BREAK_SPACE, format_number
from nes_model.pricing.break_even import find_meeting_point
from nes_model.pricing.cautions import (
    MIXED_TAXES,
    name_left_out,
    name_missing_prices,
    name_prices_of_following_years,
)
from nes_model.pricing.quote import Quote, QuoteLine, QuoteRow, UnpricedLine
from nes_model.scenario.counts import BY_BASIS
from nes_model.scenario.scenario import Scenario

_COUNTED = {Basis.ESTABLISHMENT: "d'établissements", Basis.USER: "d'utilisateurs", Basis.STRUCTURE: "de structures"}


def write_notes(quote: Quote) -> tuple[str, ...]:
    """Amounts that are supposed, what has no price, mixed taxes, counts that look odd."""
    return (
        *_supposed_tariffs(quote),
        *_missing_prices(quote),
        *_mixed_taxes(quote),
        *_odd_counts(quote),
        *write_hypotheses(quote),
        *_idle_counts(quote),
        *_later_years(quote),
    )


def qualify_first_year(quote: Quote) -> tuple[str, ...]:
    """What must be read beside the first year's figure, in a few words: what it leaves out, what it supposes."""
    return (*name_left_out(quote.unpriced), *_supposed_billing(quote))


def qualify_following_years(quote: Quote) -> tuple[str, ...]:
    """What must be read beside the figure of each following year: the prices to come are not in it either."""
    recurring = [each for each in quote.unpriced if each.recurs]
    return (*name_left_out(recurring), *_supposed_billing(quote), *name_prices_of_following_years(quote))


def list_ungiven(scenario: Scenario, rows: Iterable[QuoteRow]) -> Iterator[tuple[QuoteLine, UnpricedLine]]:
    """The choices that could not be weighed, since nobody said how many: what is billed, and what it hides.

    A price that was asked for, and is the one billed, is no hypothesis.
    """
    for row in rows:
        choice = scenario.options.get(row.billed.offer.id)
        for each in row.weighed:
            if not isinstance(each, UnpricedLine) or not each.lacks_count:
                continue
            if isinstance(row.billed, QuoteLine) and not (choice and choice.billing is row.billed.charge.per):
                yield row.billed, each


def _supposed_tariffs(quote: Quote) -> Iterator[str]:
    if quote.what_ifs:
        yield (f"Simulation de tarif, et non le tarif en vigueur : {' ; '.join(str(each) for each in quote.what_ifs)}.")


def _missing_prices(quote: Quote) -> Iterator[str]:
    if quote.unpriced:
        yield f"Les totaux s'entendent {name_missing_prices(quote)} : {_with_reasons(quote.unpriced)}."
    for edition, left in quote.find_unpriced_later().items():
        names = _with_reasons(left)
        yield f"Le total de plusieurs années laisse de côté ce qui est sans prix dans l'édition {edition} : {names}."


def _with_reasons(unpriced: Iterable[UnpricedLine]) -> str:
    return ", ".join(f"{each.label} ({each.reason})" for each in unpriced)


def _mixed_taxes(quote: Quote) -> Iterator[str]:
    if quote.mixes_taxes:
        names = ", ".join(_with_vat(line) for line in quote.lines if line.is_excl_vat)
        yield f"{MIXED_TAXES} {names}."


def _with_vat(line: QuoteLine) -> str:
    rate, with_vat = f"{format_number(line.vat_rate)}{NO_BREAK_SPACE}%", line.costs_incl_vat
    first = (
        f"{line.label}, {line.first_year}{NO_BREAK_SPACE}HT la première année, soit {with_vat.first_year} TTC à {rate}"
    )
    if not line.recurs:
        return first
    if line.following_years == line.first_year:
        return f"{first}, puis autant chaque année"
    return f"{first}, puis {line.following_years}{NO_BREAK_SPACE}HT chaque année, soit {with_vat.following_years} TTC"


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
    for per, name in _COUNTED.items():
        if per in counted or scenario.quantity("", per) <= BY_BASIS[per].least:
            continue
        preferred = [row for row in quote.rows if any(each.charge.per is per for each in row.weighed)]
        offers = _name_options_counted_by(per, quote)
        for row in preferred:
            yield f"Le nombre {name} ne change pas ce total : {_why_preferred(row, scenario)}."
        if offers and not preferred:
            yield f"Le nombre {name} ne change pas ce total : il ne compte qu'avec {' ou '.join(offers)}."


def explain_idle_counts(quote: Quote) -> str:
    """Of the counts that the category is asked for: those that move nothing here, and what would make them count."""
    counted = {each.charge.per for row in quote.rows for each in row.weighed}
    idle: dict[tuple[str, ...], list[str]] = {}
    for per, name in _COUNTED.items():
        offers = _name_options_counted_by(per, quote)
        if offers and per not in counted:
            idle.setdefault(offers, []).append(name)
    return " ".join(
        f"{'Les nombres' if len(names) > 1 else 'Le nombre'} {list_words(names)} ne compte{'nt' * (len(names) > 1)} "
        f"qu'avec : {', '.join(offers)}."
        for offers, names in idle.items()
    )


def _why_preferred(row: QuoteRow, scenario: Scenario) -> str:
    """Why a row bills one alternative: it is asked for, or it wins on one side of the break-even."""
    choice, per = scenario.options.get(row.billed.offer.id), row.billed.charge.per
    price = f"le prix par {name_unit(per)}"
    if choice and choice.billing is per:
        return f"{price} est demandé"
    if not (users := _meeting_point(row)):
        return f"{price} l'emporte"
    side = "jusqu'à" if per is Basis.USER else "au-delà de"
    return f"{side} {format_quantity(Basis.USER, users)}, {price} l'emporte"


def write_hypotheses(quote: Quote) -> Iterator[str]:
    """What a figure supposes for want of a count: only one of two prices is known."""
    for row in quote.rows:
        for billed, other in list_ungiven(quote.scenario, [row]):
            users = _meeting_point(row)
            below = f" ; en dessous de {format_quantity(Basis.USER, users)}, l'autre serait moins cher" if users else ""
            yield (
                f"Hypothèse : faute du {name_number(other.charge.per)}, {billed.label} est compté au prix par "
                f"{name_unit(billed.charge.per)}{below}."
            )


def _supposed_billing(quote: Quote) -> Iterator[str]:
    for billed, other in list_ungiven(quote.scenario, quote.rows):
        yield f"au prix par {name_unit(billed.charge.per)}, faute du {name_number(other.charge.per)}"


def _meeting_point(row: QuoteRow) -> int:
    """How many users cost as much as the structures of a row, rounded down; 0 when the row is no such choice."""
    user = next((each.charge for each in row.weighed if each.charge.per is Basis.USER), None)
    other = next((each for each in row.weighed if each.charge.per is Basis.STRUCTURE), None)
    if user is None or user.amount is None or not isinstance(other, QuoteLine):
        return 0
    return int(find_meeting_point(user.amount * user.periods, other.following_years) or 0)


def _name_options_counted_by(per: Basis, quote: Quote) -> tuple[str, ...]:
    """The options, taken or not, of which the category is billed something by that count."""
    offers, category = quote.edition.options.values(), quote.scenario.category
    paid = ((offer.label, {charge.per for row in offer.billed_to(category) for charge in row}) for offer in offers)
    return tuple(label for label, counted_by in paid if per in counted_by)
