"""How a line was computed, said in French: "3 établissements × 100,00 € × 12 mois"."""

from collections.abc import Collection, Iterable
from decimal import Decimal

from nes_model.catalogue.charge import Basis, Cadence, Charge, Tax
from nes_model.french import capitalise
from nes_model.money import NO_BREAK_SPACE, format_number

_EXCL_VAT, _ONCE = "HT", "une fois"
_UNITS = {
    Basis.MEMBER: ("adhérent", "adhérents"),
    Basis.ESTABLISHMENT: ("établissement", "établissements"),
    Basis.MEDICO_SOCIAL_ESTABLISHMENT: ("établissement médico-social", "établissements médico-sociaux"),
    Basis.OTHER_ESTABLISHMENT: ("établissement hors médico-social", "établissements hors médico-social"),
    Basis.USER: ("utilisateur", "utilisateurs"),
    Basis.STRUCTURE: ("structure", "structures"),
    Basis.CONNECTED_ESTABLISHMENT: ("établissement raccordé", "établissements raccordés"),
    Basis.DAY: ("jour", "jours"),
    Basis.HOUR: ("heure", "heures"),
    Basis.SESSION: ("session", "sessions"),
}
RHYTHMS = {Cadence.ONCE: "une fois", Cadence.MONTHLY: "chaque mois", Cadence.YEARLY: "chaque année"}


def format_quantity(per: Basis, quantity: Decimal | int) -> str:
    """A quantity and its unit; French has a plural from two on: "1,5 jour", "2 jours"."""
    return f"{format_number(quantity)} {_UNITS[per][quantity >= 2]}"


def name_unit(per: Basis) -> str:
    """The unit alone, in the singular."""
    return _UNITS[per][0]


def name_number(per: Basis) -> str:
    """What says how many there are: "nombre d'utilisateurs", "nombre de structures"."""
    units = _UNITS[per][1]
    of = "d'" if units[0] in "aéhu" else "de "
    return f"nombre {of}{units}"


def explain_missing_price(charge: Charge) -> str:
    """Why a line has no amount: none is published, or nobody said how many to count."""
    return charge.unpriced or f"{name_number(charge.per)} à indiquer"


def write_formula(charge: Charge, quantity: Decimal, months: int, *, recurs: bool) -> str:
    """The multiplication behind a line, and what a first year of that many months has of its own."""
    if charge.note and not charge.amount:
        return capitalise(charge.note)
    tax = f"{NO_BREAK_SPACE}HT" if charge.tax is Tax.EXCL_VAT else ""
    remark = write_remark(charge)
    product = f"{format_quantity(charge.per, quantity)} × {charge.amount}{tax}{f' ({remark})' if remark else ''}"
    if charge.every is Cadence.MONTHLY:
        return f"{product} × {_months(months)}"
    if charge.every is Cadence.YEARLY and charge.prorated and months < 12:
        return f"{product} × {months}/12 la première année, en entier ensuite"
    if charge.every is Cadence.ONCE and recurs:
        return f"{product}, chaque année"
    return product


def _months(first_year: int) -> str:
    return "12 mois" if first_year == 12 else f"{first_year} mois la première année, 12 mois ensuite"


def write_tariff(rows: Iterable[tuple[Charge, ...]]) -> str:
    """What an offer costs a category, before any quantity: "100,00 € par établissement et par mois"."""
    return " + ".join(" ou ".join(write_unit_price(charge) for charge in row) for row in rows)


def write_unit_price(charge: Charge, shared: Collection[str] = ()) -> str:
    """One charge, before any quantity: its price and what it is counted by, or why it has none.

    Args:
        charge: the charge.
        shared: what a column's head already says of all its prices: parts of their units, remarks.
    """
    if charge.amount is None:
        return charge.unpriced or ""
    if charge.note and not charge.amount:
        return charge.note
    unit = join_unit([part for part in list_unit_parts(charge) if part not in shared])
    space = NO_BREAK_SPACE if unit.startswith(_EXCL_VAT) else " "
    aside = write_remark(charge)
    return f"{charge.amount}{space if unit else ''}{unit}{f' ({aside})' if aside and aside not in shared else ''}"


def list_unit_parts(charge: Charge) -> tuple[str, ...]:
    """What follows a price: its tax, what it is counted by, how often it comes back."""
    tax = (_EXCL_VAT,) if charge.tax is Tax.EXCL_VAT else ()
    return (*tax, f"par {name_unit(charge.per)}", *_rhythm(charge))


def join_unit(parts: Collection[str]) -> str:
    """The parts of a unit as French says them: "HT par adhérent et par mois", "par adhérent, une fois"."""
    text = " et ".join(part for part in parts if part.startswith("par "))
    before = " ".join(part for part in parts if part == _EXCL_VAT)
    after = ", ".join(each for each in (text, *(part for part in parts if part == _ONCE)) if each)
    return " ".join(each for each in (before, after) if each)


def write_remark(charge: Charge) -> str:
    """What the catalogue says beside an amount: a note, the last day on which it holds."""
    until = f"valable jusqu'au {charge.valid_until:%d/%m/%Y}" if charge.valid_until else ""
    return " ; ".join(each for each in (charge.note, until) if each)


def _rhythm(charge: Charge) -> tuple[str, ...]:
    if charge.every is Cadence.MONTHLY:
        return ("par mois",)
    if charge.every is Cadence.YEARLY:
        return ("par an",)
    return () if charge.per in (Basis.DAY, Basis.HOUR, Basis.SESSION) else (_ONCE,)
