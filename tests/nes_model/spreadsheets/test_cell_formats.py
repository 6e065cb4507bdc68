"""A number as its cell shows it, however large it is."""

import pytest

from nes_model.spreadsheets.cell_formats import show_value


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.125, "0.00%", "12,50 %"),
        (0.005, "0%", "1 %"),  # half up, as a spreadsheet rounds
        (12, "000000", "000012"),
        (1e30, "0%", f"1{'0' * 32} %"),
        (-1e30, "0.00%", f"-1{'0' * 32},00 %"),
        (1.5e308, "0%", f"15{'0' * 309} %"),
        (0.5, f"0.{'0' * 300}%", f"50,{'0' * 30} %"),
        (float("inf"), "000000", "inf"),
        (float("-inf"), "0%", "-inf"),
        (float("nan"), "0%", "nan"),
    ],
)
def test_no_number_is_too_large_to_be_shown(value, code, shown):
    assert show_value(value, code) == shown
