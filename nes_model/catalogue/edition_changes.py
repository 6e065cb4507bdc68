"""What changed from one edition to another: amounts, who may have what, and what appeared or went."""

from collections.abc import Iterator
from dataclasses import dataclass

from nes_model.catalogue.charge import Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.service import Mark
from nes_model.catalogue.wording import write_unit_price
from nes_model.french import list_words
from nes_model.money import NO_BREAK_SPACE, format_number

_ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One charge that is not the same in both editions; None where an edition does not have it."""

    charge: Charge
    before: str | None
    after: str | None


def list_changes(before: Edition, after: Edition) -> Iterator[EditionChange]:
    """Every charge whose price, unit or payers changed, in the order of the first edition, then what is new."""
    for id_, charge in before.charges.items():
        said, now = _said(charge, before), after.charges.get(id_)
        if now is None:
            yield EditionChange(charge, said, None)
        elif _said(now, after) != said:
            yield EditionChange(charge, said, _said(now, after))
    for id_, charge in after.charges.items():
        if id_ not in before.charges:
            yield EditionChange(charge, None, _said(charge, after))


def list_access_changes(before: Edition, after: Edition) -> Iterator[str]:
    """What changed and is no price, in French.

    VAT, how an offer is taken, contracts and needs that came or went, the offer that opens a feature, who may have a
    service and how.
    """
    if before.header.vat_rate != after.header.vat_rate:
        yield f"Taux de TVA : {_percent(before)} → {_percent(after)}"
    for offer in after.offers:
        former = before.offers_by_id.get(offer.id, offer)
        if former.taking is not offer.taking:
            yield f"{offer.label} ({offer.id}) : {former.taking} → {offer.taking}"
    yield from _moved("Marché", *({each.id: each.label for each in edition.contracts} for edition in (before, after)))
    themes = ({each.label: each.label for each in edition.need_themes} for edition in (before, after))
    yield from _moved("Besoins", *themes)
    for id_, feature in (before.features_by_id | after.features_by_id).items():
        was, becomes = _opened_by(id_, before), _opened_by(id_, after)
        if was != becomes:
            yield f"{feature.label} ({id_}) : {was} → {becomes}"
    for id_, service in (before.services_by_id | after.services_by_id).items():
        for (was, becomes), colleges in _group_by_access(id_, before, after).items():
            if was != becomes:
                named = f"collège{'s' if len(colleges) > 1 else ''} {list_words(colleges)}"
                yield f"{service.label} ({id_}), {named} : {was} → {becomes}"


def _moved(kind: str, before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """What came or went, of entries that have no price: a whole file may have been left out."""
    for id_, label in (before | after).items():
        if (id_ in before) != (id_ in after):
            way = "présent → absent" if id_ in before else "absent → présent"
            yield f"{kind}, {label} : {way}"


def _percent(edition: Edition) -> str:
    return f"{format_number(edition.header.vat_rate)}{NO_BREAK_SPACE}%"


def _group_by_access(service: str, before: Edition, after: Edition) -> dict[tuple[str, str], list[str]]:
    """What a service is in both editions, and the colleges to which it is that."""
    found: dict[tuple[str, str], list[str]] = {}
    for college in dict.fromkeys(each.id for each in (*before.colleges, *after.colleges)):
        found.setdefault((_access(service, college, before), _access(service, college, after)), []).append(college)
    return found


def _opened_by(feature: str, edition: Edition) -> str:
    found = edition.features_by_id.get(feature)
    return edition.offers_by_id[found.offer].label if found else _ABSENT


def _access(service: str, college: str, edition: Edition) -> str:
    found = edition.services_by_id.get(service)
    mark = found.marks.get(college) if found else None
    if found is None or mark is None:
        return _ABSENT
    joining = "adhésion nécessaire" if edition.needs_membership(found, college) else "sans adhésion"
    return mark.words if mark is Mark.NO else f"{mark.words}, {joining}"


def _said(charge: Charge, edition: Edition) -> str:
    """All that makes what is paid and by whom, in French."""
    labels = edition.list_payers(charge)
    payers = f" ({' ; '.join(labels)})" if labels else ""
    within = "" if charge.billed else ", déjà compris dans un autre tarif"
    prorated = ", au prorata la première année" if charge.prorated and charge.amount else ""
    refundable = ", restituable" if charge.refundable and charge.amount else ""
    return f"{write_unit_price(charge)}{prorated}{refundable}{payers}{within}{_instead_of(charge, edition)}"


def _instead_of(charge: Charge, edition: Edition) -> str:
    """The other prices that may be paid instead."""
    rows = (row for offer in edition.offers for row in offer.alternatives if len(row) > 1 and charge in row)
    others = [each.id for row in rows for each in row if each.id != charge.id]
    return f", au choix avec {list_words(others)}" if others else ""
