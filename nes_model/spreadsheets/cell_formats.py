"""How a cell shows its number, where that changes what is read: `010000024`, `12,50 %`, a date with its time."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import Any

from nes_model.spreadsheets.xml_walk import list_elements

_BUILT_IN = {9: "0%", 10: "0.00%"}  # formats that a workbook names without writing them
# Zeros that are all shown, with what may stand between them: 000000000, 000" "000" "000.
_PADDED = re.compile(r'0(?:0|"[ \-]*"|\\[ \-]|[ \-])*0')
_MOST_DECIMALS = 30  # of a spreadsheet's format
_WIDE = Context(prec=350, rounding=ROUND_HALF_UP)  # digits: of the largest number there is, and of its decimals
_PERCENT = re.compile(r'0(?:\.(0+))?(?:"[ \u00a0]"|\\[ \u00a0]|[ \u00a0])?%')


def parse_formats(styles: bytes) -> tuple[str, ...]:
    """The format code of each style of a workbook; empty when it changes nothing to what is read."""
    written = {_number(each.get("numFmtId")): each.get("formatCode", "") for each in list_elements(styles, "numFmt")}
    codes = _BUILT_IN | written
    cells = list_elements(styles, "xf", within="cellXfs")
    return tuple(_telling(codes.get(_number(each.get("numFmtId")), "")) for each in cells)


def show_value(value: Any, code: str = "") -> str:
    """A value as a French spreadsheet shows it."""
    match value:
        case str():
            return value
        case bool():
            return "VRAI" if value else "FAUX"
        case int() | float():
            return _number_shown(value, code)
        case datetime() if value.time() == time():
            return value.strftime("%d/%m/%Y")
        case datetime():
            return value.strftime("%d/%m/%Y %H:%M" + ":%S" * bool(value.second))
        case date():
            return value.strftime("%d/%m/%Y")
        case time():
            return value.strftime("%H:%M" + ":%S" * bool(value.second))
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60:02d}:{minutes % 60:02d}" + f":{seconds:02d}" * bool(seconds)
    return str(value)


def _number_shown(value: float, code: str) -> str:
    if not isfinite(value):
        return str(value)
    if code.startswith("0") and code.endswith("%"):
        decimals = min(len((_PERCENT.fullmatch(code) or [None, ""])[1] or ""), _MOST_DECIMALS)
        percent = (Decimal(repr(value)) * 100).quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
        return f"{percent:f}".replace(".", ",") + " %"
    if code and value >= 0 and value == int(value) and len(str(int(value))) <= code.count("0"):
        return _padded(str(int(value)), code)
    return f"{value:.15g}".replace(".", ",")


def _padded(digits: str, code: str) -> str:
    """The digits in the place of the zeros, the last in the last."""
    left = iter(digits.zfill(code.count("0")))
    return "".join(next(left) if each == "0" else each for each in code if each not in '"\\')


def _telling(code: str) -> str:
    """A format that changes what is read, without its sections for other numbers."""
    first = code.partition(";")[0]
    return first if _PADDED.fullmatch(first) or _PERCENT.fullmatch(first) else ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 9 else -1


def find_format(formats: Sequence[str], style: str) -> str:
    """The format of a cell that names its style by a number."""
    index = _number(style)
    return formats[index] if 0 <= index < len(formats) else ""
