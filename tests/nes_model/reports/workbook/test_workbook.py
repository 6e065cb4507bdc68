"""The workbook gives the model's figures to the cent, and follows what is typed in it as the model would."""

import io
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.reports.spreadsheet import (
    Recalculated,
    by_eights,
    cents,
    differences,
    golden_scenarios,
    names,
    opened,
    written,
)
from tests.nes_model.strategies import EDITION, scenarios

# What the formulas library warns of while it starts is its own affair.
pytestmark = pytest.mark.filterwarnings("ignore")

PACK = {"pack-complementaire": {}}
EHPAD = {
    "libelle": "EHPAD Les Tilleuls",
    "categorie": "esms",
    "etablissements": 3,
    "options": {"pack-complementaire": {}},
}
MSP = {"categorie": "ville", "utilisateurs": 8, "structures": 1, "options": PACK}
CHU = {
    "categorie": "chu",
    "etablissements": 4,
    "mois_premiere_annee": 7,
    "horizon": 8,
    "hausse_annuelle": "2.5",
    "lectures": {"R4": "prorata", "R1": "sans-virgule"},
    "options": {
        "pack-complementaire": {},
        "imagerie": {},
        "dpm": {},
        "referent-medical": {"quantite": "2.25", "rythme": "annuel"},
        "securnes-autonome": {},
    },
}

HOSPITAL = {
    "categorie": "autre-es",
    "etablissements": 4,
    "options": {"pack-complementaire": {}},
    "lectures": {"R17": "tarif-du-site"},
}

ASKED = {"AUTRE": [HOSPITAL], "EHPAD": [EHPAD], "MSP": [MSP], "CHU": [CHU], "three": [EHPAD, MSP, CHU]}


def quoted(*scenarios):
    return [price(Scenario.model_validate(each), EDITION) for each in scenarios]


@cache
def engine(name):
    """One loaded workbook for all the tests that only type in it."""
    return Recalculated(written(quoted(*ASKED[name])))


def after(name, scenario, typed, changed):
    """What differs between the workbook, once other values are typed, and the model asked the same."""
    book = engine(name)
    return differences(book.book, book(typed), quoted(scenario | changed))


@pytest.mark.parametrize("quotes", by_eights(golden_scenarios()), ids=lambda quotes: f"{len(quotes)} cases")
def test_every_golden_case_recalculated_is_the_model_to_the_cent(quotes):
    book = Recalculated(written(quotes))
    assert not differences(book.book, book(), quotes)


@pytest.mark.parametrize("name", ["EHPAD", "MSP", "CHU"])
def test_the_values_kept_in_the_file_are_the_models(name):
    book, quotes = engine(name).book, quoted(*ASKED[name])
    kept = {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not differences(book, kept, quotes)


def test_every_formula_gives_the_value_kept_for_it():
    book = engine("three")
    formulas = opened(written(quoted(EHPAD, MSP, CHU)), values=False)
    cells = book()
    checked = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    kept = book.book[sheet.title][cell.coordinate].value
                    assert cells[sheet.title, cell.coordinate] == (kept if kept is not None else ""), cell.coordinate
                    checked += 1
    assert checked > 250


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ({"Etablissements_1": 6}, {"etablissements": 6}),
        ({"Adherents_1": 2}, {"adherents": 2}),
        ({"Mois_premiere_annee_1": 5}, {"mois_premiere_annee": 5}),
        ({"Hausse_annuelle_1": 0.0375}, {"hausse_annuelle": "3.75"}),
        ({"Tarif_pack_esms": 120.55}, {"tarifs": {"pack-esms": "120.55"}}),
    ],
)
def test_a_number_typed_in_the_workbook_moves_every_total_as_in_the_model(typed, changed):
    assert not after("EHPAD", EHPAD, typed, changed)


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ({"Etablissements_1": 6}, {"etablissements": 6}),  # the connected establishments follow: none was asked
        (
            {"Quantite_imagerie_etablissement_raccorde_1": 2},
            {"options": CHU["options"] | {"imagerie": {"quantite": 2}}},
        ),
        (
            {"Quantite_referent_medical_jour_1": 0.05},
            {"options": CHU["options"] | {"referent-medical": {"quantite": "0.05", "rythme": "annuel"}}},
        ),
        ({"Mois_premiere_annee_1": 11}, {"mois_premiere_annee": 11}),
        ({"TarifMin_referent_medical": 700.1}, {"tarifs": {"referent-medical": {"min": "700.10", "max": "815"}}}),
        ({"Tarif_contribution_chu": 4999.95}, {"tarifs": {"contribution-chu": "4999.95"}}),
    ],
)
def test_ranges_prorata_and_yearly_rhythm_follow_too(typed, changed):
    assert not after("CHU", CHU, typed, changed)


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ({"Etablissements_medico_sociaux_1": 3}, {"etablissements_medico_sociaux": 3}),
        ({"Etablissements_medico_sociaux_1": 4}, {"etablissements_medico_sociaux": 4}),
        ({"Etablissements_1": 6}, {"etablissements": 6}),
    ],
)
def test_the_medico_social_sites_of_a_hospital_are_counted_live(typed, changed):
    assert not after("AUTRE", HOSPITAL, typed, changed)


@pytest.mark.parametrize("users", [0, 1, 9, 10, 11, 45])
@pytest.mark.parametrize("structures", [1, 4])
@pytest.mark.parametrize("billing", ["auto", "utilisateur", "structure"])
def test_the_price_by_user_or_by_structure_is_chosen_as_in_the_model(users, structures, billing):
    typed = {"Utilisateurs_1": users, "Structures_1": structures, "Facturation_pack_complementaire_1": billing}
    options = {"pack-complementaire": {"facturation": billing}}
    assert not after("MSP", MSP, typed, {"utilisateurs": users, "structures": structures, "options": options})


def test_a_price_shared_by_several_estimates_changes_in_each_and_counts_do_not():
    book = engine("three")
    cells = book({"Etablissements_1": 6, "Tarif_imagerie_abonnement": 210})
    changed = quoted(EHPAD | {"etablissements": 6}, MSP, CHU | {"tarifs": {"imagerie-abonnement": "210"}})
    assert not differences(book.book, cells, changed)


def test_two_readings_of_one_price_have_a_cell_each():
    quotes = quoted({"categorie": "chu"}, {"categorie": "chu", "lectures": {"R1": "sans-virgule"}})
    book = Recalculated(written(quotes))
    changed = quoted({"categorie": "chu"}, {"categorie": "chu", "tarifs": {"capital-chu": "1700"}})
    assert not differences(book.book, book({"Tarif_capital_chu__2": 1700}), changed)


def test_an_input_edited_in_another_program_is_recalculated():
    book = opened(written(quoted(EHPAD)), values=False)
    sheet, cell = names(book)["Etablissements_1"]
    assert book[sheet][cell].value == 3
    book[sheet][cell].value = 6
    content = io.BytesIO()
    book.save(content)
    again = Recalculated(content.getvalue())
    cells = again()
    # 4.05 + 100.00 + 6 × 100.00 × 12
    assert cents(cells[again.names["Premiere_annee_1"]]) == Decimal("7304.05")
    assert not differences(again.book, cells, quoted(EHPAD | {"etablissements": 6}))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(scenarios(), min_size=1, max_size=3))
def test_any_estimates_recalculated_are_the_model_to_the_cent(asked):
    quotes = [price(scenario, EDITION) for scenario in asked]
    book = Recalculated(written(quotes))
    assert not differences(book.book, book(), quotes)


COUNTS = {
    "members": "Adherents_1",
    "establishments": "Etablissements_1",
    "users": "Utilisateurs_1",
    "structures": "Structures_1",
    "first_year_months": "Mois_premiere_annee_1",
}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios(), scenarios())
def test_any_counts_typed_over_others_are_priced_as_in_the_model(scenario, other):
    book = Recalculated(written([price(scenario, EDITION)]))
    typed = {name: getattr(other, field) for field, name in COUNTS.items()}
    typed["Hausse_annuelle_1"] = float(other.yearly_increase / 100)
    fields = [*COUNTS, "yearly_increase"]
    changed = scenario.model_copy(update={field: getattr(other, field) for field in fields})
    assert not differences(book.book, book(typed), [price(changed, EDITION)])


def test_what_was_exported_stays_beside_what_is_typed_over_it():
    book = engine("EHPAD")
    sheet, cell = typed = book.names["Etablissements_1"]
    exported = sheet, cell.replace("B", "F")  # the value, the unit, the rhythm, the tax, then this
    before, changed = book(), book({"Etablissements_1": 6})
    assert (before[typed], before[exported]) == (3, 3)
    assert (changed[typed], changed[exported]) == (6, 3)
    assert "garde celles d'origine" in changed["Synthèse", "A3"]
