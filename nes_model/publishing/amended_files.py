"""An edition's own files, changed: supposed amounts and settled doubts written at their line, all else as it was.

What to write is read off two editions, the one published and the one applied: whatever makes them differ, a what-if
or another reading, there is one way to write it down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from nes_model.catalogue.charge import Charge
from nes_model.catalogue.doubt import RETAINED, Doubt, Overlay
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.overlay import apply, apply_readings
from nes_model.catalogue.service import Mark
from nes_model.documents.edits import (
    Edit,
    apply_edits,
    find_value,
    list_entries,
    quote_text,
    remove_entry,
    remove_item,
    replace_entry,
)
from nes_model.documents.nodes import LOADER
from nes_model.money import Amount

_ATTRIBUTES = {"categories": "pour", "per": "par", "prorated": "prorata", "billed": "facture", "source": "source"}
_TO_JUSTIFY = "montant nul, à justifier"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is written in the files.

    Attributes:
        tariffs: charge id → amount in euros, in place of the edition's.
        readings: doubt id → the reading that settles it, `RETAINED` for the one that the edition retains.
    """

    tariffs: Mapping[str, Amount]
    readings: Mapping[str, str]

    def applied_to(self, edition: Edition) -> Edition:
        """The edition as the amended files will say it, but for the doubts, which are settled.

        Raises:
            InvalidInputError: an amount is given for a charge that the edition does not have.
        """
        others = {doubt: choice for doubt, choice in self.readings.items() if choice != RETAINED}
        return apply(Overlay(amounts=dict(self.tariffs)), apply_readings(edition, others))


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
    amended = amendment.applied_to(edition)
    settled = {doubt for doubt in amendment.readings if _is_settled(edition.doubts_by_id[doubt], amended)}
    changed: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_bytes().decode("utf-8")  # not read_text: ends of lines stay as they are
        root = yaml.compose(text, Loader=LOADER)
        assert root is not None  # noqa: S101 - an empty file would not have loaded
        edits = [
            *_amend_charges(text, root, edition, amended),
            *_amend_features(text, root, edition, amended),
            *_amend_services(text, root, edition, amended),
            *_settle(text, root, settled),
        ]
        if edits:
            changed[path.name] = apply_edits(text, edits)
    return changed


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
            yield replace_entry(text, entry, "montant", _write_amount(after.amount), instead_of="non-chiffre")
        yield from _amend_note(text, entry, before, after)
        if find_value(entry, "valable-jusqu-au") is not None:  # it was said of the amount that goes
            yield remove_entry(text, entry, "valable-jusqu-au")
    written = after.model_dump(mode="json", by_alias=True)
    for field, key in _ATTRIBUTES.items():
        if getattr(before, field) != getattr(after, field):
            yield replace_entry(text, entry, key, _write(written[key]))


def _amend_note(text: str, entry: yaml.MappingNode, before: Charge, after: Charge) -> Iterator[Edit]:
    """Beside a nil amount a note says why nothing is paid; beside another, it is as true of the next amount."""
    if after.amount == Amount.zero():
        yield replace_entry(text, entry, "mention", quote_text(_TO_JUSTIFY))
    elif before.amount == Amount.zero() and find_value(entry, "mention") is not None:
        yield remove_entry(text, entry, "mention")


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
            yield replace_entry(text, entry, "adhesion-pour", _write(list(becomes.membership_for or ())))


def _settle(text: str, node: yaml.Node, doubts: set[str]) -> Iterator[Edit]:
    """Take settled doubts out: themselves, and wherever they are quoted."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "lectures" and isinstance(value, yaml.SequenceNode):
                yield from _settle_list(text, node, value, doubts)
            else:
                yield from _settle(text, value, doubts)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _settle(text, each, doubts)


def _settle_list(text: str, holder: yaml.MappingNode, listed: yaml.SequenceNode, doubts: set[str]) -> Iterator[Edit]:
    settled = [index for index, each in enumerate(listed.value) if _id_of(each) in doubts]
    if settled and len(settled) == len(listed.value):
        yield remove_entry(text, holder, "lectures")
        return
    if listed.flow_style and settled:  # written anew: two neighbours taken out one by one would share a comma
        rest = [str(each.value) for index, each in enumerate(listed.value) if index not in settled]
        yield Edit(listed.start_mark.index, listed.end_mark.index, _write(rest))
        return
    for index in settled:
        yield remove_item(text, listed, index)


def _id_of(node: yaml.Node) -> str:
    own = find_value(node, "id") if isinstance(node, yaml.MappingNode) else node
    return str(own.value) if own else ""


def _write(value: object) -> str:
    """A value as the files write it: oui and non, [chu, esms], a text between quotation marks where it needs them."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list | tuple):
        return f"[{', '.join(quote_text(str(each)) for each in value)}]"
    return quote_text(str(value))


def _write_amount(amount: Amount) -> str:
    low, high = f"{amount.low:.2f}", f"{amount.high:.2f}"
    return f"{{min: {low}, max: {high}}}" if amount.is_range else low
