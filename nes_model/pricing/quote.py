"""A quote and its explained lines: an estimate, never a NeS quotation."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from nes_model.catalogue.charge import Cadence, Charge, Tax
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Taking
from nes_model.catalogue.what_if import WhatIf
from nes_model.money import Amount, Costed, Costs, total, total_costs
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True)
class CalledCharge:
    """A charge that a scenario calls for, whether it has a price or not."""

    offer: Offer
    charge: Charge
    recurs: bool  # whether it comes back every year, as the scenario takes it

    @property
    def id(self) -> str:
        """The id of its charge."""
        return self.charge.id

    @property
    def label(self) -> str:
        """What is paid for, in French."""
        return self.charge.label

    @property
    def source(self) -> str:
        """Where it is in the catalogue."""
        return self.charge.source or self.offer.source

    @property
    def cadence(self) -> Cadence:
        """How often it is billed; a one-off that was asked for every year is yearly."""
        return Cadence.YEARLY if self.recurs and self.charge.every is Cadence.ONCE else self.charge.every


@dataclass(frozen=True)
class QuoteLine(Costed, CalledCharge):
    """A charge, counted: what it costs in the first year and in each following one, and why."""

    quantity: Decimal
    costs: Costs
    explanation: str
    vat_rate: Decimal  # percent, used only for amounts printed without VAT

    @property
    def each_time(self) -> Amount:
        """What is paid each time it is billed: every month, every year, or once."""
        return ((self.charge.amount or Amount.zero()) * self.quantity).to_cents()

    @property
    def is_excl_vat(self) -> bool:
        """Whether its amounts are without VAT."""
        return self.charge.tax is Tax.EXCL_VAT

    @property
    def costs_incl_vat(self) -> Costs:
        """What it costs once VAT is added; the same where its tax is not stated."""
        return self.costs.incl_vat(self.vat_rate) if self.is_excl_vat else self.costs


@dataclass(frozen=True)
class UnpricedLine(CalledCharge):
    """Something asked for that the catalogue does not price, or for which nobody said how many to count."""

    reason: str

    @property
    def lacks_count(self) -> bool:
        """Whether it is priced, and only how many are counted is missing."""
        return self.charge.amount is not None


Line = QuoteLine | UnpricedLine


@dataclass(frozen=True)
class QuoteRow:
    """What is billed in one line, and the alternatives that it was preferred to."""

    billed: Line
    weighed: tuple[Line, ...]  # all the alternatives, the one billed among them, in catalogue order

    @property
    def is_nil(self) -> bool:
        """Whether none was counted: known, free, and not worth a line."""
        return isinstance(self.billed, QuoteLine) and not self.billed.quantity


@dataclass(frozen=True)
class Quote(Costed):
    """What a scenario costs, line by line. Amounts are euros, rounded to the cent."""

    checked: CheckedScenario
    edition: Edition  # as the scenario's readings and supposed tariffs make it
    rows: tuple[QuoteRow, ...]  # all that the scenario calls for, in catalogue order
    what_ifs: tuple[WhatIf, ...] = ()  # the amounts that are not the edition's
    later: "tuple[Quote, ...]" = ()  # the same scenario under the editions of the next years, as far as there are
    unanswered: str | None = None  # the first of those editions that cannot answer the scenario

    @property
    def scenario(self) -> Scenario:
        """What is asked."""
        return self.checked.scenario

    @cached_property
    def lines(self) -> tuple[QuoteLine, ...]:
        """What has a price, and is counted at least once."""
        return tuple(row.billed for row in self.rows if isinstance(row.billed, QuoteLine) and not row.is_nil)

    @cached_property
    def unpriced(self) -> tuple[UnpricedLine, ...]:
        """What the totals leave out."""
        return tuple(row.billed for row in self.rows if isinstance(row.billed, UnpricedLine))

    def find_unpriced_later(self, horizon: int | None = None) -> dict[str, tuple[UnpricedLine, ...]]:
        """What only a total over several years leaves out: by edition, what recurs and has lost its price there.

        Args:
            horizon: how many years are added up; as many as the scenario says, when it is not given.
        """
        known = {each.id for each in self.unpriced}
        counted = self.later[: (horizon or self.scenario.horizon) - 1]
        left = {
            quote.edition.header.id: tuple(each for each in quote.unpriced if each.recurs and each.id not in known)
            for quote in counted
        }
        return {edition: unpriced for edition, unpriced in left.items() if unpriced}

    @property
    def billed(self) -> tuple[CalledCharge, ...]:
        """Everything asked for, priced or not."""
        return (*self.lines, *self.unpriced)

    @cached_property
    def costs(self) -> Costs:
        """Everything that is paid, capital included."""
        return total_costs(line.costs for line in self.lines)

    @property
    def refundable(self) -> Amount:
        """The capital, given back when the member withdraws."""
        return total(line.first_year for line in self.lines if line.charge.refundable)

    @property
    def once(self) -> Amount:
        """What is paid only once, capital included."""
        return total(line.first_year for line in self.lines if not line.recurs)

    @property
    def recurring_first_year(self) -> Amount:
        """The part of the first year that comes back every year."""
        return total(line.first_year for line in self.lines if line.recurs)

    @property
    def mixes_taxes(self) -> bool:
        """Whether totals add amounts without VAT to amounts whose tax is not stated."""
        return len({line.is_excl_vat for line in self.lines if line.costs}) > 1

    @property
    def offers(self) -> set[str]:
        """The ids of the offers taken."""
        return {each.offer.id for each in self.billed}

    @property
    def packs(self) -> tuple[Offer, ...]:
        """What comes with membership, and the packs taken beside it."""
        taken = self.scenario.options
        return tuple(each for each in self.edition.packs.values() if each.taking is Taking.INCLUDED or each.id in taken)

    @property
    def doubts(self) -> tuple[str, ...]:
        """The ids of the points à confirmer that it rests on, in the catalogue's order."""
        used = {doubt for each in self.billed for doubt in each.charge.doubts}
        return tuple(doubt.id for doubt in self.edition.doubts if doubt.id in used)
