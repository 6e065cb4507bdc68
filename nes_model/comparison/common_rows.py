"""Several quotes side by side: their lines on common rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count

from nes_model.catalogue.offer import Offer
from nes_model.money import Costed, Costs, total_costs
from nes_model.pricing.quote import CalledCharge, Quote, QuoteLine, UnpricedLine
from nes_model.pricing.summary import summarise_differences

RowKey = tuple[str, str]  # the offer's id and the line's label: an entry bears the same one in every category


@dataclass(frozen=True, slots=True)
class CommonCell(Costed):
    """What one quote has on a row: nothing, or billed lines, priced or not."""

    billed: tuple[CalledCharge, ...]

    @property
    def unpriced(self) -> str:
        """Why there is no amount, when there is none."""
        return next((each.reason for each in self._unpriced), "")

    @property
    def unpriced_later(self) -> str:
        """Why there is none for a following year; what is paid once is known to cost nothing then."""
        return next((each.reason for each in self._unpriced if each.recurs), "")

    @property
    def _unpriced(self) -> list[UnpricedLine]:
        return [each for each in self.billed if isinstance(each, UnpricedLine)]

    @property
    def lines(self) -> list[QuoteLine]:
        """The lines that have a price."""
        return [each for each in self.billed if isinstance(each, QuoteLine)]

    @property
    def costs(self) -> Costs:
        """What is paid on this row."""
        return total_costs(line.costs for line in self.lines)


@dataclass(frozen=True, slots=True)
class CommonRow:
    """One line across several quotes."""

    offer: Offer
    label: str
    cells: tuple[CommonCell, ...]  # one a quote, in their order

    @property
    def key(self) -> RowKey:
        """What makes two lines of different quotes the same row."""
        return self.offer.id, self.label


def name_quotes(quotes: Sequence[Quote]) -> tuple[str, ...]:
    """What to call each quote: its label, or its category, with what makes it where another one has the same.

    Those that still share a name are told apart by a number.
    """
    found: list[str] = []
    unnamed = Counter(quote.scenario.category for quote in quotes if not quote.scenario.label)
    for quote in quotes:
        name, is_shared = quote.checked.name, unnamed[quote.scenario.category] > 1
        if not quote.scenario.label and is_shared and (made_of := summarise_differences(quote)):
            name = f"{name}, {made_of}"
        numbered = (f"{name} ({number})" for number in count(2))
        found.append(next(each for each in chain([name], numbered) if each not in found))
    return tuple(found)


def list_common_rows(quotes: Sequence[Quote]) -> tuple[CommonRow, ...]:
    """The lines of all the quotes on common rows, in catalogue order."""
    cells = [_cells(quote) for quote in quotes]
    found: dict[RowKey, Offer] = {}
    for held in cells:
        found |= {key: billed[0].offer for key, billed in held.items() if key not in found}
    rank = {offer.id: index for index, offer in enumerate(offer for quote in quotes for offer in quote.edition.offers)}
    order = sorted(found, key=lambda key: rank[key[0]])
    return tuple(
        CommonRow(found[key], key[1], tuple(CommonCell(tuple(held.get(key, ()))) for held in cells)) for key in order
    )


def _cells(quote: Quote) -> dict[RowKey, list[CalledCharge]]:
    cells: dict[RowKey, list[CalledCharge]] = {}
    for each in quote.billed:
        cells.setdefault((each.offer.id, each.label), []).append(each)
    return cells
