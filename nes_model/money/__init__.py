"""Euros as decimals: numbers read and rounded in one way, amounts as ranges, and how French writes them."""

from nes_model.money.amount import Amount, Price, format_gap, format_rounded_range, total
from nes_model.money.costs import COST_COLUMNS, Costed, Costs, total_costs
from nes_model.money.number import (
    CENT,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    Number,
    format_euros,
    format_number,
    parse_decimal,
    to_cents,
    write_digits,
)

__all__ = [
    "CENT",
    "COST_COLUMNS",
    "NARROW_NO_BREAK_SPACE",
    "NO_BREAK_SPACE",
    "Amount",
    "Costed",
    "Costs",
    "Number",
    "Price",
    "format_euros",
    "format_gap",
    "format_number",
    "format_rounded_range",
    "parse_decimal",
    "to_cents",
    "total",
    "total_costs",
    "write_digits",
]
