"""An edition's amounts as the tables that people know from the catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from nes_model.catalogue.charge import EVERYONE, Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.wording import list_unit_parts, write_remark


@dataclass(frozen=True, slots=True)
class TariffRow:
    """A row: a category of an offer, or a price that everybody pays."""

    label: str
    college: str | None  # the letter of the category's college
    offer: Offer
    cells: tuple[tuple[Charge, ...], ...]  # as many as the table has columns; several charges are a choice


@dataclass(frozen=True, slots=True)
class TariffTable:
    """Categories down and prices across, or a plain list of prices."""

    label: str
    columns: tuple[str, ...]  # empty: a list, whose rows name their only price
    rows: tuple[TariffRow, ...]

    @property
    def charges(self) -> tuple[tuple[Offer, Charge], ...]:
        """Every charge once, in the table's order, column by column."""
        width = len(self.columns) or 1
        found = {
            charge.id: (row.offer, charge)
            for column in range(width)
            for row in self.rows
            for charge in row.cells[column]
        }
        return tuple(found.values())

    def list_shared(self, column: int) -> tuple[str, ...]:
        """What all the prices of a column have in common, to be said once: parts of their units, then their remark."""
        said = [
            (*list_unit_parts(charge), *filter(None, [write_remark(charge)]))
            for row in self.rows
            for charge in row.cells[column]
            if charge.amount
        ]
        return tuple(part for part in said[0] if all(part in parts for parts in said)) if said else ()


def build_tables(edition: Edition) -> tuple[TariffTable, ...]:
    """Every charge of the edition in its table, in catalogue order.

    An offer priced by category has a table of its own; the offers that cost everyone the same share their family's.
    """
    tables: list[TariffTable] = []
    for group in edition.groups:
        priced = [offer for offer in edition.offers if offer.group == group.id and offer.tariffs]
        for is_by_category, offers in groupby(priced, key=_is_by_category):
            if is_by_category:
                tables += [_by_category(offer, edition) for offer in offers]
            else:
                tables.append(TariffTable(group.label, (), tuple(row for offer in offers for row in _listed(offer))))
    return tuple(tables)


def _is_by_category(offer: Offer) -> bool:
    return all(charge.categories != EVERYONE for charge in offer.charges)


def _by_category(offer: Offer, edition: Edition) -> TariffTable:
    columns = tuple(dict.fromkeys(charge.label for charge in offer.charges))
    rows = [
        TariffRow(
            category.label,
            college.id,
            offer,
            tuple(
                tuple(charge for charge in offer.charges if charge.label == column and charge.concerns(category.id))
                for column in columns
            ),
        )
        for college in edition.colleges
        for category in college.categories
    ]
    return TariffTable(offer.label, columns, tuple(row for row in rows if any(row.cells)))


def _listed(offer: Offer) -> Iterator[TariffRow]:
    for charges in offer.alternatives:
        yield TariffRow(charges[0].label, None, offer, (charges,))
