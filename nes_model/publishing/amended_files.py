"""An edition's own files, changed: supposed amounts and settled doubts written at their line, all else as it was.

What to write is read off two editions, the one published and the one applied: whatever makes them differ, a what-if
or another reading, there is one way to write it down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from nes_model.catalogue.charge import TO_JUSTIFY, Charge
from nes_model.catalogue.doubt import Doubt, Overlay
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.overlay import apply, apply_readings
from nes_model.catalogue.service import Mark
from nes_model.documents.edits import (
    Edit,
    apply_edits,
    compose,
    find_value,
    list_entries,
    quote_text,
    read_exactly,
    remove_entries,
    replace_entry,
    write_value,
)
from nes_model.money import Amount
from nes_model.publishing.settled_doubts import take_out_doubts

_ATTRIBUTES = {"categories": "pour", "per": "par", "prorated": "prorata", "billed": "facture", "source": "source"}


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is written in the files.

    Attributes:
        tariffs: charge id → amount in euros, in place of the edition's.
        readings: doubt id → the reading that settles it, "retenue" for the one that the edition retains.
    """

    tariffs: Mapping[str, Amount]
    readings: Mapping[str, str]

    def apply_to(self, edition: Edition) -> Edition:
        """The edition as the amended files will say it, but for the doubts, which are settled.

        Raises:
            InvalidInputError: an amount is given for a charge that the edition does not have.
        """
        return apply(Overlay(amounts=dict(self.tariffs)), apply_readings(edition, self.readings))


def amend_files(folder: Path, edition: Edition, amendment: Amendment) -> dict[str, str]:
    """The files that change, by name, as they become; nothing is written.

    Args:
        folder: the edition's files.
        edition: what was loaded from them.
        amendment: the amounts and the readings to write.

    Raises:
        InvalidInputError: an amount is given for a charge that the edition does not have.
        KeyError: a reading is given for a doubt that the edition does not have.
    """
    amended = amendment.apply_to(edition)
    settled = {doubt for doubt in amendment.readings if _is_settled(edition.doubts_by_id[doubt], amended)}
    changed: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        mark, before = read_exactly(path)
        after = _amend_text(before, edition, amended, settled)
        if after != before:
            changed[path.name] = mark + after
    return changed


def _amend_text(text: str, edition: Edition, amended: Edition, settled: set[str]) -> str:
    root = compose(text)
    edits = [
        *_amend_charges(text, root, edition, amended),
        *_amend_features(text, root, edition, amended),
        *_amend_services(text, root, edition, amended),
    ]
    text = apply_edits(text, edits)
    # Then only, on the text as it now stands: two neighbours that go would share a comma.
    return apply_edits(text, list(take_out_doubts(text, compose(text), settled)))


def _is_settled(doubt: Doubt, amended: Edition) -> bool:
    """Whether nothing is left to explain: a mark that stays unknown is still in doubt."""
    return not any(
        mark is Mark.UNKNOWN and doubt.touches(service.id, college)
        for service in amended.services
        for college, mark in service.marks.items()
    )


def _amend_charges(text: str, root: yaml.Node, before: Edition, after: Edition) -> Iterator[Edit]:
    for _, offer in list_entries(root, "prestations"):
        for id_, entry in _list_charges(offer):
            if id_ in before.charges and before.charges[id_] != after.charges[id_]:
                yield from _amend_charge(text, entry, before.charges[id_], after.charges[id_])


def _list_charges(offer: yaml.MappingNode) -> Iterator[tuple[str, yaml.MappingNode]]:
    for id_, entry in list_entries(offer, "tarifs"):
        if id_:
            yield id_, entry
        else:
            yield from list_entries(entry, "au-choix")


def _amend_charge(text: str, entry: yaml.MappingNode, before: Charge, after: Charge) -> Iterator[Edit]:
    if after.amount != before.amount or after.unpriced != before.unpriced:
        if after.amount is None:
            yield replace_entry(text, entry, "non-chiffre", quote_text(str(after.unpriced)), instead_of="montant")
        else:
            amount = write_value(after.amount.to_cents().words)
            yield replace_entry(text, entry, "montant", amount, instead_of="non-chiffre")
        yield from _amend_remarks(text, entry, before, after)
    written = after.model_dump(mode="json", by_alias=True)
    for field, key in _ATTRIBUTES.items():
        if getattr(before, field) != getattr(after, field):
            yield replace_entry(text, entry, key, write_value(written[key]))


def _amend_remarks(text: str, entry: yaml.MappingNode, before: Charge, after: Charge) -> Iterator[Edit]:
    """A last day was the old amount's. Beside a nil amount a note says why nothing is paid; beside another it stays."""
    if after.amount == Amount.zero():
        yield replace_entry(text, entry, "mention", quote_text(TO_JUSTIFY))
    was_nil = before.amount == Amount.zero()
    yield from remove_entries(text, entry, ("valable-jusqu-au", "mention") if was_nil else ("valable-jusqu-au",))


def _amend_features(text: str, root: yaml.Node, before: Edition, after: Edition) -> Iterator[Edit]:
    for id_, entry in list_entries(root, "fonctions"):
        if id_ in before.features_by_id and before.features_by_id[id_].offer != after.features_by_id[id_].offer:
            yield replace_entry(text, entry, "offre", after.features_by_id[id_].offer)


def _amend_services(text: str, root: yaml.Node, before: Edition, after: Edition) -> Iterator[Edit]:
    for id_, entry in list_entries(root, "services"):
        if id_ not in before.services_by_id:
            continue
        was, becomes = before.services_by_id[id_], after.services_by_id[id_]
        marks = find_value(entry, "marques")
        if isinstance(marks, yaml.MappingNode):
            for college, mark in becomes.marks.items():
                if was.marks[college] is not mark:
                    yield replace_entry(text, marks, college, mark.value)
        if was.membership_for != becomes.membership_for:
            yield replace_entry(text, entry, "adhesion-pour", write_value(list(becomes.membership_for or ())))
