"""A name that is accepted shows the same characters in every file, link and answer."""

import csv
import io
from urllib.parse import parse_qs

import openpyxl
import pypdf
from hypothesis import given, settings
from hypothesis import strategies as st

from nes_model.documents import nodes as documents
from nes_model.pricing.rule import price
from nes_model.reports.comparison_csv import write_comparison_csv
from nes_model.reports.pdf.document import write_quote_pdf
from nes_model.reports.quote_json import QuoteAnswer
from nes_model.reports.workbook import write_quote_workbook
from nes_model.scenario import link as links
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.names import is_shown_as_written
from nes_model.scenario.saved import SavedScenario, parse_saved, write_saved
from nes_model.scenario.scenario import Scenario
from tests.nes_model.reports.printing import DAY, LINK
from tests.nes_model.strategies import EDITION

ANY = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
# What names are made of, what files and pages read their own way, and what joins or accents.
HARD = st.sampled_from(
    [*"&<>\"'=+-@#;,:~_*[]{}|\\%/ éÉœ’« »", "&amp;", "\u0301", "\u200d", "\u202f", "\u00a0", "🏥", "漢"]
)
NAMES = (
    st.lists(st.one_of(ANY, HARD), min_size=1, max_size=20)
    .map("".join)
    .map(str.strip)
    .filter(bool)
    .filter(is_shown_as_written)
)


def called(name: str) -> Scenario:
    return Scenario(category="esms", label=name)


@given(NAMES)
def test_a_link_and_a_saved_file_give_the_name_back(name):
    scenario = called(name)
    asked = parse_qs(links.write_query(scenario, EDITION), keep_blank_values=True)
    checked = check_or_raise(scenario, EDITION)
    assert links.parse_parameters(asked, EDITION, "chu") == links.ParsedLink(checked)
    (back,) = parse_saved(documents.parse(write_saved([SavedScenario(checked)]), "a.yaml"), EDITION)
    assert back.scenario.label == name


@settings(max_examples=50)
@given(NAMES)
def test_an_answer_and_a_table_hold_the_name(name):
    quote = price(called(name), EDITION)
    assert QuoteAnswer.of(quote, EDITION).libelle == name
    _, first, *_ = csv.reader(io.StringIO(write_comparison_csv([quote])), delimiter=";")
    assert first[0] in {name, f"'{name}"}  # an apostrophe keeps a spreadsheet from running it


@settings(max_examples=20, deadline=None)
@given(NAMES)
def test_a_workbook_holds_the_name(name):
    quote = price(called(name), EDITION)
    book = openpyxl.load_workbook(io.BytesIO(write_quote_workbook([quote], EDITION, links=[LINK], on=DAY)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(name in cell for cell in cells)


@settings(max_examples=10, deadline=None)
@given(st.text(st.sampled_from("ABCabc éèàçÉœ'&<>=+-@#;,:~_*[]{}|\\%/0123"), min_size=1, max_size=30).filter(str.strip))
def test_a_page_for_a_board_shows_the_name(name):
    file = write_quote_pdf(price(called(name), EDITION), EDITION, link=LINK, on=DAY)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages)
    assert "".join(name.split()) in "".join(text.split())
