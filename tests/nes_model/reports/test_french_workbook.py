"""Every workbook that leaves says that it is in French, and holds text as text."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from nes_model.editions.loading import load_edition
from nes_model.group.group import price_group
from nes_model.group.organisations import read_organisations
from nes_model.pricing.rule import price
from nes_model.reports.french_workbook import make_workbook
from nes_model.reports.group_template import write_template_workbook
from nes_model.reports.group_workbook import write_group_workbook
from nes_model.reports.services_grid import write_grid_workbook
from nes_model.reports.workbook import write_quote_workbook
from nes_model.scenario.scenario import Scenario

EDITION = load_edition()
GROUP = price_group(read_organisations(b"libelle;categorie\nA;esms\n", EDITION), EDITION)
WORKBOOKS = {
    "quote": lambda: write_quote_workbook([price(Scenario(categorie="esms"), EDITION)], EDITION, on=date(2026, 11, 1)),
    "group": lambda: write_group_workbook(GROUP, EDITION),
    "template": lambda: write_template_workbook(EDITION),
    "services": lambda: write_grid_workbook(EDITION.services, EDITION),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_says_that_it_is_in_french_and_what_it_is(name):
    properties = openpyxl.load_workbook(io.BytesIO(WORKBOOKS[name]())).properties
    assert properties.language == "fr-FR"
    assert "Normand'e-Santé" in properties.title


def test_what_looks_like_a_formula_or_a_link_stays_text():
    hostile = ["=1+1", "https://exemple.fr", "+33 2", "@nom"]
    content = make_workbook(lambda book: book.add_worksheet("A").write_row(0, 0, hostile))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["A"]
    assert [cell.value for cell in sheet[1]] == hostile
    assert {cell.data_type for cell in sheet[1]} == {"s"}
    assert all(cell.hyperlink is None for cell in sheet[1])


def test_every_part_of_the_package_is_there_once():
    with zipfile.ZipFile(io.BytesIO(WORKBOOKS["quote"]())) as package:
        names = package.namelist()
        assert len(set(names)) == len(names)
        assert package.testzip() is None
        assert names[0] == "[Content_Types].xml"
