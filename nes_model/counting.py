"""What a category is counted by: only those counts set its price."""

from nes_model.charge import Basis
from nes_model.edition import Edition


def bases(category: str, edition: Edition) -> set[Basis]:
    """What its mandatory charges and its options are counted by."""
    return {charge.per for offer in edition.offers for row in offer.billed_to(category) for charge in row}
