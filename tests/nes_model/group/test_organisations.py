"""A CSV of organisations: what is understood, what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.saved import SavedScenario, write_saved
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import HEADER, asked, plain, read, reasons, refusal, remarks, rows, said, workbook

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
    "cell", ["Pack complémentaire / DPM", "dpm + pack-complementaire", "DPM et pack complémentaire"]
)
def test_what_parts_two_names_of_options_parts_two_options(cell):
    assert set(asked(f"categorie;options\nesms;{cell}\n")[0]["options"]) == {"pack-complementaire", "dpm"}


def test_a_comma_within_the_name_of_an_option_parts_nothing():
    cell = "Sécur'NeS Sensibilisation, offre mutualisée, DPM, rssi:2,5"
    found = asked(f"categorie;options\nesms;{cell}\n")[0]["options"]
    assert set(found) == {"securnes-mutualisee", "dpm", "rssi"}
    assert found["rssi"]["quantite"] == "2.5"


@pytest.mark.parametrize(
    ("cell", "taken"),
    [("dpm : oui", True), ("dpm:x", True), ("dpm : non", False), ("dpm:0", False), ("- dpm : non", False),
     ("aucune", False), ("NEANT", False), ("sans objet", False)],
)  # fmt: skip
def test_a_yes_or_a_no_may_follow_the_name_of_an_option_or_stand_for_all(cell, taken):
    assert ("dpm" in asked(f"categorie;options\nesms;{cell}\n")[0].get("options", {})) is taken


@pytest.mark.parametrize(
    ("cell", "advice"),
    [
        ("☐ dpm : oui", "« ☐ dpm » ne dit ni oui ni non. Écrivez dpm pour la prendre, rien sinon."),
        ("pack-complementaire:3:non", "Écrivez utilisateur ou structure, ou retirez ce détail."),
        ("RSSI 3 jours", "« RSSI 3 jours » n'est pas une option. Écrivez rssi, ou rssi:3 pour un nombre (jour)."),
        ("pack complémentaire avec dpm", "Écrivez « pack-complementaire ; dpm »."),
        ("le pack complémentaire en 2027", "Vouliez-vous dire « pack-complementaire » ?"),
    ],
)
def test_what_to_write_instead_loses_nothing_of_what_a_cell_names(cell, advice):
    assert said(f"categorie;options\nesms;{cell}\n")[0].endswith(advice)


def test_a_fault_is_told_once():
    assert len(said("categorie;pack-complementaire\nesms;3:annuel\n")) == 1


@pytest.mark.parametrize(
    ("cell", "taken"),
    [("oui", {}), ("OUI", {}), ("x", {}), ("2,5", {"quantite": "2.5"}), ("3:annuel", {"rythme": "annuel"})]
    + [(cell, None) for cell in ("", "non", "0", "FAUX")],
)
def test_an_option_may_have_a_column_to_itself(cell, taken):
    options = asked(f"categorie;rssi\nesms;{cell}\n")[0].get("options", {})
    assert ("rssi" in options) is (taken is not None)
    assert (taken or {}).items() <= options.get("rssi", {}).items()


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("lectures", "R1:sans-virgule", "une lecture se choisit pour tout le groupe : sur la page Groupe, "
                                        "ou par --lecture. Videz cette case."),
        ("tarifs", "contribution-esms:120", "un tarif se suppose pour tout le groupe : sur la page Tarifs, "
                                            "ou par --tarif. Videz cette case."),
    ],
)  # fmt: skip
def test_what_is_chosen_for_the_whole_group_is_not_read_row_by_row(column, cell, sentence):
    assert said(f"categorie;{column}\nesms;{cell}\nesms;\n") == [f"Ligne 2, colonne {column} : {sentence}"]


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
                   "« cst » (URPS, fédération), « part » (Collectivité partenaire). "
                   "Si la ligne n'est pas une organisation (total, note), retirez-la."),
        ("A;clinique;1;;", "Ligne 2, colonne categorie : « clinique » n'est pas une catégorie. Écrivez l'un de : "
                           "« chu » (CHU), « ght-support » (Établissement support de GHT), "
                           "« autre-es » (Autre établissement de santé), « ville » (Soins de ville), "
                           "« esms » (EHPAD, SSIAD, MAS…), « rst » (Réseau, association, DAC, CLIC), "
                           "« cst » (URPS, fédération), « part » (Collectivité partenaire)."),
        ("A;CPTS;1;;", "Ligne 2, colonne categorie : « CPTS » n'est pas une catégorie. "
                       "Écrivez « ville » (Soins de ville) ou « rst » (Réseau, association, DAC, CLIC)."),
        ("A;ehpads;1;;", "Ligne 2, colonne categorie : « ehpads » n'est pas une catégorie. "
                         "Vouliez-vous dire « esms » (EHPAD, SSIAD, MAS…) ?"),
        ("A;esms;1;;pack", "Ligne 2, colonne options : « pack » n'est pas une option. "
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


@pytest.mark.parametrize("cell", ["-", "néant", "NC", "n/a", "?", "Non renseigné"])
def test_a_number_that_is_not_known_may_be_left_out(cell):
    assert said(f"categorie;utilisateurs\nville;{cell}\n") == [
        f"Ligne 2, colonne utilisateurs : « {cell} » n'est pas un nombre. "
        "Écrivez-en un, ou videz la case s'il est nul ou inconnu."
    ]
    assert said(f"categorie;etablissements\nville;{cell}\n")[0].endswith("Écrivez par exemple 3.")


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


def test_a_cell_that_is_not_read_is_not_also_refused_for_what_it_might_say():
    assert said("categorie;dpm\ncst;-1\n") == [
        "Ligne 2, colonne dpm : « -1 » ne se lit pas dans cette colonne. Écrivez oui ou non."
    ]
    (one, other) = said("categorie;imagerie;dpm\ncst;à voir;oui\n")
    assert one.endswith("Écrivez oui, non, ou un nombre (établissement raccordé).")
    assert other.endswith("Écrivez « non ».")


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("categorie;imagerie\nchu;2:3\n", "Écrivez oui, non, ou un nombre (établissement raccordé)."),
        ("categorie;imagerie\nchu;2,555\n", "Écrivez oui, non, ou un nombre (établissement raccordé)."),
        (
            "categorie;options\nesms;rssi:2:mensuel\n",
            "rssi : « mensuel » ne se lit pas. Écrivez un nombre (jour) ou une-fois ou annuel, ou retirez ce détail.",
        ),
        (
            "categorie;options\nesms;pack-complementaire:zut\n",
            "pack-complementaire : « zut » ne se lit pas. Écrivez utilisateur ou structure, ou retirez ce détail.",
        ),
        ("categorie;options\nesms;dpm:\n", "dpm : ce qui suit « : » ne se lit pas. Retirez ce détail."),
        ("categorie;imagerie\nchu;20000\n", "« 20000 » est trop grand : au plus 10 000."),
        ("categorie;imagerie\nchu;0,0\n", "« 0,0 » est trop petit : plus de 0."),
        ("categorie;options\nesms;rssi:2:utilisateur\n", "Retirez « utilisateur » de cette case."),
        ("categorie;options\nesms;pack-complementaire:3\n", "Retirez « 3 » de cette case."),
        ("categorie;options\nesms;pack-complementaire:annuel\n", "Retirez « annuel » de cette case."),
    ],
)
def test_the_advice_given_in_a_cell_is_of_what_that_cell_says_and_takes(written, advice):
    (found,) = said(written)
    assert found.endswith(advice)


@pytest.mark.parametrize("title", ["tarif", "lecture", "Tarifs 2025"])
def test_no_column_is_likened_to_what_is_chosen_for_the_whole_group(title):
    assert not any("Vouliez-vous dire" in remark for remark in remarks(f"categorie;{title}\nesms;plein\n"))


def test_an_option_given_in_two_columns_is_not_guessed():
    assert said("categorie;options;rssi\nesms;rssi:2;3\n") == [
        "Ligne 2, colonne rssi : « rssi » est déjà dans la colonne « options ». Gardez l'un des deux."
    ]


def test_a_category_may_be_written_by_its_label_or_by_a_usual_name_that_decides():
    found = read("categorie\nMSP\nEhpad\nSoins de ville\nCHU\n")
    assert [each.scenario.category for each in found] == ["ville", "esms", "ville", "chu"]


def test_a_column_that_is_not_known_is_kept_and_named():
    assert remarks("categorie;FINESS;;Libelé;\nesms;1;3;4\n") == (
        "La colonne « FINESS » n'est pas connue : elle est gardée, sans effet sur le calcul.",
        "La colonne C n'a pas de titre : elle est gardée, sans effet sur le calcul.",
        "La colonne « Libelé » n'est pas connue : elle est gardée, sans effet sur le calcul. "
        "Vouliez-vous dire « libelle » ?",
    )


def test_a_column_that_may_have_been_misspelled_is_named_however_many_there_are():
    titles = ";".join(f"Q{number}" for number in range(30))
    assert any("Vouliez-vous dire « libelle » ?" in each for each in remarks(f"categorie;{titles};Libelé\nesms\n"))


def test_of_several_names_the_first_is_taken_and_it_is_said():
    text = "Raison sociale;Nom;categorie;Nom\nEHPAD A;Durand;esms;Anne\n"
    (found,) = rows(text)
    assert found.name == found.scenario.label == "EHPAD A"
    assert remarks(text) == (
        "Les noms sont lus dans la colonne A « Raison sociale » ; B « Nom », D « Nom » sont gardées, sans être lues.",
    )
    assert remarks("Nom;categorie;Nom\nA;esms;B\n") == (
        "Les noms sont lus dans la colonne A « Nom » ; la colonne C « Nom » est gardée, sans être lue.",
    )


@pytest.mark.parametrize(
    ("cell", "name"),
    [('"CH de A\nSite B"', "CH de A Site B"), ("Été\u200b", "Été"), ("A\u202eB", "AB"), ("A\u00a0B", "A B")],
)
def test_a_name_on_several_lines_or_with_marks_that_nobody_sees_costs_no_row(cell, name):
    (found,) = rows(f"nom;categorie\n{cell};esms\n")
    assert (found.name, found.scenario.label) == (name, name)


def test_of_many_columns_that_are_not_known_the_first_ones_are_named():
    titles = ";".join(f"Q{number}" for number in range(150))
    told = remarks(f"categorie;{titles}\nesms;1\n")
    assert len(told) == 11
    assert told[-1] == "140 autres colonnes ne sont pas connues, et sont gardées de même."


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("etablissement", "etablissements"),
        ("Nb établissements 2026", "etablissements"),
        ("Total sites", "etablissements"),
        ("Utilisateur", "utilisateurs"),
        ("Pack complémentaires", "pack-complementaire"),
    ],
)
def test_a_title_close_to_one_that_sets_the_price_is_asked_about(title, word):
    assert refusal(f"categorie;{title}\nesms;3\n") == (
        f"la colonne B « {title} » ressemble à « {word} », qui change le prix. "
        f"Renommez-la « {word} » si c'est elle ; sinon, donnez-lui un titre qui n'y ressemble pas."
    )
    assert "n'est pas connue" in remarks(f"categorie;{word};{title}\nesms;;3\n")[0]


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
        (b"nom;ville\nA;B\n", "il manque la colonne « categorie ». Titres lus sur la ligne 1 : « nom »"),
        (b"categorie;categorie\nesms;esms\n", "deux colonnes s'appellent « categorie »"),
        (b"categorie;" + b"x;" * 300_000, "le tableau a 300 001 colonnes : 200 au plus"),
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


KEPT = write_saved([SavedScenario(check_or_raise(Scenario(category="esms", label="A"), EDITION))])


@pytest.mark.parametrize("text", [KEPT, '{"categorie": "esms"}', '{\n  "libelle": "A",\n  "categorie": "esms"\n}'])
def test_a_kept_scenario_is_told_for_what_it_is(text):
    assert refusal(text) == (
        "c'est un scénario gardé, et non un tableau d'organisations. "
        "Ajoutez-le à la page Comparer, ou donnez-le à la commande devis ou comparer."
    )


@pytest.mark.parametrize("title", ["Type de structure", "Catégorie (liste)", "Nature"])
def test_the_column_that_may_be_the_missing_one_is_named(title):
    assert refusal(f"nom;{title}\nA;EHPAD\n").endswith(f"Si c'est la colonne B « {title} », renommez-la « categorie ».")


def test_what_else_is_asked_of_the_titles_is_told_with_the_missing_category():
    told = refusal("Nom;Type de structure;Sites;Nb sites;Options souhaitées\nA;EHPAD;3;3;dpm\n")
    assert "les colonnes « Sites » et « Nb sites » (C et D) se lisent toutes comme « etablissements »." in told
    assert "Si c'est la colonne B « Type de structure », renommez-la « categorie »." in told
    assert "la colonne E « Options souhaitées » ressemble à « options »" in told


@pytest.mark.parametrize("make", [lambda *table: "\n".join(map(";".join, table)), workbook], ids=["csv", "xlsx"])
def test_without_a_category_the_titles_told_are_those_under_the_name_of_the_table(make):
    content = make(("Membres 2026",), ("au 12/01",), ("Nom", "Type de structure", "Sites"), ("A", "EHPAD", "3"))
    assert "Titres lus sur la ligne 3 : « Nom », « Type de structure », « Sites ». " in refusal(content)


def test_a_badly_quoted_row_costs_that_row_and_no_other():
    found = rows('categorie;adresse\nesms;"A\nchu;"B"\nesms;"C"c\nesms;"deux\nlignes"\n')
    assert [each.scenario.category if each.scenario else None for each in found] == [None, "chu", None, "esms"]
    assert [plain(str(problem)).partition(".")[0] for each in found for problem in each.problems] == [
        "Ligne 2 : des guillemets sont mal placés",
        "Ligne 4 : des guillemets sont mal placés",
    ]


def test_a_cell_that_is_too_long_costs_its_row():
    assert said("categorie;libelle\nesms;" + "x" * 30_000 + "\nesms;B\n") == [
        "Ligne 2 : une case dépasse 20 000 caractères. Il manque sans doute un guillemet fermant."
    ]


def test_reading_stops_past_a_thousand_bad_rows_and_says_where():
    organisations = read("categorie\n" + "clinique\n" * 1_500 + "esms\n")
    assert len(list(organisations)) == 1_000
    assert organisations.is_cut_short
    assert plain(organisations.remarks[0]) == (
        "1 000 lignes sont à corriger : la lecture s'est arrêtée à la ligne 1001. "
        "Les lignes suivantes ne sont ni lues ni comptées."
    )


def test_of_many_words_that_are_no_option_the_first_ones_are_told():
    words = ",".join(f"zz{chr(97 + number)}" for number in range(20))
    others = said(f"categorie;options\nesms;{words}\n")
    assert len(others) == 4
    assert others[-1] == "Ligne 2, colonne options : et 17 autres mots de cette case de même."
    assert said(f"categorie;options\nesms;{','.join([words] * 6)}\n") == [
        "Ligne 2, colonne options : la case énumère 120 mots : 100 options au plus."
    ]


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"categorie;libelle\nesms;{text}".encode()))
def test_any_bytes_are_read_or_refused_in_a_sentence(content):
    assert all(reason.endswith((".", "?")) for reason in reasons(content))


def test_an_option_that_is_wrong_in_two_ways_does_not_hide_what_is_wrong_with_another():
    (row,) = rows("categorie;rssi;dpm;imagerie\nesms;-2:mensuel;-1;\n")
    assert [(each.column, each.read) for each in row.problems] == [("rssi", "-2:mensuel"), ("dpm", "-1")]


def test_an_option_behind_thousands_of_signs_is_read_as_behind_one():
    signs = "".join(f'esms;"{mark * 19_000}rssi"\n' for mark in "-*+•·–")
    assert [each["options"] for each in asked(f"categorie;options\n{signs}")] == [{"rssi": {}}] * 6
