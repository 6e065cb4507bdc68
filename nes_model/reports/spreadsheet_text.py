"""Text that a spreadsheet shows as it was written: never run as a formula, never refused as a broken file."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TextIO

from nes_model.money import NO_BREAK_SPACE, to_cents

CsvCell = str | Decimal  # words, which may be a stranger's; or euros, whose sign is no formula
BYTE_ORDER_MARK = "\ufeff"  # without it French Excel reads « é » as « Ã© »
_BLANK_STARTS = ("\t", "\r", "\n")  # which a spreadsheet passes over
# Where a formula may begin: at the start of a cell, and behind whatever a spreadsheet that is not French cuts cells at;
# the full-width signs are those of Asian keyboards.
_BEFORE_SIGN = re.compile(r"""(?<![,;|\s"])([,;|\s"]*+)(?=[=+\-@＝＋－＠].)""", re.DOTALL)
_SIGN = re.compile("[=+\\-@＝＋－＠]")  # most cells have none, and are written as fast as before
_CUTS, _BLANK_CUTS = frozenset(",;|"), frozenset("\t\r\n")
_UNBROKEN = re.compile(r"(?<=«) | (?=[:;?!»€%])|(?<=\d) (?=\d{3}\b)")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def neutralise(text: str) -> str:
    """Text for a CSV cell: what a spreadsheet would run as a formula gets an apostrophe; a sign alone does not run."""
    held = _BEFORE_SIGN.sub(_hold, text) if _SIGN.search(text) else text
    return f"'{held}" if len(text) > 1 and held.startswith(_BLANK_STARTS) else held


def typeset(text: str) -> str:
    """Text for an XLSX cell: no-break spaces where French has them, no character that the format refuses."""
    return _UNBROKEN.sub(NO_BREAK_SPACE, _NOT_IN_XML.sub("", text))


def write_csv(rows: Iterable[Sequence[CsvCell]], output: TextIO, line_end: str = "\n") -> None:
    """Write rows as CSV with semicolons: text never runs, euros have a decimal comma (3704,05)."""
    writer = csv.writer(output, delimiter=";", lineterminator=line_end)
    writer.writerows([_as_text(cell) for cell in row] for row in rows)


def write_csv_text(rows: Iterable[Sequence[CsvCell]], line_end: str = "\n") -> str:
    """The same, as text."""
    text = io.StringIO()
    write_csv(rows, text, line_end)
    return text.getvalue()


def write_excel_csv(rows: Iterable[Sequence[CsvCell]]) -> bytes:
    """The same, as a file that French Excel opens with a double click."""
    return (BYTE_ORDER_MARK + write_csv_text(rows, line_end="\r\n")).encode()


def _hold(found: re.Match[str]) -> str:
    place, between = found.start(), found.group()
    if not _CUTS.isdisjoint(between):
        return f"{between}'"
    if not place:
        return f"'{between}"
    is_held = place == 1 and found.string.startswith("'")
    return between if is_held or _BLANK_CUTS.isdisjoint(between) else f"{between}'"


def _as_text(cell: CsvCell) -> str:
    return neutralise(cell) if isinstance(cell, str) else str(to_cents(cell)).replace(".", ",")
