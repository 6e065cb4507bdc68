"""What the amounts supposed change: for the present scenario, for the examples, for the group that was given."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.what_if import list_what_ifs
from nes_model.french import write_count
from nes_model.group.group import Group, consolidated_under
from nes_model.money import format_gap
from nes_model.pricing import impact
from nes_model.pricing.impact import Impact
from nes_model.scenario.examples import Examples
from nes_model.scenario.scenario import Scenario
from ui.tariffs import effect_chart as gaps
from ui.widgets import tables
from ui.widgets.markdown import escaped
from ui.widgets.tables import Column

_COLUMNS = [
    Column("Scénario"),
    Column("1re année, avant", is_figure=True),
    Column("Avec la simulation", is_figure=True),
    Column("Écart", is_figure=True),
    Column("Ensuite, par an, avant", is_figure=True),
    Column("Avec la simulation", is_figure=True),
    Column("Écart", is_figure=True),
]


def banner(scenario: Scenario, edition: Edition) -> None:
    """Say, above everything, that these are not the tariffs in force."""
    found = list_what_ifs(apply_readings(edition, scenario.readings), scenario.tariffs)
    if found:
        st.warning(
            "\n".join(f"- {escaped(str(each))}" for each in found),
            title="Simulation de tarif : ces montants ne sont pas ceux du tarif en vigueur",
        )


def show(scenario: Scenario, examples: Examples, group: Group | None, edition: Edition) -> None:
    """Nothing while nothing is supposed."""
    if not scenario.tariffs:
        return
    st.header("Ce que change la simulation", anchor=False)
    published = scenario.model_copy(update={"tariffs": {}})
    ready = [published, *(each.scenario for each in examples.examples)]
    present, *others = impact.measure_what_ifs(ready, scenario.tariffs, edition)
    moved = [each for each in others if not each.is_nil]
    rows = [_row(present, f"{present.name}\nvotre scénario"), *(_row(each, each.name) for each in moved)]
    tables.show(
        "Effet de la simulation sur votre scénario et sur les exemples",
        _COLUMNS,
        [*rows, *_of_group(group, scenario, edition)],
    )
    gaps.show([each for each in moved if each.first_year or each.following_years])
    still = len(others) - len(moved)
    st.caption(f"{write_count(still, 'exemple')} sur {len(others)} sans changement.")


def table_of(caption: str, impacts: Sequence[Impact]) -> None:
    """Each scenario that something moves; a sentence when there is none."""
    moved = [each for each in impacts if not each.is_nil]
    if not moved:
        st.markdown("Sans effet sur les exemples.")
        return
    columns = [Column("Exemple"), Column("1re année", is_figure=True), Column("Chaque année suivante", is_figure=True)]
    tables.show(caption, columns, [_gaps(each) for each in moved])


def _gaps(each: Impact) -> tuple[str, str, str]:
    if each.after is None:
        return each.name, "ne peut plus être chiffré tel quel", "—"
    return each.name, _with_caution(format_gap(each.first_year), each.caution), format_gap(each.following_years)


def _with_caution(text: str, caution: str) -> str:
    return f"{text}\n{caution}" if caution else text


def _row(each: Impact, name: str) -> tuple[str, ...]:
    after = each.after or each.before
    return (
        name,
        str(each.before.first_year),
        str(after.first_year),
        _with_caution(format_gap(each.first_year), each.caution),
        str(each.before.following_years),
        str(after.following_years),
        format_gap(each.following_years),
    )


def _of_group(group: Group | None, scenario: Scenario, edition: Edition) -> list[tuple[str, ...]]:
    """The group last given in the group page, as one row."""
    if group is None or not group.consolidation.whole.organisations:
        return []
    before, after = group.consolidation.whole, consolidated_under(group, scenario.tariffs, edition).whole
    caution = impact.write_caution(after.unpriced - before.unpriced)
    return [
        (
            f"Votre groupe\n{write_count(before.organisations, 'organisation')} de la page Groupe",
            str(before.first_year),
            str(after.first_year),
            _with_caution(format_gap(after.first_year - before.first_year), caution),
            str(before.following_years),
            str(after.following_years),
            format_gap(after.following_years - before.following_years),
        )
    ]
