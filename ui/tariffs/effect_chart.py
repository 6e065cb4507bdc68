"""Differences as bars on both sides of zero, each with its figure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import altair as alt

from nes_model.money import Amount, format_gap
from nes_model.pricing.impact import Impact
from ui.drawing import vega as drawing
from ui.drawing.palette import NEUTRAL
from ui.drawing.vega import Drawing

_ROW, _AROUND = 40, 40  # pixels: a name and its bar; the axis


def show(moved: Sequence[Impact]) -> None:
    """Draw them, when something moves."""
    if moved:
        drawing.show(_gaps(), describe(moved), _ROW * len(moved) + _AROUND, gaps=_rows(moved))


@drawing.draw_once
def _gaps() -> Drawing:
    """One bar a scenario: by how much a year of it moves, the first when the others do not."""
    figures = drawing.name_table("gaps")
    base = figures.encode(y=alt.Y("rang:O", axis=None))
    x = alt.X("écart:Q", title=None, axis=drawing.make_euro_axis(4), scale=alt.Scale(zero=True, nice=False))
    bars = base.mark_bar(height=12, yOffset=8).encode(x=x, color=alt.value(NEUTRAL))
    names = base.mark_text(align="left", dy=-9, fontSize=12).encode(x=alt.value(0), text="texte:N")
    return drawing.write(alt.layer(bars, names, drawing.reach(figures, x="bord:Q")))


def describe(moved: Sequence[Impact]) -> str:
    """The bars in words."""
    said = "\N{NARROW NO-BREAK SPACE}; ".join(
        f"{each.name}, {format_gap(_shown(each))}{_caution(each)}" for each in moved
    )
    return f"Écart par organisation\N{NO-BREAK SPACE}: {said}."


def _rows(moved: Sequence[Impact]) -> Iterator[dict[str, object]]:
    ends = [float(_end(_shown(each))) for each in moved]
    edge = max(*ends, 0.2 * max(abs(end) for end in ends), 0.0)  # a scale that only goes down needs a little room too
    for rank, (each, end) in enumerate(zip(moved, ends, strict=True)):
        when = "par an" if each.following_years else "la première année"
        amount = f"{format_gap(_shown(each))} {when}"
        row = {"rang": rank, "nom": each.name, "écart": end, "bord": edge}
        yield row | {"montant": amount, "texte": f"{each.name} : {amount}{_caution(each)}"}


def _caution(moved: Impact) -> str:
    """A total that is lower for want of a price is no cheaper."""
    return f" ({moved.caution})" if moved.caution else ""


def _end(gap: Amount) -> Decimal:
    """The end of a range that is farther from nothing."""
    return max(gap.high, gap.low, key=abs)


def _shown(moved: Impact) -> Amount:
    return moved.following_years or moved.first_year
