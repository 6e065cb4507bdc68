"""What people write is shown as they wrote it, and our own words as French prints them."""

import io
from decimal import Decimal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from nes_model.money import Amount
from nes_model.reports.pdf.amounts import format_briefly
from nes_model.reports.pdf.drawable import UNDRAWABLE, keep_drawable, typeset_for_print
from tests.nes_model.reports.printing import (
    asked,
    pages,
    pdf,
    plain,
    text_of,
)


@pytest.mark.parametrize(
    "label",
    [
        '#import "secret.typ": *',
        "*gras* _souligné_ `code` $x^2$ <ref> @ref = titre",
        "\\ \\u{41} // pas un commentaire /* ni ceci */ [crochets] #panic()",
        'l\'EHPAD « d’à côté » -- 50 % ~ ... "guillemets"',
        "Œuvre Ærø Łódź Ηράκλειο Москва",
        "Hôpital 🏥 😀 ❤️ 👩‍⚕️",
    ],
)
def test_a_label_is_shown_as_it_is_written(label):
    content = pdf(asked({"categorie": "esms", "libelle": label}))
    assert "".join(plain(label).split()) in "".join(pages(content)[0].split())
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.docinfo.Title).endswith(f"estimation pour {label}")


def test_right_to_left_letters_are_all_there():
    text = text_of(categorie="esms", libelle="مرحبا שלום")
    assert set("مرحباשלום") <= set(text)


def test_a_label_of_120_letters_without_a_space_stays_within_the_margins():
    reader = PdfReader(io.BytesIO(pdf(asked({"categorie": "esms", "libelle": "W" * 120}))))
    lines = [line for line in reader.pages[0].extract_text().splitlines() if set(line) == {"W"}]
    assert len(lines) > 1
    assert sum(map(len, lines)) == 120


@settings(max_examples=25)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120))
def test_any_label_makes_a_page(label):
    content = pdf(asked({"categorie": "part", "libelle": label}))
    assert plain("Première année 100,00 €") in pages(content)[0]


@given(st.text())
def test_what_is_drawable_once_is_drawable_for_good(text):
    assert keep_drawable(keep_drawable(text)) == keep_drawable(text)


def test_what_no_font_draws_is_shown_as_missing_and_what_turns_the_line_around_is_dropped():
    assert keep_drawable("漢字 a\u202eb\tc") == f"{UNDRAWABLE * 2} ab c"
    assert keep_drawable("漢\u0301e\u0301") == f"{UNDRAWABLE}e\u0301"  # a mark goes with its letter


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'offre : « - € » ; 12 mois ?", "l’offre\u00a0: «\u00a0\u2011\u00a0€\u00a0»\u202f; 12\u00a0mois\u202f?"),
        ("02 50 53", "02\u00a050\u00a053"),
        ("R1 et R2, 5 000 à 6 000 €", "R1 et R2, 5\u202f000 à 6\u202f000\u00a0€"),
    ],
)
def test_marks_and_units_stay_with_the_word_or_the_number_that_they_belong_to(typed, printed):
    assert typeset_for_print(typed) == printed


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount.exactly("3704.05"), "3 704,05 €"),
        (Amount(Decimal(715), Decimal(1815)), "715,00 à 1 815,00 €"),
    ],
)
def test_an_amount_takes_little_width(amount, expected):
    assert plain(format_briefly(amount)) == expected
