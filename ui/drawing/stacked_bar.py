"""A year of a quote as one stacked bar, each segment labelled with its name and its figure."""

from collections.abc import Iterator, Mapping, Sequence

import altair as alt

from nes_model.money import Amount
from nes_model.pricing.quote import QuoteLine
from ui.drawing import vega as drawing
from ui.drawing.vega import Drawing

Stack = Sequence[tuple[QuoteLine, Amount]]  # from the bottom up

_BAR, _KEY, _TEXT = (2, 50), 66, 78  # pixels from the left: the bar's sides, a label's colour, its text
_TEXT_LINE, _LABEL_GAP, _AXIS = 14, 6, 20  # pixels, up and down
_ONCE, _RECURRING, _UP_TO = "payé une seule fois", "revient chaque année", "selon le tarif retenu"


def plot_height(stacks: Sequence[Stack]) -> int:
    """The height in pixels that leaves room for every label of the fullest stack."""
    return max(240, *(sum(_pixels(amount) for _, amount in stack) for stack in stacks))


def show(stack: Stack, largest: Amount, height: int, colours: Mapping[str, str], alternative: str) -> None:
    """One bar; bars that share `largest` and `height` share their scale.

    Args:
        stack: the year's lines and what each costs.
        largest: the largest total of the bars shown together.
        height: of the plot, in pixels.
        colours: of each family of offers.
        alternative: the bar in words.
    """
    top = float(largest.high)
    segments = [segment | {"sommet": top} for segment in _segments(stack, colours)]
    labels = _labels(stack, colours, top / height, top)
    drawing.show(_bar(), alternative, height + _AXIS, segments=segments, labels=labels)


@drawing.once
def _bar() -> Drawing:
    """The bar's segments, and their labels on its right."""
    colour = alt.Color("teinte:N", scale=None, legend=None)
    kinds = alt.Scale(domain=[_RECURRING, _ONCE, _UP_TO], range=[1, 0.6, 0.3])
    tint = alt.Opacity("Rythme:O", scale=kinds, legend=None)
    y = alt.Y("début:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    segments, labels = drawing.table("segments"), drawing.table("labels")
    bars = segments.mark_bar(stroke="white", strokeWidth=0.6).encode(
        x=alt.value(_BAR[0]),
        x2=alt.value(_BAR[1]),
        y=y,
        y2="fin:Q",
        color=colour,
        opacity=tint,
        tooltip=["Poste:N", "Montant:N", "Rythme:N"],
    )
    keys = labels.mark_point(shape="square", filled=True, size=70).encode(
        x=alt.value(_KEY), y="place:Q", color=colour, opacity=tint
    )
    names = labels.mark_text(
        align="left", baseline="middle", fontSize=13, lineBreak="\n", lineHeight=_TEXT_LINE
    ).encode(x=alt.value(_TEXT), y="place:Q", text="texte:N")
    return drawing.drawn(alt.layer(bars, drawing.reach(segments, y="sommet:Q"), keys, names))


def _segments(stack: Stack, colours: Mapping[str, str]) -> list[dict[str, object]]:
    """Where each segment starts and ends; what a range may add is a segment of its own."""
    rows: list[dict[str, object]] = []
    start = 0.0
    for line, amount in stack:
        foot = start
        for end, what in [(foot + float(amount.low), _kind(line)), (foot + float(amount.high), _UP_TO)]:
            if end > start:
                row = {"Poste": line.label, "Montant": str(amount), "Rythme": what, "teinte": colours[line.offer.group]}
                rows.append(row | {"début": start, "fin": end})
                start = end
    return rows


def _labels(stack: Stack, colours: Mapping[str, str], pixel: float, top: float) -> Iterator[dict[str, object]]:
    """Each label beside its segment, moved up, then back down, until none covers another.

    Args:
        stack: the lines and amounts.
        colours: of each family of offers.
        pixel: what a pixel is worth, in euros.
        top: of the chart, in euros.
    """
    places: list[float] = []
    start = free = 0.0
    for _, amount in stack:
        half = _pixels(amount) * pixel / 2
        places.append(max(start + float(amount.high) / 2, free + half))
        start, free = start + float(amount.high), places[-1] + half
    ceiling = top
    for index in reversed(range(len(stack))):
        half = _pixels(stack[index][1]) * pixel / 2
        places[index] = min(places[index], ceiling - half)
        ceiling = places[index] - half
    for place, (line, amount) in zip(places, stack, strict=True):
        yield {
            # a text of several lines hangs from its first
            "place": place + (_pixels(amount) - _LABEL_GAP - _TEXT_LINE) * pixel / 2,
            "texte": f"{line.label}\n{_figure(amount)}",
            "teinte": colours[line.offer.group],
            "Rythme": _kind(line),
        }


def _kind(line: QuoteLine) -> str:
    return _RECURRING if line.recurs else _ONCE


def _pixels(amount: Amount) -> int:
    """The height of a label: its name, then its figure on one line, or two for a range."""
    return _TEXT_LINE * (3 if amount.is_range else 2) + _LABEL_GAP


def _figure(amount: Amount) -> str:
    return str(amount).replace(" et ", "\net ") if amount.is_range else str(amount)
