"""What the workbook looks like to a spreadsheet: sheets, names, text, what may be typed, how it prints."""

import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nes_model.pricing.rule import price
from nes_model.reports.workbook import write_quote_workbook
from nes_model.scenario.scenario import Scenario
from tests.nes_model.reports.spreadsheet import DAY, names, opened, written
from tests.nes_model.strategies import EDITION

EHPAD = {"libelle": "EHPAD Les Tilleuls", "categorie": "esms", "options": {"pack-complementaire": {}, "dpm": {}}}
MSP = {"categorie": "ville", "utilisateurs": 8, "options": {"pack-complementaire": {}, "referent-medical": {}}}


def quoted(*scenarios):
    return [price(Scenario.model_validate(each), EDITION) for each in scenarios]


def texts(book):
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_sheets_are_those_that_finance_expects():
    assert opened(written(quoted(EHPAD))).sheetnames == [
        "Synthèse",
        "Lignes",
        "Tarif et hypothèses",
        "Cumul",
        "Points à confirmer",
    ]


def test_the_same_quotes_on_the_same_day_give_the_same_bytes():
    assert written(quoted(EHPAD, MSP)) == written(quoted(EHPAD, MSP))
    assert write_quote_workbook(quoted(EHPAD), EDITION, on=date(2026, 11, 25)) != written(quoted(EHPAD))


def test_it_says_what_it_is_worth_of_when_and_of_which_edition():
    book = opened(written(quoted(EHPAD)))
    told = " ".join(texts(book))
    assert "Elle ne vaut pas devis" in told
    assert "24/11/2026" in told
    assert EDITION.header.contact in told
    assert book.properties.created.date() == DAY
    assert EDITION.header.label in book.properties.subject
    for sheet in book:
        assert "ne vaut pas devis" in sheet.oddFooter.left.text


@pytest.mark.parametrize("label", ["=1+1", "+33", "@x", "-2", "=HYPERLINK(A1)", "{=1}", "http://exemple.fr", "'=1"])
def test_text_that_looks_like_a_formula_or_a_link_stays_text(label):
    book = opened(written(quoted(EHPAD | {"libelle": label}, MSP)), values=False)
    one = opened(written(quoted(EHPAD | {"libelle": label})), values=False)
    assert book["Synthèse"]["B5"].value == f"1. {label}"
    assert (one["Synthèse"]["B5"].value, one["Synthèse"]["B5"].data_type) == (label, "s")
    assert not one["Synthèse"]["B5"].hyperlink
    charts = [text for name, text in parts(written(quoted(EHPAD | {"libelle": label}))) if "charts/chart" in name]
    assert not any(f"<c:f>{label.removeprefix('=')}" in chart for chart in charts)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name).decode()) for name in archive.namelist()]


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_label_gives_a_file_that_opens(label):
    scenario = Scenario.model_validate(EHPAD).model_copy(update={"label": label})
    book = opened(written([price(scenario, EDITION)]))
    sheet, cell = names(book)["Premiere_annee_1"]
    assert book[sheet][cell].value == 1544.05  # 4.05 + 100.00 + 100.00 × 12 + 20.00 × 12


def test_prices_and_counts_have_a_name_that_says_what_they_are():
    found = names(opened(written(quoted(EHPAD, MSP))))
    assert {
        "Etablissements_1",
        "Utilisateurs_2",
        "Mois_premiere_annee_1",
        "Hausse_annuelle_2",
        "Quantite_referent_medical_jour_2",
        "Facturation_pack_complementaire_2",
        "Tarif_pack_esms",
        "TarifMin_referent_medical",
        "Premiere_annee_max_2",
    } <= found.keys()


def test_each_input_says_what_it_accepts():
    book = opened(written(quoted(EHPAD, MSP)))
    sheet = book["Tarif et hypothèses"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    found = names(book)
    results = re.compile("Premiere|Annees|Capital|Cumul|Non_chiffre|Modifications")
    inputs = [name for name in found if not results.match(name)]
    assert {found[name][1] for name in inputs} == rules.keys()
    establishments = rules[found["Etablissements_1"][1]]
    assert (establishments.type, establishments.formula1, establishments.formula2) == ("whole", "1", "10000")
    assert "nombre entier" in establishments.error
    assert rules[found["Facturation_pack_complementaire_2"][1]].formula1 == '"auto,utilisateur,structure"'


def test_inputs_are_told_apart_from_results():
    book = opened(written(quoted(EHPAD)))
    found = names(book)

    def fill(name):
        sheet, cell = found[name]
        return book[sheet][cell].fill.fgColor.rgb

    assert fill("Etablissements_1") == fill("Tarif_pack_esms") != fill("Premiere_annee_1")


def test_amounts_are_shown_in_euros_whatever_the_language():
    book = opened(written(quoted(EHPAD)))
    sheet, cell = names(book)["Premiere_annee_1"]
    assert book[sheet][cell].number_format == "#,##0.00\\ [$€-40C]"


def test_a_range_has_two_columns_and_an_exact_price_one():
    titles = [cell.value for cell in opened(written(quoted(EHPAD)))["Lignes"][1]]
    assert "Première année" in titles
    titles = [cell.value for cell in opened(written(quoted(MSP)))["Lignes"][1]]
    assert {"Première année\nau moins", "Première année\nau plus"} <= set(titles)


def test_what_is_not_priced_is_named_and_never_zero():
    book = opened(written(quoted(EHPAD | {"options": {"creation-site": {}}})))
    row = next(row for row in book["Lignes"].iter_rows(values_only=True) if row[0] == "Création du site")
    assert (row.count("non chiffré"), row.count("—")) == (1, 1)  # it is paid once: no following year waits for a price
    assert 0 not in row
    assert "hors 1 prestation non chiffrée\u00a0: Création du site (sur devis, en jours-homme)" in " ".join(texts(book))


def test_a_price_without_vat_is_shown_with_it_beside():
    rows = list(opened(written(quoted(EHPAD)))["Lignes"].iter_rows(values_only=True))
    shown = next(row for row in rows if row[0] and row[0].startswith("DPM, TTC"))
    assert [value for value in shown if isinstance(value, float | int)] == [288, 288]  # 20.00 × 12 × 1.20


def test_a_simulation_of_tariffs_is_named_on_every_sheet():
    book = opened(written(quoted(EHPAD | {"tarifs": {"pack-esms": "120"}})))
    assert all(sheet.oddFooter.left.text.startswith("Simulation de tarif") for sheet in book)
    told = " ".join(texts(book))
    assert "ne sont pas ceux du tarif en vigueur" in told
    assert "120,00\u00a0€ au lieu de 100,00\u00a0€" in told


def test_every_point_is_told_with_what_another_reading_would_change():
    rows = list(opened(written(quoted({"categorie": "chu"})))["Points à confirmer"].iter_rows(values_only=True))
    row = next(row for row in rows if row[0] == "R1")
    assert "«\u00a01685\u00a0€\u00a0»" in row[2]
    assert "1\u202f668,15\u00a0€ de plus la première année" in row[5]  # 1 685.00 - 16.85


def test_what_the_catalogue_does_not_say_is_said():
    told = " ".join(texts(opened(written(quoted(EHPAD)))))
    assert "Non précisé par le catalogue\u00a0: la TVA" in told


def test_links_are_written_and_can_be_followed():
    link = "https://exemple.fr/simulateur?categorie=esms&options=pack-complementaire"
    book = opened(write_quote_workbook(quoted(EHPAD), EDITION, links=[link, "javascript:alert(1)"], on=DAY))
    followed = {cell.value: bool(cell.hyperlink) for row in book["Synthèse"].iter_rows() for cell in row}
    assert (followed[link], followed["javascript:alert(1)"]) == (True, False)


def test_it_prints_on_a4_with_its_titles_on_every_page():
    for sheet in opened(written(quoted(EHPAD, MSP))):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.freeze_panes


def test_charts_are_native_and_described():
    drawings = [text for name, text in parts(written(quoted(EHPAD, MSP))) if re.search(r"drawings/drawing\d", name)]
    assert len(drawings) == 2
    for drawing in drawings:
        assert re.search(r'descr="Graphique[^"]*1\. EHPAD Les Tilleuls', drawing)


def test_formulas_of_eight_estimates_stay_within_what_excel_accepts():
    book = opened(written(quoted(*[MSP | {"libelle": "x" * 120}] * 8)), values=False)
    found = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert max(map(len, found)) < 8192
    assert all(len(literal) <= 257 for formula in found for literal in re.findall(r'"(?:[^"]|"")*"', formula))
