"""Where an edition's files hold what the pages show: which line of which file to change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nes_model.catalogue.doubt import Doubt
from nes_model.catalogue.edition import Edition
from nes_model.documents.nodes import Location, Node
from nes_model.french import list_words


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, as a text editor counts them."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, ligne {self.line}"


@dataclass(frozen=True, slots=True)
class Places:
    """Of every charge's amount, and of all that a point à confirmer commands: itself, amounts, services, features."""

    charges: dict[str, Place]
    doubts: dict[str, tuple[Place, ...]]


def find_places(document: Node, edition: Edition) -> Places:
    """Find the lines of an edition.

    Args:
        document: the edition's files, joined.
        edition: what was read from them.
    """
    charges = {
        charge.id: _place(document, ("prestations", offer.id, "tarifs", charge.id), charge.id)
        for offer in edition.offers
        for charge in offer.charges
    }
    return Places(charges, {each.id: tuple(_commanded(each, document, edition, charges)) for each in edition.doubts})


def list_places(found: Iterable[Place]) -> str:
    """Places in French, file by file: "03-adhesion.yaml, lignes 16 et 24"."""
    lines: dict[str, list[str]] = {}
    for place in found:
        lines.setdefault(place.file, []).append(str(place.line))
    return " ; ".join(f"{file}, ligne{'s' * (len(each) > 1)} {list_words(each)}" for file, each in lines.items())


def _commanded(doubt: Doubt, document: Node, edition: Edition, charges: Mapping[str, Place]) -> Iterator[Place]:
    yield _place(document, ("lectures", doubt.id), doubt.id)
    moved = {each for other in doubt.others for each in (*other.amounts, *other.charges)}
    for id_, charge in edition.charges.items():
        if id_ in moved or doubt.id in charge.doubts:
            yield charges[id_]
    for section, ids in (
        ("fonctions", [each for other in doubt.others for each in other.features]),
        ("services", [each for other in doubt.others for each in (*other.marks, *other.memberships)]),
    ):
        for id_ in dict.fromkeys(ids):
            yield _place(document, (section, id_), id_)


def _place(document: Node, path: Location, id_: str) -> Place:
    node = document.at(path)
    node = node.find_id(id_) or node
    price = node.child("montant") or node.child("non-chiffre") or node
    return Place(price.file, price.line)
