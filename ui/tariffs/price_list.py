"""The tariffs as tables that people know from the catalogue, and fields to suppose others."""

from collections.abc import Iterator

import streamlit as st

from nes_model.charge import Charge
from nes_model.edition import Edition, Group, Offer
from nes_model.explanation import unit_price
from nes_model.money import Amount
from nes_model.places import Places
from nes_model.scenario import Scenario
from ui import state as simulator
from ui import tables
from ui.address import edited
from ui.markdown import escaped
from ui.tables import Column
from ui.tariffs import state

_COLUMNS = [
    Column("Poste"),
    Column("Qui paie"),
    Column("Montant", is_figure=True),
    Column("Source, et où le changer"),
    Column("À confirmer"),
]


def show(edition: Edition, scenario: Scenario) -> None:
    """Each family of offers: its amounts, then fields to change them."""
    changeable, places = state.changeable(edition), simulator.places(edition)
    for group in edition.groups:
        charges = list(_charges(group, edition))
        if not charges:
            continue
        st.header(group.label, anchor=False)
        rows = [_row(offer, charge, edition, scenario.tariffs, places) for offer, charge in charges]
        tables.show(f"Tarifs : {group.label}", _COLUMNS, rows)
        fields = [charge for _, charge in charges if charge.id in changeable]
        if fields:
            _suppose(group, fields, edition, scenario)


def _charges(group: Group, edition: Edition) -> Iterator[tuple[Offer, Charge]]:
    for offer in edition.offers:
        if offer.group == group.id:
            for charges in offer.alternatives:
                yield from ((offer, charge) for charge in charges)


def _row(offer: Offer, charge: Charge, edition: Edition, tariffs: dict[str, Amount], places: Places) -> tuple[str, ...]:
    alone = offer.label in (charge.label, edition.groups_by_id[offer.group].label)
    name = charge.label if alone else f"{charge.label}\n{offer.label}"
    amount = unit_price(charge)
    if charge.id in tariffs and tariffs[charge.id] != charge.amount:
        amount = f"Simulation : {tariffs[charge.id]}\nau catalogue : {amount}"
    elif not charge.billed:
        amount = f"{amount}\ndéjà compris, non facturé en plus"
    return (
        name,
        _payers(charge, edition),
        amount,
        f"{charge.source or offer.source}\n{places.charges[charge.id]}",
        ", ".join(charge.readings) or "—",
    )


def _payers(charge: Charge, edition: Edition) -> str:
    if charge.categories is None:
        return "tous"
    return " · ".join(edition.categories[each].label for each in charge.categories)


def _suppose(group: Group, charges: list[Charge], edition: Edition, scenario: Scenario) -> None:
    changed = sum(1 for charge in charges if charge.id in scenario.tariffs)
    count = f" ({changed})" if changed else ""
    with (
        st.expander(f"Et si… ? {group.label}{count}", expanded=bool(changed), key=f"et-si-{group.id}"),
        st.grid(3, min_column_width=260),
    ):
        for charge in charges:
            st.text_input(
                f"{escaped(charge.label)} · {escaped(_payers(charge, edition))}",
                key=state.field(charge.id),
                placeholder=state.typed(charge.amount) if charge.amount is not None else charge.unpriced,
                help="En euros, par exemple 120 ou 715 à 815. Vide : le montant de l'édition.",
                on_change=edited,
            )
