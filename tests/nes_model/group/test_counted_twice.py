"""Rows that count twice what another counts: said, and left in."""

import pytest

from tests.nes_model.tables import asked, remarks

TITLES = "libelle;categorie;etablissements;pack-complementaire\n"
REPEATED = "1 ligne en répète une autre et compte une fois de plus : 3 (comme la 2)."
TOTAL = "La ligne 2 a l'air d'un total : elle est comptée comme une organisation. Retirez-la si c'en est un."


@pytest.mark.parametrize("name", ["EHPAD A", "EHPAD A  ", "ehpad a", "EHPAD-A", "ÉHPAD « A »"])
def test_a_name_that_comes_back_with_the_same_request_is_said_however_it_is_written(name):
    assert remarks(f"{TITLES}EHPAD A;esms;3;oui\n{name};EHPAD;3;x\n") == (REPEATED,)


def test_columns_that_price_nothing_do_not_make_another_organisation():
    text = "n°;" + TITLES + "1;EHPAD A;esms;3;oui\n2;EHPAD A;esms;3;oui\n"
    assert remarks(text)[1:] == (REPEATED,)


@pytest.mark.parametrize("row", ["EHPAD B;esms;3;oui", "EHPAD A;esms;2;oui", "EHPAD A;esms;3;", "EHPAD A;chu;3;"])
def test_another_name_or_another_request_is_another_organisation(row):
    assert remarks(f"{TITLES}EHPAD A;esms;3;oui\n{row}\n") == ()


def test_without_names_organisations_are_told_apart_by_all_that_is_written():
    assert remarks("siret;categorie\n1;esms\n2;esms\n")[1:] == ()
    assert remarks("siret;categorie\n1;esms\n1;ESMS \n")[1:] == (REPEATED,)


def test_a_row_that_is_not_counted_is_not_said_to_count_twice():
    assert remarks(f"{TITLES}Total;clinique;3;oui\nTotal;clinique;3;oui\n") == ()


@pytest.mark.parametrize(
    "name",
    ["TOTAL", "Total EHPAD", "Total général", "Sous-total", "sous total MAS", "S/Total", "Totaux", "Grand total",
     "Ensemble", "Ensemble des EHPAD", "L'ensemble des sites", "TOTAL : 6"],
)  # fmt: skip
def test_a_row_named_as_a_total_is_said_and_counted(name):
    text = f"{TITLES}{name};esms;6;oui\n"
    assert remarks(text) == (TOTAL,)
    assert asked(text)[0]["etablissements"] == 6


@pytest.mark.parametrize(
    "name",
    ["Totalmed", "Ensemble pour l'autisme", "Ensemble 14", "Ensembles de vie", "Soutotal", "EHPAD Total", "Totem"],
)
def test_a_name_that_only_looks_like_one_of_a_total_is_left_alone(name):
    assert remarks(f"{TITLES}{name};esms;6;oui\n") == ()


def test_without_a_name_a_total_is_known_by_the_first_cell_that_is_written():
    assert remarks(f"repere;{TITLES};;esms;2;\nTOTAL;;esms;2;\n")[1:] == (TOTAL.replace("2", "3"),)
    assert remarks(f"repere;{TITLES}Total A;EHPAD A;esms;2;\n")[1:] == ()


def test_of_many_totals_and_repeated_rows_the_first_ones_are_named():
    found = remarks(TITLES + "Total;esms;6;oui\n" * 13)
    assert found == (
        "12 lignes en répètent une autre et comptent une fois de plus : "
        + ", ".join(f"{row} (comme la 2)" for row in range(3, 13))
        + " et 2 autres.",
        "13 lignes ont l'air de totaux : 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 3 autres. "
        "Elles sont comptées comme des organisations. Retirez celles qui en sont.",
    )


def test_a_row_without_a_name_among_rows_that_have_one_is_said_and_counted():
    text = f"{TITLES};esms;;\nEHPAD A;esms;3;\nمستشفى;chu;1;\n"
    told = (
        "La ligne 2 n'a pas de nom : elle est comptée comme une organisation. Retirez-la si c'est un titre ou un total."
    )
    assert remarks(text) == (told,)
    assert len(asked(text)) == 3
    assert remarks(f"{text};chu;2;\n") == (
        "2 lignes n'ont pas de nom : 2, 5. Elles sont comptées comme des organisations. "
        "Retirez celles qui sont des titres ou des totaux.",
    )


def test_a_table_without_names_has_nothing_to_say_of_them():
    assert remarks(f"{TITLES};esms;3;\n;chu;2;\n") == ()
