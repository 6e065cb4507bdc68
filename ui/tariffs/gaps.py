"""Differences as bars on both sides of zero, each with its figure."""

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from nes_model.impact import Impact
from nes_model.money import Amount, format_gap
from ui.charts import french

_MORE, _LESS = "#D55E00", "#0072B2"
_ROW, _AROUND = 40, 40  # pixels: a name and its bar; the axis


def show(moved: Sequence[Impact]) -> None:
    """Draw them, when something moves."""
    if moved:
        st.altair_chart(french(chart(moved)), alt=described(moved))


def chart(moved: Sequence[Impact]) -> alt.LayerChart | alt.FacetChart:
    """One bar a scenario: by how much a year of it moves, the first when the others do not."""
    data = pd.DataFrame(_row(rank, each) for rank, each in enumerate(moved))
    low, high = float(data["écart"].min()), float(data["écart"].max())
    edge = max(abs(low), abs(high))
    base = alt.Chart(data, height=_ROW * len(moved) + _AROUND).encode(
        y=alt.Y("rang:O", axis=None), tooltip=["nom:N", "montant:N"]
    )
    scale = alt.Scale(domain=[min(0.0, low), max(high, edge * 0.2)], nice=False)
    x = alt.X("écart:Q", title=None, axis=alt.Axis(format="$,.0f", tickCount=4, domain=False), scale=scale)
    colour = alt.condition("datum['écart'] >= 0", alt.value(_MORE), alt.value(_LESS))
    bars = base.mark_bar(height=12, yOffset=8).encode(x=x, color=colour)
    names = base.mark_text(align="left", dy=-9, fontSize=12).encode(x=alt.value(0), text="texte:N")
    return alt.layer(bars, names)


def described(moved: Sequence[Impact]) -> str:
    """The bars in words."""
    return "Écart par organisation : " + " ; ".join(f"{each.name}, {format_gap(_shown(each))}" for each in moved) + "."


def _row(rank: int, moved: Impact) -> dict[str, object]:
    gap = _shown(moved)
    end = gap.high if abs(gap.high) >= abs(gap.low) else gap.low
    when = "par an" if moved.following_years else "la première année"
    montant = f"{format_gap(gap)} {when}"
    return {
        "rang": rank,
        "nom": moved.name,
        "écart": float(end),
        "montant": montant,
        "texte": f"{moved.name} : {montant}",
    }


def _shown(moved: Impact) -> Amount:
    return moved.following_years or moved.first_year
