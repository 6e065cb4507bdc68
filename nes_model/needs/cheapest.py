"""Of several sets of offers, the cheapest.

It is decided in this order, on quotes that `price()` makes, over the scenario's horizon:
1. fewest charges without a price: what is not priced is never taken for free;
2. lowest cumulative cost by the high end of its range, amounts printed without VAT counted with it: never understated;
3. lowest cumulative cost by the low end;
4. not joining rather than joining, then fewest offers, then the catalogue's order.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from nes_model.catalogue.edition import Edition
from nes_model.needs.ways import Way
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Line, Quote, UnpricedLine
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import OptionChoice, Scenario


def find_cheapest(
    ways: Iterable[Way], scenario: Scenario, edition: Edition, later: Sequence[Edition]
) -> tuple[Way, Quote]:
    """The cheapest of those ways, and its quote.

    Raises:
        InvalidInputError: the scenario cannot be priced.
    """
    candidates = [(way, _price(way, scenario, edition, later)) for way in ways]
    return min(candidates, key=lambda candidate: _rank(*candidate))


def price_taking(
    options: Collection[str], scenario: Scenario, edition: Edition, later: Sequence[Edition] = ()
) -> Quote:
    """The quote of a scenario that takes those options and no other; of its own, only how each is counted.

    Raises:
        InvalidInputError: the scenario cannot be priced.
    """
    taken = {id_: scenario.options.get(id_, OptionChoice()) for id_ in edition.options if id_ in options}
    return price(scenario.model_copy(update={"options": taken}), edition, later)


def _price(way: Way, scenario: Scenario, edition: Edition, later: Sequence[Edition]) -> Quote:
    """The quote of a set of offers; whoever does not join pays only for what was taken."""
    quote = price_taking(way.offers, scenario, edition, later)
    return quote if way.membership else _only(way.offers, quote)


def _only(offers: frozenset[str], quote: Quote) -> Quote:
    return replace(
        quote,
        rows=tuple(row for row in quote.rows if row.billed.offer.id in offers),
        later=tuple(_only(offers, each) for each in quote.later),
    )


def _rank(way: Way, quote: Quote) -> tuple[int, Decimal, Decimal, bool, int, list[int]]:
    order = list(quote.edition.options)
    cost = project(_with_vat(quote))[-1].cumulative
    indices = sorted(order.index(offer) for offer in way.offers)
    unpriced = len(quote.unpriced) + sum(map(len, quote.find_unpriced_later().values()))
    return unpriced, cost.high, cost.low, way.membership, len(indices), indices


def _with_vat(quote: Quote) -> Quote:
    rows = tuple(replace(row, billed=_line_with_vat(row.billed)) for row in quote.rows)
    return replace(quote, rows=rows, later=tuple(_with_vat(each) for each in quote.later))


def _line_with_vat(line: Line) -> Line:
    return line if isinstance(line, UnpricedLine) else replace(line, costs=line.costs_incl_vat)
