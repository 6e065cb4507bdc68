"""A table to fill in: the columns that the group page reads, with the values that each allows."""

from typing import Any

from xlsxwriter.workbook import Workbook

from nes_model.catalogue.edition import Edition
from nes_model.group.cells import describe_expected, list_answers
from nes_model.group.counted_twice import EXAMPLE
from nes_model.group.title_names import CATEGORY
from nes_model.reports.french_workbook import make_workbook
from nes_model.reports.spreadsheet_text import write_excel_csv
from nes_model.reports.workbook.cell_rules import Rule, accept_one_of, accept_whole
from nes_model.scenario.counts import EVERY_COUNT
from nes_model.scenario.scenario import FIELDS_BY_WORD
from nes_model.spreadsheets.xlsx_file import SHEET

_LEFT_OUT = ("horizon", "hausse_annuelle", "options", "lectures", "tarifs")  # of no use to a template
_READY_ROWS = 1000
_EXAMPLE = {
    "libelle": f"EHPAD Les Tilleuls {EXAMPLE}",
    "categorie": "esms",
    "adherents": 1,
    "etablissements": 3,
    "utilisateurs": 0,
    "structures": 1,
    "mois_premiere_annee": 12,
    "pack-complementaire": "oui",
}


def write_template_csv(edition: Edition) -> bytes:
    """The titles and an example, as French Excel opens them."""
    titles = _titles(edition)
    return write_excel_csv([titles, [str(_EXAMPLE.get(title, "")) for title in titles]])


def write_template_workbook(edition: Edition) -> bytes:
    """The same as a workbook: lists of allowed values, limits, and a sheet that explains each column."""

    def write(workbook: Workbook) -> None:
        workbook.set_properties({"title": "Modèle d'organisations, adhésion à Normand'e-Santé"})
        title = workbook.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        sheet = workbook.add_worksheet(SHEET)
        titles = _titles(edition)
        sheet.write_row(0, 0, titles, title)
        sheet.write_row(1, 0, [_EXAMPLE.get(each, "") for each in titles])
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 42)
        sheet.set_column(1, len(titles) - 1, 18)
        for column, each in enumerate(titles):
            if rule := _validation(each, edition):
                sheet.data_validation(1, column, _READY_ROWS, column, rule)
        _explain(workbook.add_worksheet("Mode d'emploi"), edition, title)

    return make_workbook(write)


def _titles(edition: Edition) -> list[str]:
    return [word for word in FIELDS_BY_WORD if word not in _LEFT_OUT] + list(edition.options)


def _validation(title: str, edition: Edition) -> Rule | None:
    """What a spreadsheet refuses in a column, and what it says then."""
    if title == CATEGORY:
        return accept_one_of(list(edition.categories))
    if title in edition.options:
        offer = edition.options[title]
        return None if offer.asked else accept_one_of(list_answers(offer.alternatives))
    count = next((each for each in EVERY_COUNT if each.word == title), None)
    return accept_whole(count.least, count.most) if count else None


def _explain(sheet: Any, edition: Edition, title: Any) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.write_row(0, 0, ["Colonne", "Ce qu'on y écrit"], title)
    rows = [(word, _meaning(word, edition)) for word in _titles(edition)]
    for row, cells in enumerate([*rows, *_categories(edition)], start=1):
        sheet.write_row(row, 0, cells)


def _meaning(word: str, edition: Edition) -> str:
    if word in edition.options:
        offer = edition.options[word]
        return f"{offer.label} : {describe_expected(offer, offer.alternatives)}. Vide : non."
    field = FIELDS_BY_WORD[word]
    default = "" if field.is_required() or field.default == "" else f" Vide : {field.default}."
    return f"{field.description}{default}"


def _categories(edition: Edition) -> list[tuple[str, str]]:
    rows = [
        (category.id, f"{category.label} (collège {college.id}) : {category.members}")
        for college in edition.colleges
        for category in college.categories
    ]
    return [("", ""), ("Catégorie", "Qui"), *rows]
