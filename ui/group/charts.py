"""A group in two pictures: by college, by offer. Each bar has its figure, each picture its text."""

from collections.abc import Sequence
from textwrap import wrap

import altair as alt
import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.group.group import Group
from nes_model.group.totals import Share
from ui.drawing import vega as drawing
from ui.drawing.palette import FIRST_YEAR, FOLLOWING_YEARS, NEUTRAL, TWO_BARS, assign_colours
from ui.drawing.vega import Drawing

_YEARS = ("Première année", "Chaque année suivante")
_ROW, _LABEL = 27, 125  # pixels: a bar and its margin; the room for a figure after the longest bar
_LEAST = 90  # pixels of a picture: some are lost around it, which two bars alone could not spare
_NAME, _NAMES = 22, 172  # characters of a name on one line; pixels for it, were its letters spaced out by the reader


def show(group: Group, edition: Edition) -> None:
    """By college and by offer, side by side."""
    together = group.consolidation
    families = {offer.id: assign_colours(edition)[offer.group] for offer in edition.offers}
    pictures = [
        ("Par collège", [(_wrapped(f"{part.id} · {part.label}"), part, NEUTRAL) for part in together.colleges]),
        ("Par prestation", [(_wrapped(part.label), part, families[part.id]) for part in together.offers]),
    ]
    with st.grid(2, min_column_width=320, gap="large"):
        for title, named in pictures:
            shown = [each for each in named if each[1].first_year or each[1].following_years]
            with st.container(gap=None):
                st.header(title, anchor=False)
                if shown:
                    words = describe(title, [part for _, part, _ in shown])
                    rows = [row for each in shown for row in _rows(*each)]
                    drawing.show(_bars(), words, max(2 * _ROW * len(shown), _LEAST), bars=rows)
                else:
                    st.markdown(drawing.NOTHING)
    st.caption(TWO_BARS)


def describe(title: str, parts: Sequence[Share]) -> str:
    """A picture in words, with all its figures."""
    each = [f"{part.label}, {part.first_year} la première année, {part.following_years} ensuite" for part in parts]
    return f"{title} : {' ; '.join(each)}."


@drawing.draw_once
def _bars() -> Drawing:
    """Two bars a part, one under the other; what a range may add is outlined."""
    base = drawing.name_table("bars").encode(
        y=alt.Y("part:N", sort=None, title=None, axis=_names()),
        yOffset=alt.YOffset("année:N", sort=list(_YEARS)),
    )
    x = alt.Scale(range=[0, alt.ExprRef(f"max(width - {_LABEL}, 40)")], zero=True, nice=False)
    fullness = alt.FillOpacity(
        "année:N", scale=alt.Scale(domain=list(_YEARS), range=[FIRST_YEAR, FOLLOWING_YEARS]), legend=None
    )
    fill = alt.Fill("teinte:N", scale=None, legend=None)
    edge = alt.Stroke("teinte:N", scale=None, legend=None)
    sure = base.mark_bar().encode(x=alt.X("bas:Q", scale=x, axis=None), fill=fill, stroke=edge, fillOpacity=fullness)
    maybe = base.mark_bar(filled=False, strokeDash=[3, 2]).encode(x=alt.X("bas:Q", scale=x), x2="haut:Q", stroke=edge)
    figures = base.mark_text(align="left", dx=6, fontSize=12).encode(x=alt.X("haut:Q", scale=x), text="étiquette:N")
    return drawing.write(alt.layer(sure, maybe, figures))


def _rows(name: str, part: Share, colour: str) -> list[dict[str, object]]:
    return [
        {
            "part": name,
            "année": year,
            "bas": float(amount.low),
            "haut": float(amount.high),
            "étiquette": drawing.shorten(amount),
            "teinte": colour,
        }
        for year, amount in zip(_YEARS, (part.first_year, part.following_years), strict=True)
    ]


def _wrapped(name: str) -> str:
    return "\n".join(wrap(name, _NAME))


def _names() -> alt.Axis:
    """The names, whole, on as many lines as they need."""
    return alt.Axis(
        labelExpr="split(datum.label, '\\n')",
        labelLimit=220,
        labelFontSize=12,
        ticks=False,
        domain=False,
        minExtent=_NAMES,
    )
