"""A chart is drawn once, in French, then shown with the figures of each quote.

Altair checks every property of what it draws, which takes several times longer than the rest of a page. So a drawing
never depends on figures: it names tables of figures, and they are given each time that it is shown.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from nes_model.money import Amount, format_number

Drawing = str  # Vega-Lite, as JSON: what is drawn once cannot be changed by accident
_FRENCH = alt.Locale(
    number=alt.NumberLocale(decimal=",", thousands="\u202f", grouping=[3], currency=["", "\u00a0€"]),
    time=alt.Undefined,
)
_SIZES_ARE_OURS = "none"
NOTHING = "Rien de chiffré à payer\N{NO-BREAK SPACE}: il n'y a pas de graphique à montrer."

_ALL: list[Callable[[], Drawing]] = []

alt.theme.enable(_SIZES_ARE_OURS)


def draw_once(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
    """A drawing that is made when it is first shown, or by `prepare` before anyone waits for it."""
    cached = cache(draw)
    _ALL.append(cached)
    return cached


def prepare() -> None:
    """Make every drawing of the modules that are imported."""
    for draw in _ALL:
        draw()


def name_table(name: str) -> alt.Chart:
    """What a drawing is made from: figures that `show` is given under that name."""
    return alt.Chart(alt.NamedData(name))


def write(chart: Any) -> Drawing:
    """A chart whose numbers are French, with neither Vega's English for screen readers nor Streamlit's bubbles."""
    marks = alt.MarkConfig(aria=False, tooltip=None)  # else a bar that is pointed at lists its table's columns
    return json.dumps(chart.configure(locale=_FRENCH, aria=False, mark=marks).to_dict())


def show(drawing: Drawing, alternative: str, height: int, **tables: Iterable[dict[str, Any]]) -> None:
    """Put a drawing on the page.

    Args:
        drawing: what to draw.
        alternative: the same in words, with all the figures.
        height: in pixels, axes included.
        tables: the figures that the drawing names.
    """
    figures = {name: pd.DataFrame(list(rows)) for name, rows in tables.items()}
    st.vega_lite_chart(json.loads(drawing) | {"height": height, "datasets": figures}, alt=alternative)


def make_euro_axis(ticks: int = 5) -> alt.Axis:
    """An axis of amounts, with about that many of them."""
    return alt.Axis(format="$,.0f", tickCount=ticks, domain=False)


def shorten(amount: Amount) -> str:
    """An amount to the euro, as there is room for beside a mark: "815 €", "715 – 815 €"."""
    low, high = format_number(amount.low, 0), format_number(amount.high, 0)
    return f"{low} – {high}\N{NO-BREAK SPACE}€" if amount.is_range else f"{low}\N{NO-BREAK SPACE}€"


def reach(figures: alt.Chart, **ends: alt.X | alt.Y | str) -> alt.Chart:
    """Nothing that is seen: the scale goes as far as these columns, whatever the rest of the drawing takes."""
    line: alt.Chart = figures.mark_rule(opacity=0).encode(**ends)
    return line
