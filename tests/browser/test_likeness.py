"""The eye of the visual references: what it lets pass, and what it does not."""

import random

import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.browser.likeness import tell_differences


@pytest.fixture
def page() -> Image.Image:
    """A title, a paragraph, a bar of a chart."""
    picture = Image.new("RGB", (600, 400), "#FFFFFF")
    draw = ImageDraw.Draw(picture)
    draw.text((20, 20), "Que coûte l'adhésion ?", fill="#17222E", font_size=28)
    for line in range(5):
        draw.text((20, 80 + 24 * line), "La page calcule ce que vous paierez.", fill="#17222E", font_size=14)
    draw.rectangle((400, 100, 460, 300), fill="#D55E00")
    return picture


def without(page: Image.Image, *box: int) -> Image.Image:
    changed = page.copy()
    ImageDraw.Draw(changed).rectangle(box, fill="#FFFFFF")
    return changed


def test_the_same_picture_is_like_itself(page):
    assert not tell_differences(page, page.copy())


def test_letters_smoothed_otherwise_are_no_difference(page):
    rng = random.Random(1)  # noqa: S311 - noise
    noise = Image.frombytes("RGB", page.size, bytes(rng.randrange(24) for _ in range(600 * 400 * 3)))
    assert not tell_differences(ImageChops.subtract(page, noise), page)


def test_one_pixel_aside_is_no_difference(page):
    assert not tell_differences(ImageChops.offset(page, 1, 0), page)


def test_a_figure_in_the_place_of_another_is_left_to_other_tests(page):
    seen, kept = page.copy(), page.copy()
    ImageDraw.Draw(seen).text((20, 220), "1 261,43 €", fill="#17222E", font_size=26)
    ImageDraw.Draw(kept).text((20, 220), "6 221,43 €", fill="#17222E", font_size=26)
    assert not tell_differences(seen, kept)


def test_a_word_that_is_missing_is_seen(page):
    assert tell_differences(without(page, 20, 100, 120, 120), page)


def test_a_chart_that_is_missing_is_seen_where_it_should_be(page):
    assert "(400, 96) and (464, 304)" in tell_differences(without(page, 395, 95, 465, 305), page)


def test_a_bar_of_another_colour_is_seen(page):
    changed = page.copy()
    ImageDraw.Draw(changed).rectangle((400, 100, 460, 300), fill="#009E73")
    assert tell_differences(changed, page)


def test_a_page_that_has_grown_is_seen(page):
    assert "600 × 440" in tell_differences(page.resize((600, 440)), page)
