"""A difference as a waterfall: from one total to the other, one bar a part."""

from textwrap import wrap
from typing import Any

import altair as alt
import streamlit as st

from nes_model.comparison.difference import Difference
from nes_model.money import Amount, format_euros, format_gap
from ui.comparison.lines import PERIODS, Period
from ui.drawing import vega as drawing
from ui.drawing.palette import NEUTRAL, assign_colours
from ui.drawing.vega import Drawing

_LOWERS = 0.25  # how full the bar of what lowers the total is; the others are full
_ROW, _BAR, _DOWN, _UP = 70, 16, 23, 8  # pixels: a row, its bar, how far from the row's middle are bar and name
_AXIS = 35  # pixels
_LINE, _ROOM_FOR_FIGURES = 50, 0.28  # characters a line of a name; share of the width that figures may take


def show(found: Difference, before: str, after: str) -> None:
    """One chart a period in which something moves."""
    with st.grid(2, min_column_width=380, gap="medium"):
        for period in PERIODS:
            if any(period.pick(part.costs) for part in found.parts):
                with st.container(gap=None):
                    st.subheader(period.label, anchor=False)
                    words, bars = describe(found, before, after, period), _bars(found, before, after, period)
                    drawing.show(_waterfall(), words, _ROW * len(bars) + _AXIS, bars=bars)
    if any(period.pick(each.costs).is_range for period in PERIODS for each in (found.before, found.after)):
        st.caption("Les barres montrent le haut des fourchettes ; le tableau donne les deux bouts.")


def describe(found: Difference, before: str, after: str, period: Period) -> str:
    """Describe the chart in words, with all its figures."""
    parts = [f"{part.label} {format_gap(period.pick(part.costs))}" for part in found.parts if period.pick(part.costs)]
    ends = f"de {before}, {period.pick(found.before.costs)}, à {after}, {period.pick(found.after.costs)}"
    return f"{period.label}, {ends} : {' ; '.join(parts)}."


@drawing.draw_once
def _waterfall() -> Drawing:
    """Bars from the first total, each starting where the last one ended, to the second total; names above them."""
    x = alt.X("bas:Q", title=None, axis=drawing.make_euro_axis(4), scale=alt.Scale(zero=True, nice=False))
    figures = drawing.name_table("bars")
    base = figures.encode(y=alt.Y("rang:O", axis=None))
    bars = base.mark_bar(height=_BAR, yOffset=_DOWN).encode(
        x=x,
        x2="haut:Q",
        fill=alt.Fill("teinte:N", scale=None, legend=None),
        stroke=alt.Stroke("teinte:N", scale=None, legend=None),
        fillOpacity=alt.FillOpacity("plein:Q", scale=None, legend=None),
    )
    amounts = base.mark_text(align="left", dx=6, dy=_DOWN, fontSize=12).encode(x="haut:Q", text="montant:N")
    names = base.mark_text(align="left", dy=-_UP, fontSize=12, lineBreak="\n", lineHeight=14).encode(
        x=alt.value(0), text="affiché:N"
    )
    return drawing.write(alt.layer(bars, amounts, names, drawing.reach(figures, x="bord:Q")))


def _bars(found: Difference, before: str, after: str, period: Period) -> list[dict[str, Any]]:
    families = assign_colours(found.before.edition) | assign_colours(found.after.edition)
    level = period.pick(found.before.costs).high
    bars = [_bar(0, before, 0.0, float(level), NEUTRAL, format_euros(level))]
    for part in found.parts:
        step = period.pick(part.costs).high
        if period.pick(part.costs):
            low, high = sorted([float(level), float(level + step)])
            shade = families[part.offer.group]
            bar = _bar(len(bars), part.label, low, high, shade, format_gap(Amount.exactly(step)))
            bars.append(bar if step >= 0 else bar | {"plein": _LOWERS})
            level += step
    bars.append(_bar(len(bars), after, 0.0, float(level), NEUTRAL, format_euros(level)))
    return [bar | {"bord": _edge(bars)} for bar in bars]


def _edge(bars: list[dict[str, Any]]) -> float:
    """How far the scale goes, so that the figures have room after the bars."""
    least, most = min(0.0, *(bar["bas"] for bar in bars)), max(1.0, *(bar["haut"] for bar in bars))
    return float(most + (most - least) * _ROOM_FOR_FIGURES)


def _bar(rank: int, name: str, low: float, high: float, shade: str, amount: str) -> dict[str, Any]:
    """A name of one line stays near its bar: an empty line comes before it."""
    lines = wrap(name, _LINE, max_lines=2, placeholder=" …")
    shown = "\n".join([""] * (2 - len(lines)) + lines)
    place = {"rang": rank, "nom": name, "affiché": shown, "bas": low, "haut": high}
    return place | {"teinte": shade, "plein": 1.0, "montant": amount}
