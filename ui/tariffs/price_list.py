"""The tariffs as tables that people know from the catalogue, and fields to suppose others."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import streamlit as st

from nes_model.catalogue.charge import Charge
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.catalogue.price_tables import TariffRow, TariffTable, build_tables
from nes_model.catalogue.wording import join_unit, list_unit_parts, name_unit, write_remark, write_unit_price
from nes_model.editions.source_lines import Places
from nes_model.french import capitalise
from nes_model.publishing.amended_files import Amendment
from nes_model.scenario.scenario import Scenario
from ui.state.data import find_places
from ui.tariffs import state
from ui.widgets import decimal_field, tables
from ui.widgets.markdown import escape
from ui.widgets.tables import Column

_AND = "\N{NO-BREAK SPACE}; "
_WITHIN = "déjà compris, non facturé en plus"


def show(edition: Edition, scenario: Scenario) -> None:
    """Each table: its amounts, where they are printed and written, then fields to change them."""
    changeable, written = state.list_changeable(edition), find_places(edition)
    simulated = Amendment(scenario.tariffs, scenario.readings).apply_to(edition).charges
    for table in build_tables(edition):
        st.header(table.label, anchor=False)
        _amounts(table, simulated)
        fields = [charge for _, charge in table.charges if charge.id in changeable]
        if fields:
            _suppose(table.label, fields, edition, scenario)
        _sources(table, edition, written)


def _amounts(table: TariffTable, simulated: Mapping[str, Charge]) -> None:
    names = table.columns or ("Prix",)
    shared = [_shared(table, index) for index in range(len(names))]
    columns = [Column("Catégorie" if table.columns else "Prestation")]
    columns += [Column(name, is_figure=True, unit=_unit(said)) for name, said in zip(names, shared, strict=True)]
    columns.append(Column("À confirmer"))
    tables.show(
        f"Tarifs\N{NO-BREAK SPACE}: {table.label}", columns, [_row(row, shared, simulated) for row in table.rows]
    )
    if lines := [*_remarks(table, names, shared), *_common_source(table)]:
        st.caption("  \n".join(escape(line) for line in lines))


def _shared(table: TariffTable, index: int) -> tuple[str, ...]:
    charges = _of_column(table, index)
    return (*table.list_shared(index), *([] if any(charge.billed for charge in charges) else [_WITHIN]))


def _unit(shared: Collection[str]) -> str:
    """What a column's head says of all its prices; that they are not to be added to the others is said there too."""
    unit = join_unit(shared)
    return f"{unit}, déjà compris" if _WITHIN in shared else unit


def _of_column(table: TariffTable, index: int) -> list[Charge]:
    return [charge for row in table.rows for charge in row.cells[index]]


def _remarks(table: TariffTable, names: Sequence[str], shared: Sequence[Collection[str]]) -> Iterator[str]:
    """What holds for each price of a column, and is no unit."""
    for index, name in enumerate(names):
        said = dict.fromkeys([*(write_remark(charge) for charge in _of_column(table, index)), _WITHIN])
        if common := [each for each in said if each in shared[index]]:
            yield f"{name}\N{NO-BREAK SPACE}: {_AND.join(common)}."


def _common_source(table: TariffTable) -> Iterator[str]:
    sources = {_source(offer, charge) for offer, charge in table.charges}
    if len(sources) == 1:
        yield f"Source\N{NO-BREAK SPACE}: {sources.pop()}."


def _row(row: TariffRow, shared: Sequence[Collection[str]], simulated: Mapping[str, Charge]) -> tuple[str, ...]:
    readings = dict.fromkeys(doubt for cell in row.cells for charge in cell for doubt in charge.doubts)
    return (
        f"{row.label}\ncollège {row.college}" if row.college else row.label,
        *(_price(cell, said, simulated) for cell, said in zip(row.cells, shared, strict=True)),
        ", ".join(readings) or "—",
    )


def _price(cell: tuple[Charge, ...], shared: Collection[str], simulated: Mapping[str, Charge]) -> str:
    if not cell:
        return "—"
    said = " ou ".join(_said(charge, shared) for charge in cell)
    supposed = " ou ".join(_supposed(charge, simulated[charge.id], shared) for charge in cell)
    if supposed != said:
        return f"Simulation\N{NO-BREAK SPACE}: {supposed}\nau catalogue\N{NO-BREAK SPACE}: {said}"
    if any(charge.amount is None for charge in cell):
        return f"Non chiffré\n{said}"
    within = "" if _WITHIN in shared or all(charge.billed for charge in cell) else f"\n{_WITHIN}"
    return f"{capitalise(said)}{within}"


def _supposed(published: Charge, simulated: Charge, shared: Collection[str]) -> str:
    """A price as the simulation has it: in full where a column's head says another unit."""
    if list_unit_parts(simulated) != list_unit_parts(published):
        shared = ()
    billed = ", facturé en plus" if simulated.billed and not published.billed else ""
    return f"{_said(simulated, shared)}{billed}"


def _said(charge: Charge, shared: Collection[str]) -> str:
    prorated = ", au prorata la première année" if charge.prorated and charge.amount else ""
    return f"{write_unit_price(charge, shared)}{prorated}"


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
    return " · ".join(edition.list_payers(charge)) or "tous"


def _suppose(label: str, charges: list[Charge], edition: Edition, scenario: Scenario) -> None:
    changed = sum(1 for charge in charges if charge.id in scenario.tariffs)
    count = f" ({changed})" if changed else ""
    with (
        st.expander(f"Et si… ? {escape(label)}{count}", expanded=bool(changed), key=f"et-si-{charges[0].id}"),
        st.grid(3, min_column_width=260),
    ):
        for charge in charges:
            decimal_field.show(
                escape(_field_label(charge, charges, edition)),
                state.name_field(charge.id),
                charge.label,
                "En euros, par exemple 120 ou 715 à 815. Vide\N{NO-BREAK SPACE}: le montant de l'édition.",
                placeholder=charge.unpriced if charge.amount is None else str(charge.amount),
            )


def _field_label(charge: Charge, others: Sequence[Charge], edition: Edition) -> str:
    """The price and who pays it; what it is counted by, where that is all that tells it from another."""
    same = Counter((each.label, each.categories) for each in others)
    by = f" par {name_unit(charge.per)}" if same[charge.label, charge.categories] > 1 else ""
    return f"{charge.label}{by} · {_payers(charge, edition)}"
