"""Text that a spreadsheet shows as it was written: never run as a formula, never refused as a broken file."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from nes_model.money import NO_BREAK_SPACE, to_cents

BYTE_ORDER_MARK = "\ufeff"  # without it French Excel reads « é » as « Ã© »
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_UNBROKEN = re.compile(r"(?<=«) | (?=[:;?!»€%])|(?<=\d) (?=\d{3}\b)")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def neutralised(text: str) -> str:
    """Text for a CSV cell: what Excel would run as a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def typeset(text: str) -> str:
    """Text for an XLSX cell: no-break spaces where French has them, no character that the format refuses."""
    return _UNBROKEN.sub(NO_BREAK_SPACE, _NOT_IN_XML.sub("", text))


def decimal_comma(euros: Decimal) -> str:
    """Euros and cents as a French spreadsheet reads them: "3704,05"."""
    return str(to_cents(euros)).replace(".", ",")


def semicolon_csv(rows: Iterable[Sequence[str]], line_end: str = "\n") -> str:
    """Rows as CSV with semicolons. The cells are written as they come: neutralise text before."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator=line_end).writerows(rows)
    return text.getvalue()


def for_excel(rows: Iterable[Sequence[str]]) -> bytes:
    """The same as a file that French Excel opens with a double click."""
    return (BYTE_ORDER_MARK + semicolon_csv(rows, line_end="\r\n")).encode()
