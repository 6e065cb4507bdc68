"""A workbook of many organisations, some of them badly filled in every way."""

import datetime
import io

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

TITLES = ("libelle", "categorie", "etablissements", "utilisateurs", "options", "rssi")
IN_ERROR = "#REF!"
# One bad cell a row, of every kind; the rest of the row is sound.
MISTAKES: tuple[dict[str, object], ...] = (
    {"libelle": "x" * 121},
    {"categorie": None},
    {"categorie": "clinique"},
    {"categorie": True},
    {"categorie": IN_ERROR},
    {"etablissements": "trois"},
    {"etablissements": 0},
    {"etablissements": -1},
    {"etablissements": 2.5},
    {"etablissements": 10_001},
    {"etablissements": True},
    {"etablissements": datetime.date(2026, 1, 2)},
    {"etablissements": "=1+2"},
    {"etablissements": IN_ERROR},
    {"etablissements": "1.000"},
    {"utilisateurs": 100_001},
    {"utilisateurs": "beaucoup"},
    {"options": "pack"},
    {"options": "imagerie"},
    {"options": "dpm;dpm"},
    {"options": "dpm:3"},
    {"options": "chef-de-projet:mensuel"},
    {"options": "formation-e-learnes:1,5"},
    {"rssi": "peut-être"},
    {"rssi": 10_001},
)


def workbook_with_mistakes(sound: int, times: int) -> bytes:
    """Sound rows, EHPAD and houses by turns, among which every mistake comes several times."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(TITLES)
    every = sound // (times * len(MISTAKES))
    wrong = iter(MISTAKES * times)
    for number in range(sound):
        _append(sheet, {"libelle": f"Organisation {number}", "categorie": ("esms", "ville")[number % 2]})
        if number % every == 0 and (mistake := next(wrong, None)):
            _append(sheet, {"libelle": f"À revoir {number}", "categorie": "esms"} | mistake)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _append(sheet: Worksheet, row: dict[str, object]) -> None:
    sheet.append([row.get(title) for title in TITLES])
    for column, title in enumerate(TITLES, start=1):
        if row.get(title) == IN_ERROR:
            sheet.cell(sheet.max_row, column).data_type = "e"
