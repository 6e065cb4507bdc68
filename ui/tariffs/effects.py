"""What the simulation changes, as the files of a next edition would: this scenario, the examples, the group given."""

from collections.abc import Collection, Iterator, Sequence

import streamlit as st

from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.what_if import list_what_ifs
from nes_model.french import write_count
from nes_model.group.group import Group, consolidate_under
from nes_model.money import Costs, format_gap
from nes_model.pricing import impact
from nes_model.pricing.impact import Impact
from nes_model.pricing.rule import price_checked
from nes_model.publishing.amended_files import Amendment
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import Scenario
from ui.tariffs import effect_chart as gaps
from ui.tariffs import state
from ui.widgets import tables
from ui.widgets.markdown import write_list
from ui.widgets.tables import Column

_COLUMNS = [
    Column("Scénario"),
    Column("1re année, avant", is_figure=True),
    Column("1re année, simulée", is_figure=True),
    Column("1re année, écart", is_figure=True),
    Column("Ensuite, par an, avant", is_figure=True),
    Column("Ensuite, par an, simulé", is_figure=True),
    Column("Ensuite, par an, écart", is_figure=True),
]
_NO_LONGER_PRICED = "ne peut plus être chiffré tel quel"


def show_banner(scenario: Scenario, edition: Edition) -> None:
    """Say, above everything, that these are not the tariffs in force."""
    if supposed := list_supposed(scenario, edition):
        amounts, readings = any(_amounts(scenario, edition)), any(_readings(scenario, edition))
        named = " et ".join(["ces montants"] * amounts + ["ces lectures"] * readings)
        those = "ceux" if amounts else "celles"
        st.warning(
            write_list(supposed),
            title=f"Simulation de tarif\N{NO-BREAK SPACE}: {named} ne sont pas {those} du tarif en vigueur",
        )


def list_supposed(scenario: Scenario, edition: Edition) -> list[str]:
    """Everything of the scenario that is not the tariff in force, a French line each."""
    return [*_amounts(scenario, edition), *_readings(scenario, edition)]


def _amounts(scenario: Scenario, edition: Edition) -> Iterator[str]:
    return map(str, list_what_ifs(edition, scenario.tariffs))


def _readings(scenario: Scenario, edition: Edition) -> Iterator[str]:
    for doubt in edition.doubts:
        if choice := scenario.readings.get(doubt.id):
            read, retained = (_quoted(doubt.label_of(each)) for each in (choice, RETAINED))
            yield f"{doubt.id}, {doubt.title}\N{NO-BREAK SPACE}: {read} au lieu de {retained}"


def _quoted(text: str) -> str:
    return f"«\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}»"


def show(checked: CheckedScenario, ready: Collection[CheckedScenario], group: Group | None) -> None:
    """Nothing while nothing is supposed."""
    scenario = checked.scenario
    if not (scenario.tariffs or scenario.readings):
        return
    st.header("Ce que change la simulation", anchor=False)
    amended = Amendment(scenario.tariffs, scenario.readings).apply_to(checked.published)
    others = impact.measure_edition(ready, amended)
    moved = [each for each in others if not each.is_nil]
    rows = [_row_of_present(checked), *(_row_of(each, each.name) for each in moved)]
    tables.show(
        "Effet de la simulation sur votre scénario et sur les exemples",
        _COLUMNS,
        [*rows, *_of_group(group, scenario, amended)],
    )
    gaps.show([each for each in moved if each.first_year or each.following_years])
    still = len(others) - len(moved)
    st.caption(f"{write_count(still, 'exemple')} sur {len(others)} sans changement.")


def show_table(caption: str, impacts: Sequence[Impact]) -> None:
    """Show each scenario that something moves; a sentence when there is none."""
    moved = [each for each in impacts if not each.is_nil]
    if not moved:
        st.markdown("Sans effet sur les exemples.")
        return
    columns = [Column("Exemple"), Column("1re année", is_figure=True), Column("Chaque année suivante", is_figure=True)]
    tables.show(caption, columns, [_gaps(each) for each in moved])


def _gaps(each: Impact) -> tuple[str, str, str]:
    if each.after is None:
        return each.name, _NO_LONGER_PRICED, "—"
    return each.name, _with_caution(format_gap(each.first_year), each.caution), format_gap(each.following_years)


def _with_caution(text: str, caution: str) -> str:
    return f"{text}\n{caution}" if caution else text


def _row_of_present(checked: CheckedScenario) -> tuple[str, ...]:
    before = price_checked(state.put_in_force(checked))
    return _row_of(Impact(checked.name, before, price_checked(checked)), f"{checked.name}\nvotre scénario")


def _row_of(each: Impact, name: str) -> tuple[str, ...]:
    if each.after is None:
        first, then = each.before.first_year, each.before.following_years
        return name, str(first), _NO_LONGER_PRICED, "—", str(then), "—", "—"
    return _row(name, each.before.costs, each.after.costs, each.caution)


def _row(name: str, before: Costs, after: Costs, caution: str) -> tuple[str, ...]:
    more = after - before
    return (
        name,
        str(before.first_year),
        str(after.first_year),
        _with_caution(format_gap(more.first_year), caution),
        str(before.following_years),
        str(after.following_years),
        format_gap(more.following_years),
    )


def _of_group(group: Group | None, scenario: Scenario, amended: Edition) -> list[tuple[str, ...]]:
    """The group last given in the group page, as one row."""
    if group is None or not group.consolidation.whole.organisations:
        return []
    before, after = group.consolidation.whole, consolidate_under(group, scenario.tariffs, amended).whole
    caution = impact.write_caution(after.unpriced - before.unpriced)
    name = f"Votre groupe\n{write_count(before.organisations, 'organisation')} de la page Groupe"
    return [_row(name, before.costs, after.costs, caution)]
