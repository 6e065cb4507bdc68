"""Which way to have what is wanted is the cheapest.

In this order, on quotes that `price()` makes, over the scenario's horizon:
1. fewest charges without a price: what is not priced is never taken for free;
2. lowest cumulative cost by the high end of its range, amounts printed without VAT counted with it: never understated;
3. lowest cumulative cost by the low end;
4. not joining rather than joining, then fewest offers, then the catalogue's order.
"""

from dataclasses import replace
from decimal import Decimal

from nes_model.needs.ways import Way
from nes_model.pricing.projection import project
from nes_model.pricing.quote import Counted, Quote, Unpriced


def rank_way(way: Way, quote: Quote) -> tuple[int, Decimal, Decimal, bool, int, list[int]]:
    """What is compared of a way to have what is wanted, and of its quote over the scenario's horizon: least first."""
    order = list(quote.edition.options)
    cost = project(_with_vat(quote))[-1].cumulative
    indices = sorted(order.index(offer) for offer in way.offers)
    unpriced = len(quote.unpriced) + sum(map(len, quote.find_unpriced_later().values()))
    return unpriced, cost.high, cost.low, way.membership, len(indices), indices


def _with_vat(quote: Quote) -> Quote:
    rows = tuple(replace(row, billed=_line_with_vat(row.billed)) for row in quote.rows)
    return replace(quote, rows=rows, later=tuple(_with_vat(each) for each in quote.later))


def _line_with_vat(line: Counted) -> Counted:
    return line if isinstance(line, Unpriced) else replace(line, costs=line.costs_incl_vat)
