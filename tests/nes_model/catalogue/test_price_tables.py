"""The edition's amounts as tables: every charge is somewhere, and once."""

from decimal import Decimal

from nes_model.catalogue.price_tables import build_tables
from tests.nes_model.strategies import EDITION

TABLES = build_tables(EDITION)


def test_every_charge_is_in_one_table_once():
    shown = [charge.id for table in TABLES for _, charge in table.charges]
    assert sorted(shown) == sorted(EDITION.charges)


def test_membership_is_categories_down_and_two_prices_across():
    membership = TABLES[0]
    assert membership.columns == ("Apport en capital", "Contribution annuelle")
    assert [(row.college, row.label) for row in membership.rows[:2]] == [
        ("A", "CHU"),
        ("A", "Établissement support de GHT"),
    ]
    capital, contribution = membership.rows[0].cells
    assert (capital[0].amount.low, contribution[0].amount.low) == (Decimal("16.85"), Decimal("5000.00"))


def test_a_choice_stands_in_one_cell():
    pack = next(table for table in TABLES if table.label == "Pack complémentaire")
    by_category = {row.label: [charge.amount.low for charge in row.cells[0]] for row in pack.rows}
    assert by_category["CHU"] == [Decimal(600)]
    assert by_category["Soins de ville"] == [Decimal(10), Decimal(100)]


def test_categories_that_an_offer_does_not_concern_have_no_row():
    imaging = next(table for table in TABLES if table.label.startswith("Échange"))
    assert {row.college for row in imaging.rows} == {"A", "B"}


def test_a_column_says_once_what_all_its_prices_share():
    tables = {table.label: table for table in TABLES}
    capital, contribution = (tables["Adhésion"].list_shared(column) for column in (0, 1))
    assert capital[:2] == ("par adhérent", "une fois")
    assert capital[2].startswith("revu par l'assemblée générale")
    assert contribution == ("par adhérent", "par an")
    assert tables["Pack complémentaire"].list_shared(0) == ("par mois",)  # by establishment, by user or by structure
    (dpm,) = (table for label, table in tables.items() if label.startswith("Registre RGPD"))
    assert dpm.list_shared(0) == ("HT", "par adhérent", "par mois")


def test_what_everyone_pays_is_a_plain_list_of_its_family():
    days = next(table for table in TABLES if table.label == "Accompagnement de projet")
    assert days.columns == ()
    assert [row.college for row in days.rows] == [None] * 7
