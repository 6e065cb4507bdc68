"""Colours that can be told from both pages' backgrounds."""

import tomllib
from pathlib import Path

import pytest

from nes_model.editions.loading import load_edition
from ui.drawing.palette import COLOURS, SCENARIOS, assign_colours

ROOT = Path(__file__).parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("family", [group.id for group in load_edition().groups])
def test_a_chart_colour_stands_out_by_three_to_one(mode, family):
    assert contrast(assign_colours(load_edition())[family], THEME[mode]["backgroundColor"]) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("colour", SCENARIOS)
def test_what_is_of_no_offer_stands_out_too_in_a_colour_of_no_offer(mode, colour):
    assert contrast(colour, THEME[mode]["backgroundColor"]) >= 3
    assert colour not in COLOURS


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("text", ["textColor", "linkColor", "grayTextColor"])
def test_text_stands_out_by_four_and_a_half_to_one(mode, text):
    for background in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(THEME[mode][text], THEME[mode][background]) >= 4.5


def test_every_family_has_its_own_colour():
    found = assign_colours(load_edition())
    assert len(set(found.values())) == len(found)
