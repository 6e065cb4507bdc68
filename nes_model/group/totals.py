"""What many organisations cost together: by college, by category, by offer; ranges and missing prices apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nes_model.catalogue.charge import Tax
from nes_model.catalogue.edition import Category, College, Edition
from nes_model.catalogue.offer import Offer, Taking
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.what_if import list_what_ifs
from nes_model.catalogue.wording import explain_missing_price
from nes_model.money import Amount, Costed, Costs, total_costs
from nes_model.pricing.batch import Batch, BilledRows
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Share(Costed):
    """A part of the whole, in euros."""

    id: str
    label: str
    organisations: int
    costs: Costs
    unpriced: int  # lines asked for that have no price


@dataclass(frozen=True, slots=True)
class MissingPrice:
    """A charge without a price, and how many organisations ask for it."""

    label: str
    reason: str
    organisations: int


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The whole and its parts. Each family of parts adds up to the whole."""

    whole: Share
    capital: Amount
    colleges: tuple[Share, ...]
    categories: tuple[Share, ...]
    offers: tuple[Share, ...]
    ranged: Share  # what of the whole is known as a range
    excl_vat: Share  # what of the whole is printed without VAT
    missing: tuple[MissingPrice, ...]
    doubts: tuple[str, ...]  # the points à confirmer that it rests on
    what_ifs: tuple[str, ...]  # amounts that are not the edition's, in French


def consolidate(scenarios: Sequence[Scenario], batch: Batch, edition: Edition) -> Consolidation:
    """Add up what was priced.

    Args:
        scenarios: what each organisation asks for.
        batch: what `price_batch` says that they cost.
        edition: under which they were priced.
    """
    college_of = {category.id: college.id for college in edition.colleges for category in college.categories}
    in_college = Counter(college_of[each.category] for each in scenarios)
    in_category = Counter(each.category for each in scenarios)
    takers = Counter(option for each in scenarios for option in each.options)
    mandatory = {each.id: len(scenarios) for each in edition.offers if each.taking is Taking.MANDATORY}
    billed, priced = batch.billed, [each for each in batch.billed if each.is_priced]
    return Consolidation(
        whole=_add_up("Total", billed, len(scenarios)),
        capital=batch.capital,
        colleges=_share_out(edition.colleges, in_college, billed, lambda each: college_of[each.category]),
        categories=_share_out(edition.categories.values(), in_category, billed, lambda each: each.category),
        offers=_share_out(edition.offers, {**takers, **mandatory}, billed, lambda each: each.offer.id),
        ranged=_add_up("Montants connus par une fourchette", [each for each in priced if each.is_range]),
        excl_vat=_add_up("Montants hors taxes", [each for each in priced if each.charge.tax is Tax.EXCL_VAT]),
        missing=_missing(batch),
        doubts=_doubts(batch, edition),
        what_ifs=_what_ifs(scenarios, edition),
    )


def _share_out(
    families: Iterable[College | Category | Offer],
    organisations: Mapping[str, int],
    billed: Sequence[BilledRows],
    family_of: Callable[[BilledRows], str],
) -> tuple[Share, ...]:
    """The shares that concern at least one organisation, in the edition's order."""
    return tuple(
        _add_up(each.label, [line for line in billed if family_of(line) == each.id], organisations[each.id], each.id)
        for each in families
        if organisations.get(each.id)
    )


def _add_up(label: str, billed: Sequence[BilledRows], organisations: int = 0, id_: str = "") -> Share:
    unpriced = sum(len(each.rows) for each in billed if not each.is_priced)
    return Share(id_, label, organisations, total_costs(each.costs for each in billed), unpriced)


def _missing(batch: Batch) -> tuple[MissingPrice, ...]:
    asking: Counter[tuple[str, str]] = Counter()
    for each in batch.billed:
        if not each.is_priced:
            asking[each.charge.label, explain_missing_price(each.charge)] += len(each.rows)
    return tuple(MissingPrice(label, reason, count) for (label, reason), count in asking.items())


def _doubts(batch: Batch, edition: Edition) -> tuple[str, ...]:
    used = {doubt for each in batch.billed for doubt in each.charge.doubts}
    return tuple(doubt.id for doubt in edition.doubts if doubt.id in used)


def _what_ifs(scenarios: Sequence[Scenario], edition: Edition) -> tuple[str, ...]:
    """Every simulation that some organisation is priced under, each said once."""
    asked = {(tuple(each.readings.items()), tuple(each.tariffs.items())) for each in scenarios if each.tariffs}
    said = {
        str(each)
        for readings, tariffs in asked
        for each in list_what_ifs(apply_readings(edition, dict(readings)), dict(tariffs))
    }
    return tuple(sorted(said))
