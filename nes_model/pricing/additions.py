"""What an option that is not taken would add, for this organisation, in a few French words."""

from collections.abc import Sequence
from dataclasses import replace

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.wording import format_quantity
from nes_model.french import capitalise
from nes_model.money import NO_BREAK_SPACE, total
from nes_model.pricing.quote import Quote, QuoteLine
from nes_model.pricing.rule import count_offer
from nes_model.scenario.scenario import COUNTS, OptionChoice


def describe_addition(option: str, quote: Quote) -> str:
    """What taking an option adds each year and once: "+ 3 600,00 € par an pour vos 3 établissements".

    Args:
        option: one that the quote's category may take, and that the quote does not hold.
        quote: without it; the amounts are euros, at the option's usual quantity.
    """
    scenario, edition = quote.scenario, quote.edition
    wider = scenario.model_copy(update={"options": {**scenario.options, option: OptionChoice()}})
    added = tuple(count_offer(edition.options[option], wider, edition))
    alone = replace(quote, rows=added)
    if said := _describe(alone.lines):
        return f"+ {said}"
    if not alone.unpriced:
        return "Ne change pas ces totaux"
    ungiven = next((each.reason for each in alone.unpriced if each.lacks_count), "")
    return capitalise(ungiven) or "Sans prix publié"


def describe_share(option: str, quote: Quote) -> str:
    """What an option that is taken costs each year and once; nothing when it has no price."""
    said = _describe([line for line in quote.lines if line.offer.id == option])
    return f"Soit {said}" if said else ""


def _describe(lines: Sequence[QuoteLine]) -> str:
    yearly = total(line.following_years for line in lines if line.recurs)
    once = total(line.first_year for line in lines if not line.recurs)
    tax = f"{NO_BREAK_SPACE}HT" if all(line.is_excl_vat for line in lines) else ""
    parts = [f"{amount}{tax} {rhythm}" for amount, rhythm in [(yearly, "par an"), (once, "une seule fois")] if amount]
    return f"{' et '.join(parts)}{_for_how_many(lines)}" if parts else ""


def _for_how_many(lines: Sequence[QuoteLine]) -> str:
    """The number that the amount was counted for, when there is more than one of it."""
    counted = {(line.charge.per, line.quantity) for line in lines if _is_worth_saying(line)}
    if len(counted) != 1:
        return ""
    per, quantity = counted.pop()
    return f" pour {'vos ' if per in COUNTS else ''}{format_quantity(per, quantity)}"


def _is_worth_saying(line: QuoteLine) -> bool:
    return line.charge.per is not Basis.MEMBER and (line.quantity > 1 or line.charge.per not in COUNTS)
