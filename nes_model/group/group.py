"""A whole group: its organisations in the order they came, what each costs and what they cost together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nes_model.catalogue.edition import Edition
from nes_model.group.organisations import CellProblem, Organisation, Organisations
from nes_model.group.terms import Terms
from nes_model.group.totals import Consolidation, consolidate
from nes_model.money import Amount
from nes_model.pricing.batch import Batch
from nes_model.pricing.vectorised import price_batch
from nes_model.scenario.scenario import Scenario

_TOLD_EVERY = 500  # organisations


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations that were read and priced together."""

    titles: tuple[str, ...]
    organisations: tuple[Organisation, ...]
    remarks: tuple[str, ...]
    batch: Batch  # of the organisations that have a scenario, in order
    consolidation: Consolidation
    terms: Terms
    is_cut_short: bool  # so many rows were wrong that those after them were not read

    @property
    def is_partial(self) -> bool:
        """Whether some of the rows that were given count for nothing in the totals."""
        return bool(self.bad_rows) or self.is_cut_short

    @property
    def hidden_rows(self) -> list[int]:
        """The rows that count and that the spreadsheet does not show."""
        return [each.row for each in self.organisations if each.scenario and each.is_hidden]

    @property
    def first_year_shown(self) -> Amount:
        """What the rows that the spreadsheet shows pay in the first year, in euros."""
        priced = [each for each in self.organisations if each.scenario]
        ends = zip(priced, self.batch.first_year.tolist(), strict=True)
        shown = [cents for each, cents in ends if not each.is_hidden]
        return Amount.of_cents(sum(low for low, _ in shown), sum(high for _, high in shown))

    @property
    def scenarios(self) -> list[Scenario]:
        """What each organisation that could be read asks for."""
        return [each.scenario for each in self.organisations if each.scenario]

    @property
    def problems(self) -> list[CellProblem]:
        """Everything to correct, row by row."""
        return [problem for each in self.organisations for problem in each.problems]

    @property
    def bad_rows(self) -> int:
        """How many organisations are left out until they are corrected."""
        return sum(1 for each in self.organisations if each.problems)


def consolidate_under(group: Group, tariffs: Mapping[str, Amount], edition: Edition) -> Consolidation:
    """The same group, were these amounts those of the edition."""
    supposing = [each.model_copy(update={"tariffs": {**each.tariffs, **tariffs}}) for each in group.scenarios]
    return consolidate(supposing, price_batch(supposing, edition), edition)


def price_group(organisations: Organisations, edition: Edition, tell: Callable[[int], None] = lambda _: None) -> Group:
    """Read every organisation, then price those that can be.

    Args:
        organisations: a table being read.
        edition: the edition as it is published.
        tell: called now and then with how many organisations are read.

    Raises:
        InvalidInputError: the table cannot be read to its end.
    """
    read: list[Organisation] = []
    for each in organisations:
        read.append(each)
        if len(read) % _TOLD_EVERY == 0:
            tell(len(read))
    scenarios = [each.scenario for each in read if each.scenario]
    batch = price_batch(scenarios, edition)
    return Group(
        organisations.titles,
        tuple(read),
        organisations.remarks,
        batch,
        consolidate(scenarios, batch, edition),
        organisations.terms,
        organisations.is_cut_short,
    )
