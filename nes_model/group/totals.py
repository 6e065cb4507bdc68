"""What many organisations cost together: by college, by category, by offer; ranges and missing prices apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from nes_model.catalogue.charge import Tax
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Taking
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.what_if import list_what_ifs
from nes_model.catalogue.wording import explain_missing_price
from nes_model.money import Amount, Costed, Costs
from nes_model.pricing.batch import Batch, BilledRows
from nes_model.scenario.scenario import Scenario

_NOTHING = Costs.zero()


@dataclass(frozen=True, slots=True)
class Part(Costed):
    """A share of the whole, in euros."""

    id: str
    label: str
    organisations: int = 0
    costs: Costs = _NOTHING
    unpriced: int = 0  # lines asked for that have no price

    def plus(self, billed: BilledRows) -> "Part":
        """With a charge more."""
        unpriced = 0 if billed.is_priced else len(billed.rows)
        return replace(self, costs=self.costs + billed.costs, unpriced=self.unpriced + unpriced)


@dataclass(frozen=True, slots=True)
class Missing:
    """A charge without a price, and how many organisations ask for it."""

    label: str
    reason: str
    organisations: int


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The whole and its parts. Each family of parts adds up to the whole."""

    whole: Part
    capital: Amount
    colleges: tuple[Part, ...]
    categories: tuple[Part, ...]
    offers: tuple[Part, ...]
    ranged: Part  # what of the whole is known as a range
    excl_vat: Part  # what of the whole is printed without VAT
    missing: tuple[Missing, ...]
    doubts: tuple[str, ...]  # the points à confirmer that it rests on
    what_ifs: tuple[str, ...]  # amounts that are not the edition's, in French


def consolidate(scenarios: Sequence[Scenario], batch: Batch, edition: Edition) -> Consolidation:
    """Add up what was priced.

    Args:
        scenarios: what each organisation asks for.
        batch: what `price_batch` says that they cost.
        edition: under which they were priced.
    """
    colleges = {category: edition.college_of(category) for category in edition.categories}
    members = Counter(scenario.category for scenario in scenarios)
    takers = Counter(option for scenario in scenarios for option in scenario.options)
    in_college = Counter(colleges[scenario.category].id for scenario in scenarios)
    everyone, priced = len(scenarios), [each for each in batch.billed if each.is_priced]
    return Consolidation(
        whole=_sum(Part("", "Total", everyone), batch.billed),
        capital=batch.capital,
        colleges=_parts(
            [Part(each.id, each.label, in_college[each.id]) for each in edition.colleges],
            batch.billed,
            lambda billed: colleges[billed.category].id,
        ),
        categories=_parts(
            [Part(each.id, each.label, members[each.id]) for each in edition.categories.values()],
            batch.billed,
            lambda billed: billed.category,
        ),
        offers=_parts(
            [
                Part(each.id, each.label, everyone if each.taking is Taking.MANDATORY else takers[each.id])
                for each in edition.offers
            ],
            batch.billed,
            lambda billed: billed.offer.id,
        ),
        ranged=_sum(Part("", "Montants connus par une fourchette"), (each for each in priced if each.is_range)),
        excl_vat=_sum(Part("", "Montants hors taxes"), (each for each in priced if each.charge.tax is Tax.EXCL_VAT)),
        missing=_missing(batch),
        doubts=_doubts(batch, edition),
        what_ifs=_what_ifs(scenarios, edition),
    )


def _parts(empty: Iterable[Part], billed: Iterable[BilledRows], key: Callable[[BilledRows], str]) -> tuple[Part, ...]:
    """The parts that concern at least one organisation, in the edition's order."""
    parts = {part.id: part for part in empty}
    for each in billed:
        parts[key(each)] = parts[key(each)].plus(each)
    return tuple(part for part in parts.values() if part.organisations)


def _sum(part: Part, billed: Iterable[BilledRows]) -> Part:
    for each in billed:
        part = part.plus(each)
    return part


def _missing(batch: Batch) -> tuple[Missing, ...]:
    asking: Counter[tuple[str, str]] = Counter()
    for each in batch.billed:
        if not each.is_priced:
            asking[each.charge.label, explain_missing_price(each.charge)] += len(each.rows)
    return tuple(Missing(label, reason, count) for (label, reason), count in asking.items())


def _doubts(batch: Batch, edition: Edition) -> tuple[str, ...]:
    used = {doubt for each in batch.billed for doubt in each.charge.doubts}
    return tuple(doubt.id for doubt in edition.doubts if doubt.id in used)


def _what_ifs(scenarios: Sequence[Scenario], edition: Edition) -> tuple[str, ...]:
    """Every simulation that some organisation is priced under, each said once."""
    asked = {(tuple(each.readings.items()), tuple(each.tariffs.items())) for each in scenarios if each.tariffs}
    said = {
        str(each): None
        for readings, tariffs in asked
        for each in list_what_ifs(apply_readings(edition, dict(readings)), dict(tariffs))
    }
    return tuple(sorted(said))
