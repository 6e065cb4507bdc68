"""A CSV of organisations: what is understood, what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.nes_model.tables import HEADER, asked, read, reasons, refusal, remarks, rows, said

HOME = {"libelle": "Été", "categorie": "esms", "etablissements": 3}
TEXT = "libelle;categorie;etablissements\r\nÉté;esms;3\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_any_usual_encoding_and_separator_is_read(encoding, separator):
    assert asked(TEXT.replace(";", separator).encode(encoding)) == [HOME]


def test_the_line_by_which_excel_declares_a_separator_is_obeyed():
    assert asked("sep=,\r\n" + TEXT.replace(";", ",")) == [HOME]


def test_titles_are_read_whatever_their_case_and_accents():
    assert asked("LIBELLÉ;Catégorie;Établissements \nÉté;ESMS;3\n") == [HOME]


def test_rows_come_in_their_order_with_the_cells_that_they_had():
    found = rows("categorie;SIRET;libelle\nesms;0123;A\nclinique;0456;B\nchu;;C\n")
    assert [each.cells for each in found] == [("esms", "0123", "A"), ("clinique", "0456", "B"), ("chu", "", "C")]
    assert [each.row for each in found] == [2, 3, 4]
    assert [each.scenario is None for each in found] == [False, True, False]


@pytest.mark.parametrize(
    ("cell", "options"),
    [
        ("pack-complementaire", {"pack-complementaire": {}}),
        ('"pack-complementaire;chef-de-projet:2"', {"pack-complementaire": {}, "chef-de-projet": {"quantite": "2"}}),
        ("rssi:2,5:annuel", {"rssi": {"quantite": "2.5", "rythme": "annuel"}}),
        ("rssi:2.5, dpm", {"rssi": {"quantite": "2.5"}, "dpm": {}}),
        ('"Pack complémentaire ; DPM"', {"pack-complementaire": {}, "dpm": {}}),
    ],
)
def test_options_in_a_cell(cell, options):
    found = asked(f"categorie;options\nesms;{cell}\n")[0]
    assert set(found["options"]) == set(options)
    for option, choice in options.items():
        assert choice.items() <= found["options"][option].items()


@pytest.mark.parametrize(
    ("cell", "taken"),
    [("oui", {}), ("OUI", {}), ("x", {}), ("2,5", {"quantite": "2.5"}), ("3:annuel", {"rythme": "annuel"})]
    + [(cell, None) for cell in ("", "non", "0", "FAUX")],
)
def test_an_option_may_have_a_column_to_itself(cell, taken):
    options = asked(f"categorie;rssi\nesms;{cell}\n")[0].get("options", {})
    assert ("rssi" in options) is (taken is not None)
    assert (taken or {}).items() <= options.get("rssi", {}).items()


def test_a_reading_may_be_chosen_row_by_row():
    assert asked("categorie;lectures\nchu;R1:sans-virgule;\n")[0]["lectures"] == {"R1": "sans-virgule"}


def test_an_amount_may_be_supposed_row_by_row():
    tariffs = asked("categorie;tarifs\nesms;contribution-esms:120,00;\nesms;referent-medical:700-800\n")
    assert [each["tarifs"] for each in tariffs] == [
        {"contribution-esms": "120.00"},
        {"referent-medical": {"min": "700", "max": "800"}},
    ]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("contribution-esms", "« contribution-esms » ne dit pas quel montant. Écrivez par exemple contribution-esms:1"),
        ("contribution-ems:120", "« contribution-ems » n'est pas un tarif. Vouliez-vous dire « contribution-esms » ?"),
        ("contribution-esms:x", "contribution-esms : « x » n'est pas un nombre positif, à deux décimales au plus. "
                                "Écrivez par exemple 3 ou 2,5."),
        (",".join(f"t{number}:1" for number in range(201)), "a trop d'éléments : 200 au plus"),
    ],
)  # fmt: skip
def test_a_supposed_amount_that_cannot_be_read_is_said(cell, sentence):
    assert sentence in " ".join(said(f"categorie;tarifs\nesms;{cell}\n"))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("A;esms;trois;;", "Ligne 2, colonne etablissements : « trois » n'est pas un nombre entier positif. "
                           "Écrivez par exemple 3."),
        ("A;esms;0;;", "Ligne 2, colonne etablissements : « 0 » est trop petit : au moins 1."),
        ("A;esms;2,5;;", "Ligne 2, colonne etablissements : « 2,5 » n'est pas un nombre entier positif. "
                         "Écrivez par exemple 3."),
        ("A;esms;1;200000;", "Ligne 2, colonne utilisateurs : « 200000 » est trop grand : au plus 100 000."),
        ("A;;1;;", "Ligne 2, colonne categorie : la case est vide. Écrivez l'un de : "
                   "« chu » (CHU), « ght-support » (Établissement support de GHT), "
                   "« autre-es » (Autre établissement de santé), « ville » (Soins de ville), "
                   "« esms » (EHPAD, SSIAD, MAS…), « rst » (Réseau, association, DAC, CLIC), "
                   "« cst » (URPS, fédération), « part » (Collectivité partenaire)."),
        ("A;clinique;1;;", "Ligne 2, colonne categorie : « clinique » n'est pas une catégorie. Écrivez l'un de : "
                           "« chu » (CHU), « ght-support » (Établissement support de GHT), "
                           "« autre-es » (Autre établissement de santé), « ville » (Soins de ville), "
                           "« esms » (EHPAD, SSIAD, MAS…), « rst » (Réseau, association, DAC, CLIC), "
                           "« cst » (URPS, fédération), « part » (Collectivité partenaire)."),
        ("A;CPTS;1;;", "Ligne 2, colonne categorie : « CPTS » n'est pas une catégorie. "
                       "Écrivez « ville » (Soins de ville) ou « rst » (Réseau, association, DAC, CLIC)."),
        ("A;esm;1;;", "Ligne 2, colonne categorie : « esm » n'est pas une catégorie. "
                      "Vouliez-vous dire « esms » (EHPAD, SSIAD, MAS…) ?"),
        ("A;esms;1;;pack", "Ligne 2, colonne options : pack : « pack » n'est pas une option. "
                           "Vouliez-vous dire « pack-complementaire » ?"),
        ("A;cst;1;;dpm", "Ligne 2, colonne options : Registre RGPD (DPM, Data Privacy Manager) : "
                         "Le catalogue ne donne un prix que pour les collèges A à D. Retirez « dpm » de cette case."),
        ("A;esms;1;;rssi:2:3", "Ligne 2, colonne options : « rssi:2:3 » dit deux fois la même chose. "
                               "Écrivez par exemple rssi:2,5:annuel."),
        ("A;esms;1;;dpm,dpm", "Ligne 2, colonne options : « dpm » est donné deux fois. Gardez-en un."),
        ("A;esms;1;;;trop", "Ligne 2 : « trop » est au-delà de la dernière colonne qui porte un titre. Donnez-lui un "
                            "titre ; en CSV, mettez entre guillemets une case qui contient le séparateur."),
    ],
)  # fmt: skip
def test_a_bad_cell_is_said_with_its_row_its_column_and_what_to_write(row, sentence):
    assert said(HEADER + row + "\n") == [sentence]


def test_every_problem_of_a_row_is_said_at_once():
    found = said(HEADER + "A;clinique;0;-2;pack\n")
    assert [sentence.partition(" : ")[0] for sentence in found] == [
        "Ligne 2, colonne categorie",
        "Ligne 2, colonne options",
        "Ligne 2, colonne etablissements",
        "Ligne 2, colonne utilisateurs",
    ]


def test_an_option_that_its_own_column_refuses_says_what_that_column_takes():
    assert said("categorie;dpm\ncst;oui\n")[0].endswith("Écrivez « non ».")
    assert said("categorie;pack-complementaire\nesms;4\n") == [
        "Ligne 2, colonne pack-complementaire : « 4 » ne se lit pas dans cette colonne. Écrivez oui ou non."
    ]
    assert said("categorie;pack-complementaire\nMSP;4\n")[0].endswith("Écrivez oui, non, utilisateur ou structure.")
    assert said("categorie;rssi\nesms;-2\n")[0].endswith("Écrivez oui, non, ou un nombre (jour).")
    assert said("categorie;formation-e-learnes\nesms;1,5\n")[0].endswith("Écrivez par exemple 3.")


def test_an_option_given_in_two_columns_is_not_guessed():
    assert said("categorie;options;rssi\nesms;rssi:2;3\n") == [
        "Ligne 2, colonne rssi : « rssi » est déjà dans la colonne « options ». Gardez l'un des deux."
    ]


def test_a_category_may_be_written_by_its_label_or_by_a_usual_name_that_decides():
    found = read("categorie\nMSP\nEhpad\nSoins de ville\nCHU\n")
    assert [each.scenario.category for each in found] == ["ville", "esms", "ville", "chu"]


def test_a_column_that_is_not_known_is_kept_and_named():
    assert remarks("categorie;FINESS;etablissement\nesms;1;3\n") == (
        "La colonne « FINESS » n'est pas connue : elle est gardée, sans effet sur le calcul.",
        "La colonne « etablissement » n'est pas connue : elle est gardée, sans effet sur le calcul. "
        "Vouliez-vous dire « etablissements » ?",
    )


def test_blank_and_repeated_rows_are_said():
    assert remarks("categorie;libelle\nesms;A\n;\nesms;A\n\nchu;B\n") == (
        "2 lignes vides sont laissées de côté : 3, 5.",
        "1 ligne en répète une autre et compte une fois de plus : 4 (comme la 2).",
    )


def test_the_results_of_a_former_run_are_not_kept_as_columns():
    found = read("categorie;premiere_annee_min;erreur\nesms;1,00;Ligne 2\n")
    assert [each.cells for each in found] == [("esms",)]
    assert found.titles == ("categorie",)
    assert found.remarks == ("Les colonnes d'un résultat précédent sont recalculées.",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "le tableau est vide"),
        (b"\n;;\n", "le tableau est vide"),
        (b"nom;ville\nA;B\n", "il manque la colonne « categorie ». Titres lus sur la première ligne : « nom »"),
        (b"categorie;categorie\nesms;esms\n", "deux colonnes s'appellent « categorie »"),
        (b'categorie;libelle\nesms;"A\nchu;B\n', "ligne 2 : des guillemets sont mal placés"),
        (b"categorie;libelle\nesms;" + b"x" * 30_000 + b"\n", "ligne 2 : une case dépasse 20 000 caractères"),
        ("categorie;libelle\nesms;Été\n".encode() + b"chu;\x81\n", "mélange plusieurs encodages"),
        (b"categorie\nesms\x00\n", "ce n'est pas un tableau de texte"),
        (b"MZ\x90\x00\x03", "c'est un programme, pas un tableau"),
        (b"%PDF-1.7\n", "c'est un PDF, pas un tableau"),
        (b"\x89PNG\r\n\x1a\n", "c'est une image, pas un tableau"),
        (b"\x1f\x8b\x08", "c'est une archive compressée, pas un tableau"),
        (b"categorie\n" + b"esms\n" * 20_001, "plus de 20 000 organisations"),
        (b"categorie\n" + b"esms," * 1_000_000, "le fichier dépasse 5 Mo"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why_in_french(content, reason):
    assert reason in refusal(content)


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"categorie;libelle\nesms;{text}".encode()))
def test_any_bytes_are_read_or_refused_in_a_sentence(content):
    assert all(reason.endswith((".", "?")) for reason in reasons(content))
