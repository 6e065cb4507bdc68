"""The scenarios as bars and as curves: now against each year, and where two cumulated costs cross."""

from collections.abc import Iterator, Sequence

import altair as alt
import streamlit as st

from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.crossing import describe_crossing, find_crossings, project_together
from nes_model.pricing.projection import Year
from nes_model.pricing.quote import Quote
from ui.drawing import vega as drawing
from ui.drawing.palette import FIRST_YEAR, FOLLOWING_YEARS, NEUTRAL, SCENARIOS, TWO_BARS
from ui.drawing.vega import Drawing
from ui.widgets import tables
from ui.widgets.markdown import write_list
from ui.widgets.tables import Column

_PERIODS, _NAME = ("Première année", "Chaque année suivante"), "nom"
_ROW, _AROUND = 66, 60  # pixels: a scenario's name and two bars; the axis
_CURVES, _LEGEND_ROW = 260, 22  # pixels
_ROOM_FOR_FIGURES = 1.3  # of the longest bar
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 2], [10, 4], [3, 4], [12, 3, 3, 3])


def show(quotes: Sequence[Quote]) -> None:
    """Both charts, side by side where there is room."""
    called, years = name_quotes(quotes), project_together(quotes)
    with st.grid(2, min_column_width=380, gap="large"):
        with st.container():
            st.header("Première année, puis chaque année", anchor=False)
            height = _ROW * len(called) + _AROUND
            drawing.show(_totals(), describe_totals(quotes, called), height, bars=_bars(quotes, called))
            st.caption(TWO_BARS)
        if len(years[0]) > 1:
            with st.container():
                _cumulative(years, called)


def _cumulative(years: Sequence[Sequence[Year]], called: Sequence[str]) -> None:
    st.header("Cumul, année par année", anchor=False)
    height = _CURVES + _LEGEND_ROW * len(years)
    drawing.show(_curves(), describe_cumulative(years, called), height, points=_points(years, called))
    turned = [describe_crossing(crossing, called) for crossing in find_crossings(years)]
    st.markdown(write_list(turned) or "Les courbes ne se croisent pas sur cette durée.")
    with st.expander("Les chiffres, année par année", key="annees-comparees"):
        columns = [Column("Année"), *(Column(name, is_figure=True) for name in called)]
        rows = [
            (f"Année {number}", *(str(each[number - 1].cumulative) for each in years))
            for number in range(1, len(years[0]) + 1)
        ]
        tables.show("Cumul de chaque scénario, année par année", columns, rows)


def describe_totals(quotes: Sequence[Quote], called: Sequence[str]) -> str:
    """The bars in words."""
    said = [f"{name}, {each.first_year} puis {each.following_years}" for name, each in zip(called, quotes, strict=True)]
    return f"Première année, puis chaque année suivante : {' ; '.join(said)}."


@drawing.draw_once
def _totals() -> Drawing:
    """Two bars a scenario under its name, told apart by how full they are; what a range may add is outlined."""
    figures = drawing.name_table("bars")
    x = alt.X("haut:Q", title=None, axis=drawing.make_euro_axis(4), scale=alt.Scale(zero=True, nice=False))
    base = figures.encode(y=alt.Y("rang:O", axis=None), yOffset=alt.YOffset("période:N", sort=[_NAME, *_PERIODS]))
    scale = alt.Scale(domain=list(_PERIODS), range=[FIRST_YEAR, FOLLOWING_YEARS])
    fullness = alt.FillOpacity("période:N", scale=scale, legend=None)
    shown = base.transform_filter(f"datum['période'] !== '{_NAME}'")
    ranges = shown.transform_filter("datum.haut > datum.bas")
    whole = ranges.mark_bar(filled=False, stroke=NEUTRAL, strokeDash=[3, 2]).encode(x=x)
    sure = shown.mark_bar(fill=NEUTRAL, stroke=NEUTRAL).encode(x=alt.X("bas:Q"), fillOpacity=fullness)
    amounts = shown.mark_text(align="left", dx=6, fontSize=12).encode(x=x, text="montant:N")
    named = base.transform_filter(f"datum['période'] === '{_NAME}'")
    texts = named.mark_text(align="left", fontSize=12, fontWeight="bold", limit=380).encode(
        x=alt.value(0), text="nom:N"
    )
    return drawing.write(alt.layer(whole, sure, amounts, texts, drawing.reach(figures, x="bord:Q")))


def _bars(quotes: Sequence[Quote], called: Sequence[str]) -> Iterator[dict[str, object]]:
    longest = max(float(amount.high) for quote in quotes for amount in (quote.first_year, quote.following_years))
    edge = _ROOM_FOR_FIGURES * max(longest, 1.0)
    for rank, (name, quote) in enumerate(zip(called, quotes, strict=True)):
        row: dict[str, object] = {"rang": rank, "nom": name, "bord": edge}
        yield row | {"période": _NAME, "bas": 0.0, "haut": 0.0, "montant": ""}
        for period, amount in zip(_PERIODS, (quote.first_year, quote.following_years), strict=True):
            ends = {"bas": float(amount.low), "haut": float(amount.high), "montant": str(amount)}
            yield row | {"période": period} | ends


def describe_cumulative(years: Sequence[Sequence[Year]], called: Sequence[str]) -> str:
    """The curves in words."""
    said = [
        f"{name}, " + ", ".join(f"année {year.number} {year.cumulative}" for year in each)
        for name, each in zip(called, years, strict=True)
    ]
    return f"Cumul : {' ; '.join(said)}."


@drawing.draw_once
def _curves() -> Drawing:
    """A curve a scenario, told by its shade and its dashes; the band of a range around it."""
    colour = alt.Color(
        "scénario:N",
        sort=None,
        scale=alt.Scale(range=list(SCENARIOS)),
        legend=alt.Legend(
            title=None, orient="bottom", columns=1, labelLimit=380, symbolType="stroke", symbolSize=300, symbolOpacity=1
        ),
    )
    base = drawing.name_table("points").encode(
        x=alt.X("Année:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        color=colour,
    )
    y = alt.Y("haut:Q", title=None, axis=drawing.make_euro_axis())
    band = base.mark_area(opacity=0.2).encode(y=y, y2="bas:Q")
    dash = alt.StrokeDash("scénario:N", sort=None, scale=alt.Scale(range=list(_DASHES)))
    line = base.mark_line(strokeWidth=2.5, point=alt.OverlayMarkDef(size=45)).encode(y=y, strokeDash=dash)
    return drawing.write(alt.layer(band, line))


def _points(years: Sequence[Sequence[Year]], called: Sequence[str]) -> Iterator[dict[str, object]]:
    for name, each in zip(called, years, strict=True):
        for year in each:
            yield {
                "scénario": name,
                "Année": f"Année {year.number}" if len(each) <= 6 else str(year.number),
                "bas": float(year.cumulative.low),
                "haut": float(year.cumulative.high),
            }
