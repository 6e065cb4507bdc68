"""How the cells look: few styles, French figures whatever the language of the spreadsheet."""

from typing import Any

from nes_model.catalogue.charge import Basis

ACCENT = "#1B4F72"
INPUT_TEXT, INPUT_FILL, INPUT_EDGE = "#0B3D91", "#FFF6DD", "#B08900"
WARNING = "#9A3412"
PALE, EDGE, QUIET = "#E8EEF3", "#C5CED6", "#4A5560"
SERIES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B0409A", "#228833", "#4477AA", "#EE6677")

EUROS = "#,##0.00\\ [$€-40C]"
WHOLE = "#,##0"
HUNDREDTHS = "#,##0.00"
PERCENT = "0.00\\ %"
YEAR = '"Année "0'
COUNT_OR_NOTHING = "#,##0;;"
COUNT_OR_UNKNOWN = '#,##0;;"non indiqué"'
YES_OR_NO = '"oui";;"non"'

_TEXT = {"valign": "top", "text_wrap": True, "align": "left", "indent": 1}
_RULED = {"bottom": 1, "bottom_color": EDGE}
_INPUT = {"font_color": INPUT_TEXT, "bg_color": INPUT_FILL, "border": 1, "border_color": INPUT_EDGE, "valign": "top"}
_TOTAL = {"bold": True, "top": 1, "top_color": ACCENT, "bg_color": PALE, "valign": "vcenter"}
_HEADER = _TEXT | {"bold": True, "font_color": "white", "bg_color": ACCENT, "valign": "vcenter"}

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": ACCENT, "align": "left", "indent": 1},
    "warning": {"bold": True, "font_color": WARNING, "align": "left", "indent": 1},
    "plain": {"valign": "top", "align": "left", "indent": 1},
    "quiet": _TEXT | _RULED | {"font_color": QUIET},
    "paragraph": _TEXT,
    "header": _HEADER,
    "header_number": _HEADER | {"align": "right", "indent": 0},
    "block": {"bold": True, "font_color": ACCENT, "bg_color": PALE, "valign": "vcenter", "align": "left", "indent": 1},
    "text": _TEXT | _RULED,
    "right": _TEXT | _RULED | {"align": "right", "indent": 0},
    "left_number": _RULED | {"valign": "top", "align": "left", "indent": 1},
    "number": _RULED | {"valign": "top"},
    "input": _INPUT,
    "input_word": _INPUT | {"align": "right"},
    "total": _TOTAL,
    "total_text": _TOTAL | {"align": "left", "indent": 1},
}


def choose_quantity_format(per: Basis) -> str:
    """How a quantity is shown: with two decimals when what is counted can be divided."""
    return HUNDREDTHS if per.is_divisible else WHOLE
