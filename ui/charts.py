"""Charts of a quote: drawn in French, each with a text that carries its figures."""

from decimal import Decimal
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from nes_model.breakeven import BreakEven, break_evens
from nes_model.money import Amount, format_number
from nes_model.projection import Year, project
from nes_model.quote import Quote
from nes_model.scenario import Scenario
from ui import tables
from ui.bars import Stack, plot_height, stacked_bar
from ui.palette import colours
from ui.tables import Column

_ACCENT, _OTHER = "#0072B2", "#D55E00"
_FRENCH = alt.Locale(
    number=alt.NumberLocale(decimal=",", thousands="\u202f", grouping=[3], currency=["", "\u00a0€"]),
    time=alt.Undefined,
)


def show_first_year_and_after(quote: Quote) -> None:
    """What is paid in the first year, and in each following one, on one scale."""
    st.header("Première année, puis chaque année", anchor=False)
    years = [
        ("Première année", quote.first_year, [(line, line.first_year) for line in quote.lines]),
        ("Chaque année suivante", quote.following_years, [(line, line.following_years) for line in quote.lines]),
    ]
    shown = [(name, total, [pair for pair in stack if pair[1]]) for name, total, stack in years if total]
    if not shown:
        st.markdown("Rien de chiffré à payer : il n'y a pas de graphique à montrer.")
        return
    height, largest = plot_height([stack for *_, stack in shown]), max((total for _, total, _ in shown), key=_high)
    with st.grid(2, min_column_width=270, gap="small"):
        for name, total, stack in shown:
            with st.container(gap=None):
                st.markdown(f"**{name}** : {total}")
                bar = stacked_bar(stack, largest, height, colours(quote.edition))
                st.altair_chart(french(bar), alt=describe_bar(name, total, stack))
    st.caption("Teinte pleine : revient chaque année. Teinte claire : payé une seule fois.")


def describe_bar(name: str, total: Amount, stack: Stack) -> str:
    """A bar in words, with all its figures."""
    return f"{name} : {total}, soit " + ", ".join(f"{line.label} {amount}" for line, amount in stack) + "."


def _high(amount: Amount) -> Decimal:
    return amount.high


def show_cumulative(quote: Quote) -> None:
    """The cumulative cost, year by year."""
    years = project(quote)
    if len(years) < 2:
        return
    st.header("Cumul, année par année", anchor=False)
    st.altair_chart(french(cumulative(years)), alt=describe_years(years))
    with st.expander("Les chiffres, année par année", key="annees"):
        columns = [Column("Année"), Column("Coût de l'année", is_figure=True), Column("Cumul", is_figure=True)]
        rows = [(f"Année {year.number}", str(year.cost), str(year.cumulative)) for year in years]
        tables.show("Coût de chaque année et cumul", columns, rows)


def describe_years(years: tuple[Year, ...]) -> str:
    """The cumulative cost in words."""
    return "Cumul : " + ", ".join(f"année {year.number}, {year.cumulative}" for year in years) + "."


def cumulative(years: tuple[Year, ...]) -> alt.LayerChart | alt.FacetChart:
    """A line, with its figure at every point; a range is the band between its ends."""
    data = pd.DataFrame(
        {
            "Année": [f"Année {year.number}" for year in years],
            "bas": [float(year.cumulative.low) for year in years],
            "haut": [float(year.cumulative.high) for year in years],
            "coût": [str(year.cost) for year in years],
            "Cumul": [str(year.cumulative) for year in years],
            "étiquette": [_label(year, years) for year in years],
            "rang": [year.number for year in years],
        }
    )
    x = alt.X("Année:N", sort=None, title=None, axis=alt.Axis(labelAngle=0))
    y = alt.Y("haut:Q", title=None, axis=_euro_axis(), scale=alt.Scale(domainMin=0))
    base = alt.Chart(data, height=230).encode(
        x=x, y=y, tooltip=["Année:N", alt.Tooltip("coût:N", title="Coût de l'année"), "Cumul:N"]
    )
    band = base.mark_area(color=_ACCENT, opacity=0.25).encode(y2="bas:Q")
    low = base.mark_line(color=_ACCENT, strokeDash=[4, 3]).encode(y="bas:Q")
    line = base.mark_line(color=_ACCENT, strokeWidth=2.5, point=alt.OverlayMarkDef(size=60, color=_ACCENT))
    named = base.encode(text="étiquette:N")  # the ends are written inwards, clear of the line and of the frame
    first = named.transform_filter("datum.rang === 1").mark_text(dy=18, dx=-12, align="left", fontSize=12)
    inner = f"datum.rang > 1 && datum.rang < {len(years)}"
    middle = named.transform_filter(inner).mark_text(dy=-14, align="center", fontSize=12)
    last = named.transform_filter(f"datum.rang === {len(years)}").mark_text(dy=-14, dx=12, align="right", fontSize=12)
    return alt.layer(band, low, line, first, middle, last)


def show_break_evens(scenario: Scenario, quote: Quote) -> None:
    """Per user or per structure: the two prices, and where they meet."""
    for found in break_evens(scenario, quote.edition):
        st.header("Par utilisateur ou par structure ?", anchor=False)
        st.altair_chart(french(break_even(found, scenario.users)), alt=describe_break_even(found, scenario.users))
        st.markdown(describe_break_even(found, scenario.users))


def describe_break_even(found: BreakEven, users: int) -> str:
    """The choice in words."""
    meeting = (
        f"{found.label}, prix par mois : {found.by_user} par utilisateur, ou {found.by_structure} pour vos structures. "
        f"Les deux prix se rejoignent à {format_number(found.users)} utilisateurs."
    )
    if not users:
        return f"{meeting} Indiquez votre nombre d'utilisateurs pour comparer."
    return f"{meeting} Avec {format_number(users)}, le prix par utilisateur revient à {found.by_user * users} par mois."


def break_even(found: BreakEven, users: int) -> alt.LayerChart | alt.FacetChart:
    """Two prices against the number of users; the break-even and the present number are marked."""
    last = max(2 * int(found.users), users + 2, 2)
    by_user, by_structure = float(found.by_user.low), float(found.by_structure.low)
    ends = pd.DataFrame(
        [
            (0, 0.0, "Par utilisateur"),
            (last, by_user * last, "Par utilisateur"),
            (0, by_structure, "Par structure"),
            (last, by_structure, "Par structure"),
        ],
        columns=["Utilisateurs", "Prix par mois", "Prix"],
    )
    marks = [(float(found.users), by_structure, f"{format_number(found.users)} utilisateurs : même prix")]
    if users and users != found.users:
        marks.append((float(users), by_user * users, f"Vous : {format_number(users)}"))
    x = alt.X(
        "Utilisateurs:Q",
        title="Nombre d'utilisateurs",
        scale=alt.Scale(domain=[0, last], nice=False),
        axis=alt.Axis(grid=False, tickMinStep=1, tickCount=6, format=",.0f"),
    )
    y = alt.Y("Prix par mois:Q", title=None, axis=_euro_axis())
    palette = alt.Scale(domain=["Par utilisateur", "Par structure"], range=[_ACCENT, _OTHER])
    colour = alt.Color("Prix:N", scale=palette, legend=None)
    base = alt.Chart(ends, height=210).encode(x=x, y=y, color=colour, tooltip=alt.value(None))
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=alt.StrokeDash("Prix:N", legend=None))
    points = alt.Chart(pd.DataFrame(marks, columns=["Utilisateurs", "Prix par mois", "Repère"])).encode(x=x, y=y)
    dots = points.mark_point(filled=True, size=90, color=_OTHER, opacity=1).encode(tooltip="Repère:N")
    texts = points.mark_text(align="left", dx=8, dy=14, fontSize=12).encode(text="Repère:N")
    named = base.transform_filter(f"datum.Utilisateurs === {last}")
    names = named.mark_text(align="right", dy=-10, fontSize=12, fontWeight="bold").encode(text="Prix:N")
    return alt.layer(lines, dots, texts, names)


def _label(year: Year, years: tuple[Year, ...]) -> str:
    """A figure short enough for a chart, or none where it would cover its neighbours; the table has them all."""
    amount = year.cumulative
    crowded = len(years) > 5 or any(each.cumulative.is_range for each in years)
    if crowded and year not in (years[0], years[-1]):
        return ""
    if amount.is_range:
        return f"{format_number(amount.low, 0)} – {format_number(amount.high, 0)} €"
    return f"{format_number(amount.low, 0)} €"


def _euro_axis() -> alt.Axis:
    return alt.Axis(format="$,.0f", tickCount=5, domain=False)


def french(chart: Any) -> Any:
    """A chart whose numbers are written as French writes them, and whose own English is kept from screen readers."""
    return chart.configure(locale=_FRENCH, aria=False, mark=alt.MarkConfig(aria=False))
