"""What differs between two scenarios, one elementary change at a time, in one order for both directions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.wording import format_quantity, name_unit
from nes_model.comparison.case import (
    Case,
    Copying,
    detail_copied,
    edition_copied,
    entry_copied,
    field_copied,
    with_entry,
)
from nes_model.scenario import checking
from nes_model.scenario.scenario import OptionChoice


class Turn(IntEnum):
    """When a change is made, besides the numbers, which are changed before all the rest or after it."""

    NUMBERS = 0
    REMOVAL = 1  # an option that only the first side takes leaves while it costs what it costs there
    GROUNDS = 2  # tariffs, readings, category
    ADDITION = 3  # one that only the second side takes comes when it costs what it costs there


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
    copied: Copying  # takes that one thing from another case
    turn: Turn = Turn.NUMBERS


def changes(before: Case, after: Case) -> tuple[Change, ...]:
    """Every elementary change from one case to the other, the same in the same order whichever comes first.

    An option that the other side is refused goes with what refuses it (category, reading or tariff): it is not a
    choice of its own. Grounds that together refuse an option which both sides have are one change, not several.
    """
    grounds = [each for kind in _GROUNDS for each in kind(before, after)]
    common = before.scenario.options.keys() & after.scenario.options.keys()
    if any(_breaks(ground, option, before, after) for ground in grounds for option in common):
        grounds = [_merged(grounds)]
    options = []
    for option, change in _options_on_one_side(before, after):
        index = _ground_of(option, grounds, before, after)
        if index is None:
            options.append(change)
        else:
            grounds[index] = _merged([grounds[index], change], grounds[index].label)
    return (*grounds, *_counts(before, after), *_months(before, after), *options, *_details(before, after))


def comparable(one: Case, other: Case) -> tuple[Case, Case]:
    """The two cases with the quantities of their options written out, unless both leave an option to its default.

    A quantity that follows the number of establishments on one side only would else seem to change twice.
    """
    sides = (one.scenario.options, other.scenario.options)
    left = {id_ for id_ in sides[0].keys() & sides[1].keys() if all(side[id_].quantity is None for side in sides)}
    return _written_out(one, left), _written_out(other, left)


def _written_out(case: Case, left: set[str]) -> Case:
    for id_, choice in case.scenario.options.items():
        per = case.edition.options[id_].asked
        if per and id_ not in left:
            written = choice.model_copy(update={"quantity": case.scenario.quantity(id_, per)})
            case = with_entry(case, "options", id_, written)
    return case


def _tariff(before: Case, after: Case) -> Iterator[Change]:
    if before.edition != after.edition:
        old, new = before.edition.header.label, after.edition.header.label
        label = f"{old} → {new}" if old != new else f"{old}, tarifs modifiés"
        yield Change(Cause.TARIFF, label, edition_copied, Turn.GROUNDS)


def _supposed(before: Case, after: Case) -> Iterator[Change]:
    """Each tariff that one side supposes otherwise than the other."""
    one, other = before.scenario.tariffs, after.scenario.tariffs
    for charge in sorted({*one, *other}):
        if one.get(charge) != other.get(charge):
            old, new = (_amount_of(charge, case) for case in (before, after))
            yield Change(
                Cause.TARIFF, f"Tarif supposé {charge} : {old} → {new}", entry_copied("tariffs", charge), Turn.GROUNDS
            )


def _amount_of(charge: str, case: Case) -> str:
    supposed = case.scenario.tariffs.get(charge)
    return str(supposed) if supposed is not None else "tarif de l'édition"


def _readings(before: Case, after: Case) -> Iterator[Change]:
    one, other = before.scenario.readings, after.scenario.readings
    for reading in sorted({*one, *other}, key=lambda id_: (len(id_), id_)):  # R2 before R10
        old, new = one.get(reading, RETAINED), other.get(reading, RETAINED)
        if old != new:
            label = f"Point {reading} : {_read_as(reading, old, before)} → {_read_as(reading, new, after)}"
            yield Change(Cause.READING, label, entry_copied("readings", reading), Turn.GROUNDS)


def _read_as(reading: str, choice: str, case: Case) -> str:
    found = case.edition.doubts_by_id.get(reading)
    other = found.other(choice) if found else None
    return other.label if other else "lecture retenue"


def _category(before: Case, after: Case) -> Iterator[Change]:
    if before.scenario.category != after.scenario.category:
        old, new = (case.edition.categories[case.scenario.category].label for case in (before, after))
        yield Change(Cause.CATEGORY, f"{old} → {new}", field_copied("category"), Turn.GROUNDS)


_GROUNDS = (_tariff, _supposed, _readings, _category)


def _counts(before: Case, after: Case) -> Iterator[Change]:
    for field, per in [
        ("members", Basis.MEMBER),
        ("establishments", Basis.ESTABLISHMENT),
        ("medico_social_establishments", Basis.MEDICO_SOCIAL_ESTABLISHMENT),
        ("users", Basis.USER),
        ("structures", Basis.STRUCTURE),
    ]:
        old, new = getattr(before.scenario, field), getattr(after.scenario, field)
        if old != new:
            yield Change(Cause.VOLUME, f"{_count(per, old)} → {_count(per, new)}", field_copied(field))


def _count(per: Basis, count: int) -> str:
    return format_quantity(per, count) if count or per.may_be_nil else "nombre non indiqué"


def _months(before: Case, after: Case) -> Iterator[Change]:
    old, new = before.scenario.first_year_months, after.scenario.first_year_months
    if old != new:
        yield Change(Cause.MONTHS, f"{old} → {new} mois la première année", field_copied("first_year_months"))


def _options_on_one_side(before: Case, after: Case) -> Iterator[tuple[str, Change]]:
    one, other = before.scenario.options, after.scenario.options
    for option in sorted(one.keys() ^ other.keys()):
        verb, side = ("retirée", before) if option in one else ("ajoutée", after)
        label = f"Option {verb} : {side.edition.options[option].label}"
        turn = Turn.REMOVAL if side is before else Turn.ADDITION
        yield option, Change(Cause.OPTION, label, entry_copied("options", option), turn)


def _details(before: Case, after: Case) -> Iterator[Change]:
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
                yield Change(cause, f"{offer.label} : {old} → {new}", detail_copied(option, field))


def _quantity(choice: OptionChoice, offer: Offer) -> str:
    per = offer.asked
    return format_quantity(per, choice.quantity) if per and choice.quantity is not None else ""


def _rhythm(choice: OptionChoice, _: Offer) -> str:
    return "chaque année" if choice.every is Cadence.YEARLY else "une fois"


def _billing(choice: OptionChoice, _: Offer) -> str:
    return f"prix par {name_unit(choice.billing)}" if choice.billing else "le moins cher"


def _breaks(ground: Change, option: str, before: Case, after: Case) -> bool:
    """Whether a ground alone takes away an option that both sides have."""
    return _refuses(ground.copied(before, after), option) or _refuses(ground.copied(after, before), option)


def _ground_of(option: str, grounds: Sequence[Change], before: Case, after: Case) -> int | None:
    """Which ground refuses an option to the side that does not take it, if one does."""
    owner, other = (before, after) if option in before.scenario.options else (after, before)
    if not _refuses(entry_copied("options", option)(other, owner), option):
        return None
    found = [index for index, ground in enumerate(grounds) if _refuses(ground.copied(owner, other), option)]
    return found[0] if found else None


def _refuses(case: Case, option: str) -> bool:
    """Whether the case may not take that option at all."""
    return ("options", option) in [path for path, _ in checking.findings(case.scenario, case.edition)]


def _merged(several: Sequence[Change], label: str = "") -> Change:
    """Several changes that only happen together, under the cause of the first or the category's."""
    causes = [change.cause for change in several]
    cause = Cause.CATEGORY if Cause.CATEGORY in causes else causes[0]

    def copied(case: Case, source: Case) -> Case:
        for change in several:
            case = change.copied(case, source)
        return case

    return Change(cause, label or " ; ".join(change.label for change in several), copied, Turn.GROUNDS)
