"""Years of a quote as two bars, one under the other, on one scale: what is paid once is striped, and its name says it.

Drawn as a page's own elements: they weigh nothing, follow the theme, and say in words what they show.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from nes_model.french import space
from nes_model.money import Amount
from nes_model.pricing.quote import QuoteLine

Stack = Sequence[tuple[QuoteLine, Amount]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One year: its name, its total, what it is made of."""

    name: str
    total: Amount
    stack: Stack


def show(bars: Sequence[Bar], colours: Mapping[str, str]) -> None:
    """Show the bars and what their colours stand for; all of it in words, for whoever does not see it.

    Args:
        bars: the years, on the scale of the largest.
        colours: of each family of offers.
    """
    largest = max(float(bar.total.high) for bar in bars)
    drawn = "".join(_bar(bar, largest, colours) for bar in bars)
    described = escape(space(" ".join(map(_describe, bars))))
    st.html(
        f'<div class="nes-bars" role="img" aria-label="{described}">{drawn}'
        f'<ul class="nes-bars-key">{"".join(_key(bars, colours))}</ul></div>'
    )


def _describe(bar: Bar) -> str:
    made_of = ", ".join(f"{line.label} {amount}" for line, amount in bar.stack)
    return f"{bar.name} : {bar.total}, soit {made_of}."


def _bar(bar: Bar, largest: float, colours: Mapping[str, str]) -> str:
    segments = "".join(_segments(bar.stack, largest, colours))
    name, total = escape(space(bar.name)), escape(space(str(bar.total)))
    return f'<div class="nes-bar-name"><span>{name}</span> <b>{total}</b></div><div class="nes-bar">{segments}</div>'


def _segments(stack: Stack, largest: float, colours: Mapping[str, str]) -> Iterator[str]:
    """A segment for each line; what a range may add is one more, outlined."""
    for line, amount in stack:
        colour, kind = colours[line.offer.group], "" if line.recurs else " once"
        yield _segment(float(amount.low) / largest, colour, kind)
        if amount.is_range:
            yield _segment(float(amount.high - amount.low) / largest, colour, " up-to")


def _segment(share: float, colour: str, kind: str) -> str:
    return f'<span class="nes-segment{kind}" style="--c:{colour};width:{share * 100:.3f}%"></span>'


def _key(bars: Sequence[Bar], colours: Mapping[str, str]) -> Iterator[str]:
    """What each colour stands for, with its amount, once."""
    told: set[str] = set()
    for bar in bars:
        for line, amount in bar.stack:
            if line.id in told:
                continue
            told.add(line.id)
            kind, once = ("", "") if line.recurs else (" once", ", une seule fois")
            yield (
                f'<li><span class="nes-segment{kind}" style="--c:{colours[line.offer.group]}"></span>'
                f"{escape(space(line.label))} {escape(space(str(amount)))}{once}</li>"
            )
