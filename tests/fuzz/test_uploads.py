"""Whatever a table has become, each row is priced or explained, or the file is refused as a whole, in French."""

from hypothesis import given
from hypothesis import strategies as st

from nes_model.pricing.rule import price
from nes_model.problems import InvalidInputError
from nes_model.reports.group_template import write_template_csv, write_template_workbook
from tests.fuzz.inputs import damaged_bytes, damaged_text, damaged_workbook, fuzzed, tried
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import rows

CSV = [write_template_csv(EDITION)]
WORKBOOK = write_template_workbook(EDITION)


def is_priced_or_explained(content: bytes) -> bool:
    """Read a file to its end."""
    try:
        found = rows(content)
    except InvalidInputError as error:
        return bool(error.problems) and all(str(each).strip() for each in error.problems)
    for each in found:
        if each.scenario:
            price(each.scenario, EDITION)
    return all(bool(each.scenario) is not bool(each.problems) for each in found)


@fuzzed
@given(damaged_text([content.decode("utf-8-sig") for content in CSV]))
def test_a_damaged_csv(text):
    tried("CSV tables")
    assert is_priced_or_explained(text.encode("utf-8", "surrogatepass"))


@fuzzed
@given(damaged_bytes([*CSV, WORKBOOK]))
def test_a_table_whose_bytes_are_damaged(content):
    tried("tables with damaged bytes")
    assert is_priced_or_explained(content)


@fuzzed
@given(damaged_workbook(WORKBOOK))
def test_a_workbook_with_a_damaged_part(content):
    tried("workbooks with a damaged part")
    assert is_priced_or_explained(content)


@fuzzed
@given(
    st.sampled_from([b"", b"MZ", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"<html>"]),
    st.binary(max_size=3000),
)
def test_anything_else(start, rest):
    tried("files of any bytes")
    assert is_priced_or_explained(start + rest)
