"""The scenarios as bars and as curves: now against each year, and where two cumulated costs cross."""

from collections.abc import Iterator, Sequence

import altair as alt
import pandas as pd
import streamlit as st

from nes_model.crossing import crossings, curves, described
from nes_model.projection import Year
from nes_model.quote import Quote
from nes_model.side_by_side import names
from ui import tables
from ui.charts import french
from ui.markdown import escaped
from ui.palette import COLOURS
from ui.tables import Column

_PERIODS, _NAME = ("Première année", "Chaque année suivante"), "nom"
_ROW, _AROUND = 66, 95  # pixels: a scenario's name and two bars; the axis and the legend
_PERIOD_COLOURS = ("#0072B2", "#D55E00")
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 2], [10, 4], [3, 4], [12, 3, 3, 3])


def show(quotes: Sequence[Quote]) -> None:
    """Both charts, side by side where there is room."""
    called, years = names(quotes), curves(quotes)
    with st.grid(2, min_column_width=380, gap="large"):
        with st.container():
            st.header("Première année, puis chaque année", anchor=False)
            st.altair_chart(french(totals(quotes, called)), alt=totals_described(quotes, called))
        if len(years[0]) > 1:
            with st.container():
                _cumulative(years, called)


def _cumulative(years: Sequence[Sequence[Year]], called: Sequence[str]) -> None:
    st.header("Cumul, année par année", anchor=False)
    st.altair_chart(french(cumulative(years, called)), alt=cumulative_described(years, called))
    turned = [described(crossing, called) for crossing in crossings(years)]
    st.markdown("\n".join(f"- {escaped(each)}" for each in turned) or "Les courbes ne se croisent pas sur cette durée.")
    with st.expander("Les chiffres, année par année", key="annees-comparees"):
        columns = [Column("Année"), *(Column(name, is_figure=True) for name in called)]
        rows = [
            (f"Année {number}", *(str(each[number - 1].cumulative) for each in years))
            for number in range(1, len(years[0]) + 1)
        ]
        tables.show("Cumul de chaque scénario, année par année", columns, rows)


def totals_described(quotes: Sequence[Quote], called: Sequence[str]) -> str:
    """The bars in words."""
    said = [f"{name}, {each.first_year} puis {each.following_years}" for name, each in zip(called, quotes, strict=True)]
    return f"Première année, puis chaque année suivante : {' ; '.join(said)}."


def totals(quotes: Sequence[Quote], called: Sequence[str]) -> alt.LayerChart | alt.FacetChart:
    """Two bars a scenario under its name; what a range may add is paler."""
    data = pd.DataFrame(_bars(quotes, called))
    edge = max(float(data["haut"].max()), 1.0)
    axis = alt.Axis(format="$,.0f", tickCount=4, domain=False)
    x = alt.X("haut:Q", title=None, axis=axis, scale=alt.Scale(domain=[0, edge * 1.3], nice=False))
    base = alt.Chart(data, height=_ROW * len(called) + _AROUND).encode(
        y=alt.Y("rang:O", axis=None), yOffset=alt.YOffset("période:N", sort=[_NAME, *_PERIODS])
    )
    colour = alt.Color(
        "période:N",
        scale=alt.Scale(domain=list(_PERIODS), range=list(_PERIOD_COLOURS)),
        legend=alt.Legend(title=None, orient="top", symbolOpacity=1),
    )
    shown = base.transform_filter(f"datum['période'] !== '{_NAME}'")
    tooltip = [alt.Tooltip("nom:N", title="Scénario"), alt.Tooltip("période:N"), alt.Tooltip("montant:N")]
    whole = shown.mark_bar(opacity=0.35).encode(x=x, color=colour, tooltip=tooltip)
    sure = shown.mark_bar().encode(x=alt.X("bas:Q"), color=colour, tooltip=tooltip)
    figures = shown.mark_text(align="left", dx=6, fontSize=12).encode(x=x, text="montant:N")
    named = base.transform_filter(f"datum['période'] === '{_NAME}'")
    texts = named.mark_text(align="left", fontSize=12, fontWeight="bold", limit=380).encode(
        x=alt.value(0), text="nom:N"
    )
    return alt.layer(whole, sure, figures, texts)


def _bars(quotes: Sequence[Quote], called: Sequence[str]) -> Iterator[dict[str, object]]:
    for rank, (name, quote) in enumerate(zip(called, quotes, strict=True)):
        yield {"rang": rank, "nom": name, "période": _NAME, "bas": 0.0, "haut": 0.0, "montant": ""}
        for period, amount in zip(_PERIODS, (quote.first_year, quote.following_years), strict=True):
            ends = {"bas": float(amount.low), "haut": float(amount.high), "montant": str(amount)}
            yield {"rang": rank, "nom": name, "période": period} | ends


def cumulative_described(years: Sequence[Sequence[Year]], called: Sequence[str]) -> str:
    """The curves in words."""
    said = [
        f"{name}, " + ", ".join(f"année {year.number} {year.cumulative}" for year in each)
        for name, each in zip(called, years, strict=True)
    ]
    return f"Cumul : {' ; '.join(said)}."


def cumulative(years: Sequence[Sequence[Year]], called: Sequence[str]) -> alt.LayerChart | alt.FacetChart:
    """A curve a scenario, told by its colour and its dashes; the band of a range around it."""
    data = pd.DataFrame(
        {
            "scénario": name,
            "Année": f"Année {year.number}" if len(each) <= 6 else str(year.number),
            "bas": float(year.cumulative.low),
            "haut": float(year.cumulative.high),
            "Cumul": str(year.cumulative),
        }
        for name, each in zip(called, years, strict=True)
        for year in each
    )
    order = list(called)
    colour = alt.Color(
        "scénario:N",
        sort=order,
        scale=alt.Scale(domain=order, range=list(COLOURS[: len(order)])),
        legend=alt.Legend(
            title=None, orient="bottom", columns=1, labelLimit=380, symbolType="stroke", symbolSize=300, symbolOpacity=1
        ),
    )
    base = alt.Chart(data, height=260 + 22 * len(years)).encode(
        x=alt.X("Année:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        color=colour,
        tooltip=["scénario:N", "Année:N", "Cumul:N"],
    )
    y = alt.Y("haut:Q", title=None, axis=alt.Axis(format="$,.0f", tickCount=5, domain=False))
    band = base.mark_area(opacity=0.2).encode(y=y, y2="bas:Q")
    dash = alt.StrokeDash("scénario:N", sort=order, scale=alt.Scale(domain=order, range=list(_DASHES[: len(order)])))
    line = base.mark_line(strokeWidth=2.5, point=alt.OverlayMarkDef(size=45)).encode(y=y, strokeDash=dash)
    return alt.layer(band, line)
