"""A group as files: the template to fill in, the CSV and the workbook that come back."""

import csv
import io

import openpyxl
import pytest

from nes_model.group.group import Group, price_group
from nes_model.reports.group_csv import write_group_csv
from nes_model.reports.group_template import write_template_csv, write_template_workbook
from nes_model.reports.group_workbook import write_group_workbook
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import asked, plain, read, remarks

CONTENT = """libelle;categorie;etablissements;options
=1+1;esms;3;pack-complementaire
B;ville;un;
C;rst;1;"referent-medical:2;dpm;securnes-autonome"
"""


def group(content: str = CONTENT) -> Group:
    return price_group(read(content), EDITION)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_progress_is_told_now_and_then():
    told: list[int] = []
    price_group(read("categorie\n" + "esms\n" * 1200), EDITION, told.append)
    assert told == [500, 1000]


def test_the_templates_can_be_filled_in_and_read_back():
    for content in (write_template_csv(EDITION), write_template_workbook(EDITION)):
        (example,) = asked(content)
        assert example["categorie"] == "esms"
        assert set(example["options"]) == {"pack-complementaire"}


def test_the_example_of_a_template_that_was_left_in_it_is_told():
    text = write_template_csv(EDITION).decode("utf-8-sig") + "EHPAD A;esms;1\n"
    assert remarks(text.encode()) == (
        "L'exemple du modèle est encore à la ligne 2, et compte comme une organisation. Remplacez-le ou retirez-le.",
    )


def test_the_template_offers_the_values_that_each_column_allows():
    book = opened(write_template_workbook(EDITION))
    sheet = book["Organisations"]
    titles = [cell.value for cell in sheet[1]]
    rules = {titles[next(iter(rule.sqref.ranges)).min_col - 1]: rule for rule in sheet.data_validations.dataValidation}
    assert rules["categorie"].formula1 == '"chu,ght-support,autre-es,ville,esms,rst,cst,part"'
    assert rules["dpm"].formula1 == '"oui,non"'
    assert rules["pack-complementaire"].formula1 == '"oui,non,utilisateur,structure"'
    assert (rules["mois_premiere_annee"].formula1, rules["mois_premiere_annee"].formula2) == ("1", "12")
    assert "rssi" not in rules  # a number of days, or yes
    assert set(EDITION.options) <= set(titles)
    explained = [row[0].value for row in book["Mode d'emploi"].iter_rows()]
    assert set(titles) <= set(explained)


def test_the_csv_opens_in_excel_with_its_rows_in_order():
    content = write_group_csv(group())
    assert content.startswith(b"\xef\xbb\xbf")
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert [(row[0], row[4]) for row in rows] == [("'=1+1", "3704,05"), ("B", ""), ("C", "1800,30")]
    # C: 30.30 + 100 + 2 × 715 + 20 × 12


def test_the_workbook_has_the_whole_its_parts_and_the_rows_in_order():
    book = opened(write_group_workbook(group(), EDITION))
    assert book.sheetnames == ["Synthèse", "Organisations", "À corriger"]
    rows = list(book["Organisations"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["=1+1", "B", "C"]
    assert book["Organisations"]["A2"].data_type == "s"  # never a formula
    assert rows[1][4:9] == (3704.05, 3704.05, 3700, 3700, 4.05)
    assert rows[3][4:9] == (1800.3, 2000.3, 340, 340, 30.3)
    assert rows[2][4:9] == (None,) * 5
    summary = {row[0]: row[1:] for row in book["Synthèse"].iter_rows(values_only=True)}
    assert summary["Total"][:5] == (2, 5504.35, 5704.35, 4040, 4040)
    assert summary["Pack complémentaire"][:3] == (1, 3600, 3600)
    texts = plain("\n".join(str(text) for text in summary))
    assert "Sécur'NeS autonome (tarif non publié, 1 fois)" in texts
    assert "Hors taxes : 240,00 € la première année" in texts
    assert "1 430,00 € à 1 630,00 € la première année" in texts
    assert "1 ligne à corriger, sans montant et hors des totaux." in texts
    assert "ne vaut pas devis" in texts


def test_what_is_to_be_corrected_has_its_own_sheet():
    (_, row) = list(opened(write_group_workbook(group(), EDITION))["À corriger"].iter_rows(values_only=True))
    assert row[:3] == (3, "etablissements", "un")
    assert row[3].endswith("Écrivez par exemple 3.")


def with_what_cannot_be_read() -> bytes:
    """Each row wants three sites: an error, a formula never computed, a cell merged with the one above."""
    book = openpyxl.Workbook()
    for row in (("nom", "categorie", "Sites"), ("A", "esms", "#REF!"), ("B", "esms", "=1+2"), ("C", "esms", 3), ("D",)):
        book.active.append(row)
    book.active["B5"] = "esms"
    book.active["C2"].data_type = "e"
    book.active.merge_cells("C4:C5")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "write", [write_group_csv, lambda priced: write_group_workbook(priced, EDITION)], ids=["csv", "xlsx"]
)
@pytest.mark.parametrize(
    ("content", "priced"),
    [
        (with_what_cannot_be_read(), [False, False, True, False]),
        # separated as the columns are, the second option has no column
        ("nom;categorie;options\nA;esms;pack-complementaire;dpm\nB;esms;dpm;\n", [False, True]),
    ],
)
def test_a_row_to_correct_is_still_so_when_the_result_is_given_back(content, priced, write):
    first = price_group(read(content), EDITION)
    again = price_group(read(write(first)), EDITION)
    assert [[each.scenario is not None for each in found.organisations] for found in (first, again)] == [priced, priced]
    assert again.consolidation.whole == first.consolidation.whole


def test_a_group_without_mistakes_has_nothing_to_correct():
    assert opened(write_group_workbook(group("categorie\nesms\n"), EDITION)).sheetnames == ["Synthèse", "Organisations"]
