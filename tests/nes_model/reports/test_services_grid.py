"""The grid as files, read back by others than those who wrote them."""

import csv
import io

from openpyxl import load_workbook

from nes_model.reports.services_grid import write_grid_csv, write_grid_workbook
from tests.nes_model.strategies import EDITION

SHAPED_LIKE_A_FORMULA = EDITION.services[0].model_copy(update={"label": '=HYPERLINK("x")'})


def test_csv_opens_in_french_excel_with_every_service():
    content = write_grid_csv(EDITION.services, EDITION)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][2:5] == ["Service", "A · Établissements de santé", "B · Ville"]
    assert len(rows) == 1 + len(EDITION.services)
    telesoin = next(row for row in rows if row[2] == "Télésoin")
    assert telesoin[7] == "? illisible dans le catalogue"
    assert telesoin[-2:] == ["oui", "R12"]


def test_the_workbook_holds_the_same_cells():
    sheet = load_workbook(io.BytesIO(write_grid_workbook(EDITION.services, EDITION))).active
    rows = [[(cell or "").replace("\u00a0", " ") for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows == list(
        csv.reader(io.StringIO(write_grid_csv(EDITION.services, EDITION).decode("utf-8-sig")), delimiter=";")
    )
    assert sheet.freeze_panes == "D2"


def test_text_that_looks_like_a_formula_stays_text():
    sheet = load_workbook(io.BytesIO(write_grid_workbook([SHAPED_LIKE_A_FORMULA], EDITION))).active
    cell = sheet["C2"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("x")')
    assert ";\"'=HYPERLINK(" in write_grid_csv([SHAPED_LIKE_A_FORMULA], EDITION).decode("utf-8-sig")
