"""What differs between two scenarios, one elementary change at a time, in one order for both directions."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.what_if import name_with_payers
from nes_model.catalogue.wording import format_quantity, name_unit
from nes_model.comparison.case import Case, Copying, copy_detail, copy_edition, copy_entry, copy_field
from nes_model.scenario.scenario import COUNTS, OptionChoice


class Cause(StrEnum):
    """Why two quotes differ."""

    TARIFF = "tarif"
    READING = "lecture"
    CATEGORY = "categorie"
    VOLUME = "volumes"
    MONTHS = "mois"
    OPTION = "options"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that two cases do not share."""

    cause: Cause
    label: str  # in French, with its direction: "1 établissement → 3 établissements"
    copy: Copying  # takes that one thing from another case


@dataclass(frozen=True, slots=True)
class Changes:
    """All that two cases do not share, by what it does to a line that both have."""

    prices: tuple[Change, ...]  # tariffs, readings, category
    volumes: tuple[Change, ...]  # counts, quantities of options, which of two prices is asked
    durations: tuple[Change, ...]  # months of the first year, how often an option is asked
    options: dict[str, Change]  # taken by one side only
    in_order: tuple[Change, ...]  # all of them, as they are told


def list_changes(before: Case, after: Case) -> Changes:
    """Every elementary change from one case to the other, the same in the same order whichever comes first."""
    prices = tuple(each for kind in _GROUNDS for each in kind(before, after))
    counts, months = tuple(_counts(before, after)), tuple(_months(before, after))
    options, details = dict(_options_on_one_side(before, after)), tuple(_details(before, after))
    return Changes(
        prices,
        volumes=(*counts, *(change for field, change in details if field != "every")),
        durations=(*months, *(change for field, change in details if field == "every")),
        options=options,
        in_order=(*prices, *counts, *months, *options.values(), *(change for _, change in details)),
    )


def _tariff(before: Case, after: Case) -> Iterator[Change]:
    if before.edition != after.edition:
        old, new = before.edition.header.label, after.edition.header.label
        label = f"{old} → {new}" if old != new else f"{old}, tarifs modifiés"
        yield Change(Cause.TARIFF, label, copy_edition)


def _supposed(before: Case, after: Case) -> Iterator[Change]:
    """Each tariff that one side supposes otherwise than the other."""
    one, other = before.scenario.tariffs, after.scenario.tariffs
    for charge in sorted({*one, *other}):
        if one.get(charge) != other.get(charge):
            old, new = (_amount_of(charge, case) for case in (before, after))
            held = next(case.edition for case in (before, after) if charge in case.edition.charges)
            called = name_with_payers(held.charges[charge], held)
            label = f"Tarif supposé, {called} : {old} → {new}"
            yield Change(Cause.TARIFF, label, partial(copy_entry, "tariffs", charge))


def _amount_of(charge: str, case: Case) -> str:
    supposed = case.scenario.tariffs.get(charge)
    return str(supposed) if supposed is not None else "tarif de l'édition"


def _readings(before: Case, after: Case) -> Iterator[Change]:
    one, other = before.scenario.readings, after.scenario.readings
    for reading in sorted({*one, *other}, key=lambda id_: (len(id_), id_)):  # R2 before R10
        old, new = one.get(reading, RETAINED), other.get(reading, RETAINED)
        if old != new:
            label = f"Point {reading} : {_read_as(reading, old, before)} → {_read_as(reading, new, after)}"
            yield Change(Cause.READING, label, partial(copy_entry, "readings", reading))


def _read_as(reading: str, choice: str, case: Case) -> str:
    found = case.edition.doubts_by_id.get(reading)
    other = found.find_other(choice) if found else None
    return other.label if other else "lecture retenue"


def _category(before: Case, after: Case) -> Iterator[Change]:
    if before.scenario.category != after.scenario.category:
        old, new = (case.edition.categories[case.scenario.category].label for case in (before, after))
        yield Change(Cause.CATEGORY, f"{old} → {new}", partial(copy_field, "category"))


_GROUNDS = (_tariff, _supposed, _readings, _category)


def _counts(before: Case, after: Case) -> Iterator[Change]:
    for per, field in COUNTS.items():
        old, new = getattr(before.scenario, field), getattr(after.scenario, field)
        if old != new:
            yield Change(Cause.VOLUME, f"{_count(per, old)} → {_count(per, new)}", partial(copy_field, field))


def _count(per: Basis, count: int) -> str:
    return format_quantity(per, count) if count or per.may_be_nil else "nombre non indiqué"


def _months(before: Case, after: Case) -> Iterator[Change]:
    old, new = before.scenario.first_year_months, after.scenario.first_year_months
    if old != new:
        yield Change(Cause.MONTHS, f"{old} → {new} mois la première année", partial(copy_field, "first_year_months"))


def _options_on_one_side(before: Case, after: Case) -> Iterator[tuple[str, Change]]:
    one, two = before.scenario.options, after.scenario.options
    for option in sorted(one.keys() ^ two.keys()):
        verb, side = ("retirée", before) if option in one else ("ajoutée", after)
        label = f"Option {verb} : {side.edition.options[option].label}"
        yield option, Change(Cause.OPTION, label, partial(copy_entry, "options", option))


def _details(before: Case, after: Case) -> Iterator[tuple[str, Change]]:
    """For each option that both sides take: how many, how often, at which of two prices."""
    one, other = before.scenario.options, after.scenario.options
    for option in sorted(one.keys() & other.keys()):
        offer = after.edition.options[option]
        for field, cause, shown in [
            ("quantity", Cause.VOLUME, _quantity),
            ("every", Cause.OPTION, _rhythm),
            ("billing", Cause.OPTION, _billing),
        ]:
            old, new = shown(one[option], offer), shown(other[option], offer)
            if old != new:
                yield field, Change(cause, f"{offer.label} : {old} → {new}", partial(copy_detail, option, field))


def _quantity(choice: OptionChoice, offer: Offer) -> str:
    per = offer.asked
    return format_quantity(per, choice.quantity) if per and choice.quantity is not None else ""


def _rhythm(choice: OptionChoice, _: Offer) -> str:
    return "chaque année" if choice.every is Cadence.YEARLY else "une fois"


def _billing(choice: OptionChoice, _: Offer) -> str:
    return f"prix par {name_unit(choice.billing)}" if choice.billing else "le moins cher"
