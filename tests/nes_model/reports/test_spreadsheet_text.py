"""Text in spreadsheets is shown as it was written."""

import csv
import io
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.reports.spreadsheet_text import neutralise, typeset, write_csv_text, write_excel_csv


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+33 2 50", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tA", " =1", '"=1"', "＝1", "＋1", "－1", "＠A"],
)
def test_what_excel_would_run_is_neutralise(text):
    assert neutralise(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("A,=1+1,B", "A,'=1+1,B"),
        ('A;"=1+1"', 'A;"\'=1+1"'),
        ("A|=1+1", "A|'=1+1"),
        ("A\n@SUM(1)", "A\n'@SUM(1)"),
        ("A, ,\t＝1", "A, ,\t'＝1"),
        ("=1,-2", "'=1,'-2"),
        ("a" * 20_000 + ",=1", "a" * 20_000 + ",'=1"),
    ],
)
def test_what_another_spreadsheet_would_run_within_a_cell_that_it_cuts_is_neutralised(text, held):
    assert neutralise(text) == held


@given(st.text(st.sampled_from("=+-@＝ \t\r\n,;|\"'a1")))
def test_no_piece_of_a_cell_begins_with_the_sign_of_a_formula_wherever_it_is_cut(text):
    pieces = re.split(r"[,;|]", neutralise(text))
    begun = [piece.strip().replace('"', "").strip() for piece in pieces]
    assert not [piece for piece in begun if len(piece) > 1 and piece[0] in "=+-@＝"]


@pytest.mark.parametrize("text", ["", "-", "EHPAD Les Tilleuls", "3 établissements = 3 sites", "'déjà"])
def test_plain_text_stays_as_it_is(text):
    assert neutralise(text) == text


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=4))
def test_any_cells_come_back_from_the_file(rows):
    text = write_csv_text(rows, line_end="\r\n")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";", lineterminator="\r\n")) == [
        [neutralise(cell) for cell in row] for row in rows
    ]


@given(st.text())
def test_a_cell_written_twice_has_one_apostrophe(text):
    assert neutralise(neutralise(text)) == neutralise(text)


def test_euros_have_a_comma_and_two_decimals_and_a_saving_is_no_formula():
    assert write_csv_text([(Decimal(-1234), Decimal("0.5"), "-1234")]) == "-1234,00;0,50;'-1234\n"


def test_french_excel_recognises_the_encoding_and_the_lines():
    assert write_excel_csv([("été", "3,50")]) == b"\xef\xbb\xbf\xc3\xa9t\xc3\xa9;3,50\r\n"


def test_french_marks_keep_their_no_break_spaces():
    assert typeset("« 1685 € » : 1 685 € ; à 20 % ?") == (
        "«\u00a01685\u00a0€\u00a0»\u00a0: 1\u00a0685\u00a0€\u00a0; à 20\u00a0%\u00a0?"
    )


@given(st.text())
def test_no_character_that_xml_refuses_is_left(text):
    assert not set(typeset(text)) & {*map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])}
    assert not any("\ud800" <= character <= "\udfff" for character in typeset(text))
