"""A quote as a PDF for a board: A4, accessible (PDF/UA-1), the same bytes for the same input."""

import io
import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nes_model.catalogue.edition import Edition
from nes_model.french import write_date
from nes_model.pricing.quote import Quote
from nes_model.reports.letter.content import Letter
from nes_model.reports.pdf.drawable import FONTS, keep_drawable, typeset_for_print
from nes_model.reports.pdf.page import write_board_page

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
_QUOTE, _LETTER = _HERE / "devis.typ", _HERE / "courrier.typ"
_EPOCH = date(1970, 1, 1)
_DAY = 24 * 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class _QrCode:
    """A QR code in SVG, and how many modules wide it is."""

    svg: str
    modules: float


@dataclass(frozen=True, slots=True)
class _Given:
    """What the page is given as it stands: the organisation's own words, the day and the link."""

    label: str
    date: str
    link: str
    qr: _QrCode | None


def write_quote_pdf(quote: Quote, edition: Edition, *, link: str, on: date) -> bytes:
    """Print a quote.

    Args:
        quote: the quote to print.
        edition: the edition as it is published, under which the quote was priced.
        link: where the same quote is computed again; printed, and drawn as a QR code.
        on: the day that the page bears.

    Returns:
        The PDF. The compiler itself refuses to write one that is not PDF/UA-1.
    """
    given = _Given(keep_drawable(quote.scenario.label), write_date(on), keep_drawable(link), _draw_qr_code(link))
    return _compile(_QUOTE, on, quote=_in_print(asdict(write_board_page(quote, edition))), given=asdict(given))


def write_letter_pdf(letter: Letter, on: date) -> bytes:
    """Print a letter of membership, as accessible as the quote.

    Args:
        letter: what it says.
        on: the day that the file bears.
    """
    return _compile(_LETTER, on, letter=_in_print(asdict(letter)))


def _compile(template: Path, on: date, **inputs: object) -> bytes:
    """The PDF. All of the inputs is text to show: typst takes none of it as markup."""
    import typst

    return typst.compile(
        template,
        root=_HERE,
        font_paths=_fonts(),
        sys_inputs={name: json.dumps(words) for name, words in inputs.items()},
        pdf_standards=["ua-1"],
        timestamp=(on - _EPOCH).days * _DAY,
    )


@cache
def _fonts() -> "typst.Fonts":
    """The fonts of this folder, and no other."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _in_print(value: Any) -> Any:
    """Every text of the page as print wants it, and the rest as it is."""
    if isinstance(value, dict):
        return {name: _in_print(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_print(each) for each in value]
    return keep_drawable(typeset_for_print(value)) if isinstance(value, str) else value


def _draw_qr_code(link: str) -> _QrCode | None:
    """The link as a QR code; None when it is too long for one."""
    import segno

    try:
        code = segno.make_qr(link, error="m" if len(link) < 300 else "l", boost_error=False)
    except segno.DataOverflowError:
        return None
    svg = io.BytesIO()
    code.save(svg, kind="svg", border=0)
    return _QrCode(svg.getvalue().decode(), code.symbol_size(border=0)[0])
