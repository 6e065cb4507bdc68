"""Why two scenarios differ: the parts of their difference, as a table and as a chart, and what each one opens."""

from collections.abc import Sequence

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.comparison.access import list_access_only_by
from nes_model.comparison.changes import Cause
from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.difference import SPLIT_RULE, Difference, split_difference
from nes_model.comparison.selection import Selection
from nes_model.money import format_gap
from nes_model.pricing.cautions import name_missing_prices
from nes_model.pricing.quote import Quote
from ui.comparison import state, waterfall
from ui.widgets import tables
from ui.widgets.markdown import escape
from ui.widgets.tables import Column

CAUSES = {
    Cause.TARIFF: "Tarif",
    Cause.READING: "Point à confirmer",
    Cause.CATEGORY: "Catégorie",
    Cause.VOLUME: "Volumes",
    Cause.MONTHS: "Durée",
    Cause.OPTION: "Options",
}


def show(selection: Selection, quotes: Sequence[Quote], edition: Edition) -> None:
    """The chosen pair, its difference split, and what one opens that the other does not."""
    st.header("L'écart expliqué", anchor=False)
    called = name_quotes(quotes)
    _pair(selection, called, edition)
    before, after = selection.pair
    found = split_difference(quotes[before], quotes[after])
    with st.container(key="dit-ecart"):
        st.markdown(escape(_sentence(found, called[before], called[after])))
    if found.parts:
        waterfall.show(found, called[before], called[after])
        _parts(found)
    _silences(found, called[before], called[after])
    _access(found, called[before], called[after])


def _pair(selection: Selection, called: Sequence[str], edition: Edition) -> None:
    keys = ("ecart-de", "ecart-vers")
    with st.grid(2, min_column_width=250, gap="small"):
        for key, label, index in zip(keys, ("Du scénario", "Au scénario"), selection.pair, strict=True):
            st.session_state[key] = index
            st.selectbox(
                label,
                range(len(called)),
                format_func=lambda choice: called[choice],
                key=key,
                on_change=_explain,
                args=(*keys, selection, edition),
            )


def _explain(key_before: str, key_after: str, selection: Selection, edition: Edition) -> None:
    """Explain the pair chosen; choosing the same scenario twice exchanges the two."""
    before, after = st.session_state[key_before], st.session_state[key_after]
    if before == after:
        before, after = selection.pair[::-1]
    state.change(selection.explaining(before, after), edition)


def _sentence(found: Difference, before: str, after: str) -> str:
    left_out = f", {found.caution}" if found.caution else ""
    if not (found.first_year or found.following_years or found.parts):
        return f"« {before} » et « {after} » coûtent la même chose{left_out}."
    return (
        f"De « {before} » à « {after} » : {format_gap(found.first_year)} la première année, "
        f"{format_gap(found.following_years)} chaque année suivante{left_out}."
    )


def _parts(found: Difference) -> None:
    columns = [Column("Cause"), Column("Changement"), Column("Poste"), *tables.COSTS]
    rows = [
        (
            CAUSES[part.cause],
            part.change,
            f"{part.line}\nnon chiffré d'un côté" if part.loses_price else part.line,
            format_gap(part.first_year),
            format_gap(part.following_years),
        )
        for part in found.parts
    ]
    total = ("Écart", "", "", format_gap(found.first_year), format_gap(found.following_years))
    tables.show("Les parts de l'écart", columns, rows, total)
    st.caption(SPLIT_RULE)


def _silences(found: Difference, before: str, after: str) -> None:
    """What the difference cannot show: changes counted elsewhere or that move nothing, lines that have no price."""
    for why, changes in (
        ("Déjà compris dans les montants ci-dessus", found.within_options),
        ("Non chiffré, et donc hors de l'écart", found.without_price),
        ("Sans effet sur les montants", found.without_effect),
    ):
        if changes:
            said = " ; ".join(change.label for change in changes)
            st.markdown(f"{why}\N{NO-BREAK SPACE}: {escape(said)}.")
    for name, quote in ((before, found.before), (after, found.after)):
        if quote.unpriced:
            lines = ", ".join(f"{each.label} ({each.reason})" for each in quote.unpriced)
            st.markdown(escape(f"« {name} » s'entend {name_missing_prices(quote)} : {lines}."))


def _access(found: Difference, before: str, after: str) -> None:
    st.header("Ce que l'un ouvre et pas l'autre", anchor=False)
    for name, one, other in [(before, found.before, found.after), (after, found.after, found.before)]:
        opened = ", ".join(list_access_only_by(one, other))
        says = f"ouvre en plus\N{NO-BREAK SPACE}: {escape(opened)}" if opened else "n'ouvre rien de plus"
        st.markdown(f"**{escape(name)}** {says}.")
