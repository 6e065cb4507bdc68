"""Charts of a quote: drawn in French, each with a text that carries its figures."""

from collections.abc import Iterator
from decimal import Decimal

import altair as alt
import streamlit as st

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.wording import format_quantity
from nes_model.money import format_number
from nes_model.pricing.break_even import BreakEven, find_break_evens
from nes_model.pricing.projection import Year, project
from nes_model.pricing.quote import Quote
from nes_model.scenario.scenario import Scenario
from ui.drawing import horizontal_bars
from ui.drawing import vega as drawing
from ui.drawing.horizontal_bars import Bar
from ui.drawing.palette import NEUTRAL, SCENARIOS, assign_colours
from ui.drawing.vega import Drawing
from ui.widgets import tables
from ui.widgets.tables import Column

_BY_USER, _BY_STRUCTURE = "Par utilisateur", "Par structure"


def show_years(quote: Quote) -> None:
    """What is paid in the first year, and in each following one, on one scale."""
    years = [
        Bar("Première année", quote.first_year, [(line, line.first_year) for line in quote.lines if line.first_year]),
        Bar(
            "Chaque année suivante",
            quote.following_years,
            [(line, line.following_years) for line in quote.lines if line.following_years],
        ),
    ]
    if shown := [bar for bar in years if bar.total]:
        horizontal_bars.show(shown, assign_colours(quote.edition))
    else:
        st.markdown(drawing.NOTHING)


def show_cumulative(quote: Quote) -> None:
    """The cumulative cost, year by year."""
    years = project(quote)
    if len(years) < 2:
        return
    st.header("Cumul, année par année", anchor=False)
    drawing.show(_cumulative(), describe_years(years), 230, years=_yearly(years))
    with st.expander("Les chiffres, année par année", key="annees"):
        columns = [Column("Année"), Column("Coût de l'année", is_figure=True), Column("Cumul", is_figure=True)]
        rows = [(f"Année {year.number}", str(year.cost), str(year.cumulative)) for year in years]
        tables.show("Coût de chaque année et cumul", columns, rows)


def describe_years(years: tuple[Year, ...]) -> str:
    """The cumulative cost in words."""
    return "Cumul : " + ", ".join(f"année {year.number}, {year.cumulative}" for year in years) + "."


@drawing.draw_once
def _cumulative() -> Drawing:
    """A line, with its figure at every point; a range is the band between its ends."""
    base = drawing.name_table("years").encode(
        x=alt.X("Année:N", sort=None, title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("haut:Q", title=None, axis=drawing.make_euro_axis(), scale=alt.Scale(domainMin=0)),
    )
    band = base.mark_area(color=NEUTRAL, opacity=0.25).encode(y2="bas:Q")
    low = base.mark_line(color=NEUTRAL, strokeDash=[4, 3]).encode(y="bas:Q")
    line = base.mark_line(color=NEUTRAL, strokeWidth=2.5, point=alt.OverlayMarkDef(size=60, color=NEUTRAL))
    named = base.encode(text="étiquette:N")  # the ends are written inwards, clear of the line and of the frame
    first = named.transform_filter("datum.place === 'début'").mark_text(dy=18, dx=-12, align="left", fontSize=12)
    middle = named.transform_filter("datum.place === 'milieu'").mark_text(dy=-14, align="center", fontSize=12)
    last = named.transform_filter("datum.place === 'fin'").mark_text(dy=-14, dx=12, align="right", fontSize=12)
    return drawing.write(alt.layer(band, low, line, first, middle, last))


def _yearly(years: tuple[Year, ...]) -> Iterator[dict[str, object]]:
    for year in years:
        yield {
            "Année": f"Année {year.number}",
            "bas": float(year.cumulative.low),
            "haut": float(year.cumulative.high),
            "étiquette": _label(year, years),
            "place": {years[0]: "début", years[-1]: "fin"}.get(year, "milieu"),
        }


def show_break_evens(scenario: Scenario, quote: Quote) -> None:
    """Per user or per structure: the two prices, and where they meet."""
    for found in find_break_evens(scenario, quote.edition):
        st.header("Par utilisateur ou par structure ?", anchor=False)
        words = describe_break_even(found, scenario.users)
        lines, marks = _prices(found, scenario.users), _marks(found, scenario.users)
        drawing.show(_break_even(), words, 210, lines=lines, marks=marks)
        st.markdown(words)
        with st.expander("Les chiffres, par nombre d'utilisateurs", key=f"seuil-{found.label}"):
            _break_even_table(found, scenario.users)


def _break_even_table(found: BreakEven, users: int) -> None:
    columns = [Column("Utilisateurs"), Column(_BY_USER, is_figure=True), Column(_BY_STRUCTURE, is_figure=True)]
    counts = sorted({found.users / 2, found.users, found.users * 2, Decimal(users or found.users)})
    rows = [(format_number(_readable(count)), str(found.by_user * count), str(found.by_structure)) for count in counts]
    tables.show(f"{found.label}, prix par mois", columns, rows)


def _for_all(found: BreakEven) -> str:
    if found.structures == 1:
        return "par structure"
    return f"pour vos {format_quantity(Basis.STRUCTURE, found.structures)}"


def describe_break_even(found: BreakEven, users: int) -> str:
    """The choice in words."""
    ranked_by = ", au haut des fourchettes" if found.by_user.is_range or found.by_structure.is_range else ""
    meeting = (
        f"{found.label}, prix par mois : {found.by_user} par utilisateur, ou {found.by_structure} {_for_all(found)}. "
        f"Les deux prix se rejoignent à {format_quantity(Basis.USER, _readable(found.users))}{ranked_by}."
    )
    if not users:
        return f"{meeting} Indiquez votre nombre d'utilisateurs pour comparer."
    return f"{meeting} Avec {format_number(users)}, le prix par utilisateur revient à {found.by_user * users} par mois."


@drawing.draw_once
def _break_even() -> Drawing:
    """Two prices against the number of users; the break-even and the present number are marked."""
    x = alt.X(
        "Utilisateurs:Q",
        title="Nombre d'utilisateurs",
        scale=alt.Scale(zero=True, nice=False),
        axis=alt.Axis(grid=False, tickMinStep=1, tickCount=6, format=",.0f"),
    )
    y = alt.Y("Prix par mois:Q", title=None, axis=drawing.make_euro_axis())
    palette = alt.Scale(domain=[_BY_USER, _BY_STRUCTURE], range=list(SCENARIOS[:2]))
    colour = alt.Color("Prix:N", scale=palette, legend=None)
    base = drawing.name_table("lines").encode(x=x, y=y, color=colour)
    lines = base.mark_line(strokeWidth=2.5).encode(strokeDash=alt.StrokeDash("Prix:N", legend=None))
    names = base.mark_text(align="right", dy=-10, fontSize=12, fontWeight="bold").encode(text="étiquette:N")
    marks = drawing.name_table("marks").encode(x=x, y=y)
    dots = marks.mark_point(filled=True, size=90, color=NEUTRAL, opacity=1)
    texts = marks.mark_text(align="left", dx=8, dy=14, fontSize=12).encode(text="Repère:N")
    return drawing.write(alt.layer(lines, dots, texts, names))


def _prices(found: BreakEven, users: int) -> Iterator[dict[str, object]]:
    """Each price at both ends of its line, the most that it may come to; its name is written at the far one."""
    last = max(2 * int(found.users), users + 2, 2)
    by_user, by_structure = float(found.by_user.high), float(found.by_structure.high)
    for price, near, far in [(_BY_USER, 0.0, by_user * last), (_BY_STRUCTURE, by_structure, by_structure)]:
        yield {"Utilisateurs": 0, "Prix par mois": near, "Prix": price, "étiquette": ""}
        yield {"Utilisateurs": last, "Prix par mois": far, "Prix": price, "étiquette": price}


def _marks(found: BreakEven, users: int) -> Iterator[dict[str, object]]:
    """Where the prices meet, and where the organisation stands."""
    meeting = f"{format_quantity(Basis.USER, _readable(found.users))} : même prix"
    yield {"Utilisateurs": float(found.users), "Prix par mois": float(found.by_structure.high), "Repère": meeting}
    if users and users != found.users:
        price = float(found.by_user.high) * users
        yield {"Utilisateurs": float(users), "Prix par mois": price, "Repère": f"Vous : {format_number(users)}"}


def _readable(users: Decimal) -> Decimal:
    """A third of a user has no last decimal."""
    return round(users, 2)


def _label(year: Year, years: tuple[Year, ...]) -> str:
    """A figure short enough for a chart, or none where it would cover its neighbours; the table has them all."""
    crowded = len(years) > 5 or any(each.cumulative.is_range for each in years)
    return "" if crowded and year not in (years[0], years[-1]) else drawing.shorten(year.cumulative)
