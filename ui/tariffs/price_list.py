"""The tariffs as tables that people know from the catalogue, and fields to suppose others."""

import streamlit as st

from nes_model.catalogue.charge import Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.price_tables import TariffRow, TariffTable, build_tables
from nes_model.catalogue.wording import write_tariff
from nes_model.editions.source_lines import Places
from nes_model.money import Amount
from nes_model.scenario.scenario import Scenario
from ui.state.data import places
from ui.tariffs import state
from ui.widgets import decimal_field, tables
from ui.widgets.markdown import escaped
from ui.widgets.tables import Column


def show(edition: Edition, scenario: Scenario) -> None:
    """Each table: its amounts, where they are printed and written, then fields to change them."""
    changeable, written = state.changeable(edition), places(edition)
    for table in build_tables(edition):
        st.header(table.label, anchor=False)
        _amounts(table, scenario.tariffs)
        _sources(table, edition, written)
        fields = [charge for _, charge in table.charges if charge.id in changeable]
        if fields:
            _suppose(table.label, fields, edition, scenario)


def _amounts(table: TariffTable, tariffs: dict[str, Amount]) -> None:
    columns = [Column("Catégorie" if table.columns else "Prestation")]
    columns += [Column(name) for name in table.columns or ("Prix",)]
    columns.append(Column("À confirmer"))
    tables.show(f"Tarifs : {table.label}", columns, [_row(row, tariffs) for row in table.rows])
    sources = {_source(offer, charge) for offer, charge in table.charges}
    if len(sources) == 1:
        st.caption(f"Source : {escaped(sources.pop())}.")


def _row(row: TariffRow, tariffs: dict[str, Amount]) -> tuple[str, ...]:
    readings = dict.fromkeys(doubt for cell in row.cells for charge in cell for doubt in charge.doubts)
    return (
        f"{row.label}\ncollège {row.college}" if row.college else row.label,
        *(_price(cell, tariffs) for cell in row.cells),
        ", ".join(readings) or "—",
    )


def _price(cell: tuple[Charge, ...], tariffs: dict[str, Amount]) -> str:
    if not cell:
        return "—"
    said = write_tariff([cell])
    supposed = [str(tariffs[each.id]) for each in cell if each.id in tariffs and tariffs[each.id] != each.amount]
    if supposed:
        return f"Simulation : {' ; '.join(supposed)}\nau catalogue : {said}"
    if any(charge.amount is None for charge in cell):
        return f"Non chiffré\n{said}"
    within = "" if all(charge.billed for charge in cell) else "\ndéjà compris, non facturé en plus"
    return f"{said[0].upper()}{said[1:]}{within}"


def _sources(table: TariffTable, edition: Edition, places: Places) -> None:
    columns = [Column("Tarif"), Column("Qui paie"), Column("Source"), Column("Où le changer")]
    rows = [
        (
            f"{charge.label}\n{charge.id}",
            _payers(charge, edition),
            _source(offer, charge),
            str(places.charges[charge.id]),
        )
        for offer, charge in table.charges
    ]
    with st.expander("Sources, et où changer chaque montant", key=f"sources-{table.charges[0][1].id}"):
        tables.show(f"Sources : {table.label}", columns, rows)


def _source(offer: Offer, charge: Charge) -> str:
    return charge.source or offer.source


def _payers(charge: Charge, edition: Edition) -> str:
    if charge.categories is None:
        return "tous"
    return " · ".join(edition.categories[each].label for each in charge.categories)


def _suppose(label: str, charges: list[Charge], edition: Edition, scenario: Scenario) -> None:
    changed = sum(1 for charge in charges if charge.id in scenario.tariffs)
    count = f" ({changed})" if changed else ""
    with (
        st.expander(f"Et si… ? {escaped(label)}{count}", expanded=bool(changed), key=f"et-si-{charges[0].id}"),
        st.grid(3, min_column_width=260),
    ):
        for charge in charges:
            decimal_field.show(
                f"{escaped(charge.label)} · {escaped(_payers(charge, edition))}",
                state.field(charge.id),
                charge.label,
                "En euros, par exemple 120 ou 715 à 815. Vide\N{NO-BREAK SPACE}: le montant de l'édition.",
                placeholder=charge.unpriced if charge.amount is None else str(charge.amount),
            )
