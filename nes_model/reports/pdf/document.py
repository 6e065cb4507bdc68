"""A quote as a PDF for a board: A4, accessible (PDF/UA-1), the same bytes for the same input."""

import io
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nes_model.catalogue.edition import Edition
from nes_model.pricing.quote import Quote
from nes_model.reports.pdf.drawable import FONTS, drawable, in_print
from nes_model.reports.pdf.page import board_page

if TYPE_CHECKING:
    import typst

_TEMPLATE = Path(__file__).parent / "devis.typ"
_EPOCH = date(1970, 1, 1)
_DAY = 24 * 60 * 60  # seconds
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def quote_pdf(quote: Quote, edition: Edition, *, link: str, on: date) -> bytes:
    """Print a quote.

    Args:
        quote: the quote to print.
        edition: the edition as it is kept, under which the quote was priced.
        link: where the same quote is computed again; printed, and drawn as a QR code.
        on: the day that the page bears.

    Returns:
        The PDF. The compiler itself refuses to write one that is not PDF/UA-1.
    """
    import typst

    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs={"quote": json.dumps(_printed(quote, edition, link, on))},
        pdf_standards=["ua-1"],
        timestamp=(on - _EPOCH).days * _DAY,
    )


def long_date(day: date) -> str:
    """A date as French writes it: "1er décembre 2026"."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


@cache
def _fonts() -> "typst.Fonts":
    """The fonts of this folder, and no other."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _printed(quote: Quote, edition: Edition, link: str, on: date) -> dict[str, Any]:
    """What the template reads. All of it is text to show: typst takes none of it as markup."""
    return {
        **{name: _in_print(value) for name, value in board_page(quote, edition).items()},
        "label": drawable(quote.scenario.label),
        "date": long_date(on),
        "link": drawable(link),
        "qr": _qr_code(link),
    }


def _in_print(value: Any) -> Any:
    """Every text of the page as print wants it, and the rest as it is."""
    if isinstance(value, dict):
        return {name: _in_print(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_print(each) for each in value]
    return drawable(in_print(value)) if isinstance(value, str) else value


def _qr_code(link: str) -> dict[str, Any] | None:
    """The link as a QR code, in SVG, and how many modules wide; None when the link is too long for one."""
    import segno

    try:
        code = segno.make_qr(link, error="m" if len(link) < 300 else "l", boost_error=False)
    except segno.DataOverflowError:
        return None
    svg = io.BytesIO()
    code.save(svg, kind="svg", border=0)
    return {"svg": svg.getvalue().decode(), "modules": code.symbol_size(border=0)[0]}
