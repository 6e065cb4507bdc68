"""What people call a category, and what they are answered when nothing is called so."""

import pytest

from nes_model.catalogue.category_names import (
    explain_unknown,
    find_categories,
    find_word,
    list_category_words,
    pick_category,
    write_title,
)
from tests.nes_model.strategies import EDITION


def ids(written: str) -> list[str]:
    return [category.id for category in find_categories(written, EDITION)]


@pytest.mark.parametrize("category", EDITION.categories.values(), ids=lambda category: category.id)
def test_a_category_goes_by_its_word_its_label_and_its_usual_names(category):
    for name in (category.id, category.label, *category.usual_names, *category.other_names):
        assert category in find_categories(name, EDITION)
        assert category in find_categories(f"  {name.upper()} ", EDITION)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("MSP", ["ville"]),
        ("Pharmacie", ["ville"]),
        ("ehpad", ["esms"]),
        ("Federation", ["cst"]),
        ("CPTS", ["ville", "rst"]),
        ("hopital", ["chu", "ght-support", "autre-es"]),
        ("maison de santé", ["ville"]),
        ("CDS", ["ville"]),
        ("Établissement médico-social", ["esms"]),
        ("Hospitalisation à domicile", ["autre-es"]),
        ("Communauté d'agglomération", ["part"]),
        ("CH", ["ght-support", "autre-es"]),
        ("CHI", ["ght-support", "autre-es"]),
        ("clinique", []),
    ],
)
def test_a_usual_name_leads_to_the_categories_that_the_catalogue_gives_it(written, expected):
    assert ids(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ES", ["chu", "ght-support", "autre-es"]),
        ("établissements de santé", ["chu", "ght-support", "autre-es"]),
        ("Établissements et services médico-sociaux", ["esms"]),
        ("Partenaires", ["part"]),
    ],
)
def test_the_name_of_a_college_is_that_of_each_of_its_categories(written, expected):
    assert ids(written) == expected


def test_a_list_names_a_category_so_that_each_reader_finds_their_own_word():
    titles = [write_title(category, EDITION) for category in EDITION.categories.values()]
    usual = "MSP, PSLA, CPTS, pôle de santé, centre de santé, centre de soins, pharmacie, médecin, infirmier"
    assert f"B · Soins de ville ({usual})" in titles
    assert "C · EHPAD, SSIAD, MAS…" in titles  # its label says its usual names already
    assert "D · Réseau, association, DAC, CLIC (réseau de santé, MAIA, CPTS)" in titles


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("MSP", "Vouliez-vous dire « ville » (Soins de ville) ?"),
        ("ehpadd", "Vouliez-vous dire « esms » (EHPAD, SSIAD, MAS…) ?"),
        ("CPTS", "Écrivez « ville » (Soins de ville) ou « rst » (Réseau, association, DAC, CLIC)."),
        ("zzz", "Écrivez l'un de : « chu » (CHU), « ght-support » (Établissement support de GHT),"),
        ("", "une valeur vide n'est pas une catégorie."),
    ],
)
def test_what_is_not_a_category_is_answered_with_what_to_write_and_what_it_means(written, advice):
    assert advice in explain_unknown(written, EDITION)


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("Ehpads", "esms"),
        ("Maisons de santé", "ville"),
        ("cabinet infirmer", "ville"),
        ("Établissements médico-sociaux", "esms"),
        ("partenaire", "part"),
    ],
)
def test_a_plural_or_a_small_slip_is_likened_to_the_name(written, category):
    assert f"Vouliez-vous dire « {category} » (" in explain_unknown(written, EDITION)


@pytest.mark.parametrize(
    "written",
    [
        *("CHR", "CHP", "CHS", "EPSM", "GCS", "PTA", "ESAT", "CAMSP", "mairie", "centre hospitalier régional"),
        *("établissement public de santé mentale", "communauté de communes", "service de soins"),
    ],
)
def test_a_name_that_only_shares_letters_with_another_is_answered_with_all_the_categories(written):
    assert explain_unknown(written, EDITION).endswith(f"n'est pas une catégorie. {list_category_words(EDITION)}")


@pytest.mark.parametrize(
    ("written", "chosen", "refusal"),
    [
        ("msp", "ville", ""),
        ("esms", "esms", ""),
        (
            "hopital",
            None,
            "« hopital » peut désigner plusieurs catégories : CHU ; Établissement support de GHT ; "
            "Autre établissement de santé. Choisissez dans la liste.",
        ),
        ("clinique", None, "« clinique » n'est pas une catégorie. Ouvrez la liste pour choisir la vôtre."),
    ],
)
def test_what_is_written_in_a_list_is_a_category_or_a_reason_why_not(written, chosen, refusal):
    assert pick_category(written, EDITION) == (chosen, refusal)


def test_a_name_that_decides_is_read_as_the_categorys_word_and_any_other_is_left_as_it_is():
    given = ("Chu", "MSP", "hopital", "zut")
    assert [find_word(written, EDITION) for written in given] == ["chu", "ville", "hopital", "zut"]


def test_a_categorys_own_word_decides_whatever_the_others_are_called():
    with_cpts = EDITION.colleges[0].categories[0].model_copy(update={"id": "cpts"})
    college = EDITION.colleges[0].model_copy(update={"categories": (with_cpts,)})
    edition = EDITION.model_copy(update={"colleges": (college, *EDITION.colleges[1:])})
    assert [category.id for category in find_categories("CPTS", edition)] == ["cpts"]
