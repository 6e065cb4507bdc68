"""A quote as the workbook needs it: with the alternatives that were not billed, and what may become priced."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from nes_model.catalogue.charge import Basis, Charge
from nes_model.money import Amount, Costs
from nes_model.pricing.quote import Line, Quote, QuoteLine, QuoteRow
from nes_model.reports.workbook import names


def split_by_column(costs: Costs | None) -> Mapping[str, Amount | None]:
    """Both amounts by the columns that they go in; None when there are none."""
    first, following = (None, None) if costs is None else (costs.first_year, costs.following_years)
    return {"first": first, "following": following}


@dataclass(frozen=True)
class Item:
    """A charge as the quote counts it."""

    line: Line

    @property
    def charge(self) -> Charge:
        """The priced element."""
        return self.line.charge

    @property
    def has_price(self) -> bool:
        """Whether the catalogue prices it; without users it may have a price and no amount yet."""
        return self.charge.amount is not None

    @property
    def may_be_uncounted(self) -> bool:
        """Whether its quantity can be nil, which leaves it without an amount."""
        return self.charge.per is Basis.USER

    @property
    def recurs(self) -> bool:
        """Whether it comes back every year."""
        return self.line.recurs

    @property
    def quantity(self) -> Decimal:
        """How many of it when the file was made; nil when it was not given."""
        return self.line.quantity if isinstance(self.line, QuoteLine) else Decimal(0)

    @property
    def amounts(self) -> Mapping[str, Amount | None]:
        """Its amounts by their columns; None when it has none."""
        return split_by_column(self.line.costs if isinstance(self.line, QuoteLine) else None)

    @property
    def amounts_incl_vat(self) -> Mapping[str, Amount | None]:
        """The same, with VAT where the catalogue prints them without."""
        return split_by_column(self.line.costs_incl_vat if isinstance(self.line, QuoteLine) else None)


@dataclass(frozen=True)
class EstimateRow:
    """What is billed in one line: an item, or one of several."""

    items: tuple[Item, ...]
    billed: Item
    explanation: str  # how it was computed, or why it has no price

    @property
    def is_choice(self) -> bool:
        """Whether another alternative than the one billed could be."""
        return len(self.items) > 1 and bool(self.priced)

    @property
    def may_recur(self) -> bool:
        """Whether it is paid every year, whatever is billed, or would be if it had a price."""
        return any(item.recurs for item in self.items)

    @property
    def is_counted(self) -> bool:
        """Whether it has an amount."""
        return isinstance(self.billed.line, QuoteLine)

    @property
    def priced(self) -> tuple[Item, ...]:
        """The alternatives that the catalogue prices."""
        return tuple(item for item in self.items if item.has_price)


@dataclass(frozen=True)
class Estimate:
    """A quote and its place in the workbook."""

    number: int
    quote: Quote
    of_several: bool
    is_later: bool = False  # of a later edition: only what recurs counts, in the years that it prices

    @property
    def title(self) -> str:
        """Its label, or its category's; numbered when there are several."""
        name = self.quote.checked.name
        name = f"{name}, années suivantes selon l'édition {self.edition}" if self.is_later else name
        return f"{self.number}. {name}" if self.of_several else name

    @property
    def edition(self) -> str:
        """The id of the edition that prices it."""
        return self.quote.edition.header.id

    @cached_property
    def blocks(self) -> "tuple[Estimate, ...]":
        """Itself, then the same under each later edition."""
        return self, *(replace(self, quote=quote, is_later=True) for quote in self.quote.later)

    def name_column(self, end: str = "") -> str:
        """The key of the column that holds its figures, where every estimate has its own."""
        return f"{self.number}{end}"

    def name(self, what: str, end: str = "") -> str:
        """The name of one of its cells: `Etablissements_1`, `Premiere_annee_min_2`."""
        return f"{what}{end}_{self.number}"

    def name_following_years(self, end: str) -> str:
        """The cell of what each following year costs, under the first edition or a later one."""
        later = f"_edition_{names.write_id(self.edition)}" if self.is_later else ""
        return self.name(f"{names.FOLLOWING_YEARS}{later}", end)

    def name_quantity(self, item: Item) -> str:
        """The cell of the quantity asked for an option, or the count that stands for it."""
        per = item.charge.per
        if per is Basis.OTHER_ESTABLISHMENT:
            counted = Basis.ESTABLISHMENT, Basis.MEDICO_SOCIAL_ESTABLISHMENT
            return f"MAX({'-'.join(self.name(names.COUNTS[each]) for each in counted)},0)"
        option = f"Quantite_{names.write_id(item.line.offer.id)}_{names.write_id(per)}"
        return self.name(names.COUNTS.get(per, option))

    def name_billing(self, row: EstimateRow) -> str:
        """The cell of how an option with prices to choose from is billed."""
        return self.name(f"Facturation_{names.write_id(row.billed.line.offer.id)}")

    @property
    def refundable(self) -> Amount | None:
        """The capital that is given back; None when part of it has no price."""
        unpriced = any(each.charge.refundable for each in self.quote.unpriced)
        return None if unpriced else self.quote.refundable

    @property
    def amount_columns(self) -> tuple[str, ...]:
        """The columns of its amounts: a later edition prices no first year."""
        return ("following",) if self.is_later else ("first", "following")

    @cached_property
    def rows(self) -> tuple[EstimateRow, ...]:
        """What it is billed for, in catalogue order."""
        rows = map(_row, self.quote.rows)
        return tuple(row for row in rows if row.may_recur or not self.is_later)

    @property
    def items(self) -> Iterator[Item]:
        """Every charge of every row, billed or not."""
        return (item for row in self.rows for item in row.items)

    @property
    def has_range(self) -> bool:
        """Whether a price that it uses, or might use, is a range."""
        prices = [item.charge.amount for block in self.blocks for item in block.items]
        return any(price is not None and price.is_range for price in prices)


def _row(row: QuoteRow) -> EstimateRow:
    items = tuple(map(Item, row.weighed))
    billed = next(item for item in items if item.charge.id == row.billed.id)
    said = row.billed.explanation if isinstance(row.billed, QuoteLine) else f"Non chiffré : {row.billed.reason}"
    return EstimateRow(items, billed, said)


def number_quotes(quotes: tuple[Quote, ...]) -> tuple[Estimate, ...]:
    """The quotes, numbered from 1."""
    return tuple(Estimate(number, quote, len(quotes) > 1) for number, quote in enumerate(quotes, start=1))
