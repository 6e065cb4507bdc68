"""`lot`: a table in, the same table and its results out."""

import io
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from nes_model.cli.main import main
from nes_model.group.organisations import stream_organisations
from nes_model.reports import group_csv
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import plain, workbook

ROOT = Path(__file__).parents[3]
RESULTS = (
    "premiere_annee_min;premiere_annee_max;annees_suivantes_min;annees_suivantes_max;"
    "capital_restituable;non_chiffre;erreur"
)
MEMBERS = """libelle;categorie;etablissements;options;SIRET
Les Tilleuls;esms;3;pack-complementaire;0123
MSP;ville;un;;
Ligue;rst;1;"referent-medical:2;securnes-autonome;creation-site";
"""
# 4.05 + 100 + 3 × 100 × 12; 30.30 + 100 + 2 days × 715 to 815
PRICED = f"""libelle;categorie;etablissements;options;SIRET;{RESULTS}
Les Tilleuls;esms;3;pack-complementaire;0123;3704,05;3704,05;3700,00;3700,00;4,05;;
MSP;ville;un;;;;;;;;;Ligne 3, colonne etablissements : « un » n'est pas un nombre entier positif. Écrivez par exemple 3.
Ligue;rst;1;referent-medical:2;1560,30;1760,30;100,00;100,00;30,30;securnes-autonome creation-site;
""".replace("1;referent-medical:2;1560", '1;"referent-medical:2;securnes-autonome;creation-site";;1560')


@pytest.fixture
def members(tmp_path) -> Path:
    path = tmp_path / "membres.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    return path


def test_each_row_keeps_its_columns_and_has_its_results_or_its_error(members, capsys):
    assert main(["lot", str(members)]) == 0
    written = capsys.readouterr()
    assert plain(written.out) == PRICED
    assert plain(written.err).splitlines() == [
        "Ligne 3, colonne etablissements : « un » n'est pas un nombre entier positif. Écrivez par exemple 3.",
        "La colonne « SIRET » n'est pas connue : elle est gardée, sans effet sur le calcul.",
        "2 organisations chiffrées, 1 ligne à corriger.",
    ]


def test_the_result_can_be_a_file_and_takes_the_place_of_the_former_one(members, tmp_path, capsys):
    result = tmp_path / "resultat.csv"
    result.write_text("ancien", encoding="utf-8")
    assert main(["lot", str(members), "-o", str(result)]) == 0
    content = result.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # the mark by which Excel knows UTF-8
    assert plain(content.decode("utf-8-sig")) == PRICED
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["membres.csv", "resultat.csv"]


def test_a_result_read_again_gives_the_same_result(members, tmp_path):
    once, twice = tmp_path / "une.csv", tmp_path / "deux.csv"
    assert main(["lot", str(members), "-o", str(once)]) == 0
    assert main(["lot", str(once), "-o", str(twice)]) == 0
    assert once.read_text(encoding="utf-8") == twice.read_text(encoding="utf-8")


def test_what_a_spreadsheet_would_run_is_made_text_once_in_cells_and_titles(tmp_path):
    asked, once, twice = (tmp_path / name for name in ("membres.csv", "une.csv", "deux.csv"))
    asked.write_text("libelle;categorie;=A1;@note;dpm\n=1+1;esms;+33 2;-5;-\n", encoding="utf-8")
    assert main(["lot", str(asked), "-o", str(once)]) == 0
    assert main(["lot", str(once), "-o", str(twice)]) == 0
    title, row = once.read_text(encoding="utf-8-sig").splitlines()
    assert title.startswith("libelle;categorie;'=A1;'@note;dpm;premiere_annee_min")
    assert row == "'=1+1;esms;'+33 2;'-5;-;104,05;104,05;100,00;100,00;4,05;;"  # 4.05 + 100
    assert once.read_bytes() == twice.read_bytes()


def test_a_table_may_come_from_standard_input():
    command = [sys.executable, "-m", "nes_model", "lot", "-"]
    done = subprocess.run(command, cwd=ROOT, input=MEMBERS.encode("windows-1252"), capture_output=True, check=False)  # noqa: S603
    assert (done.returncode, plain(done.stdout.decode())) == (0, PRICED)


def test_a_workbook_is_read_as_well(tmp_path, capsys):
    path = tmp_path / "membres"
    path.write_bytes(workbook(("categorie", "etablissements"), ("esms", 3)))
    assert main(["lot", str(path)]) == 0
    assert capsys.readouterr().out == (
        f"categorie;etablissements;{RESULTS}\nesms;3;104,05;104,05;100,00;100,00;4,05;;\n"
    )


def test_what_is_read_some_thousands_at_a_time_is_what_is_read_at_once(members, capsys, monkeypatch):
    monkeypatch.setattr(group_csv, "_TOGETHER", 1)
    assert main(["lot", str(members)]) == 0
    assert plain(capsys.readouterr().out) == PRICED


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("nom\nA\n", "il manque la colonne « categorie »"),
        ("categorie;libelle\n" + 'esms;"A"B\n' * 1_001, "ligne 1002 : des guillemets sont mal placés"),
        ("\x00", "ce n'est pas un tableau de texte"),
    ],
)
@pytest.mark.parametrize("to_file", [True, False])
def test_a_table_that_cannot_be_read_to_its_end_leaves_nothing(content, reason, to_file, tmp_path, capsys):
    path, result = tmp_path / "membres.csv", tmp_path / "resultat.csv"
    path.write_text(content, encoding="utf-8")
    assert main(["lot", str(path), *(["-o", str(result)] if to_file else [])]) == 2
    written = capsys.readouterr()
    assert (written.out, reason in plain(written.err)) == ("", True)
    assert [each.name for each in tmp_path.iterdir()] == ["membres.csv"]


def test_a_file_that_is_not_there_and_a_place_that_cannot_be_written_are_said(members, tmp_path, capsys):
    assert main(["lot", "absent.csv"]) == 2
    assert "absent.csv : ce fichier n'existe pas" in capsys.readouterr().err
    assert main(["lot", str(members), "-o", str(tmp_path)]) == 2
    assert "le résultat ne peut être écrit ici" in capsys.readouterr().err
    assert main(["lot", str(members), "-o", str(tmp_path / "absent" / "r.csv")]) == 2
    assert "le résultat ne peut être écrit ici" in capsys.readouterr().err


def test_only_the_first_errors_are_told_and_all_are_written(tmp_path, capsys):
    path = tmp_path / "membres.csv"
    path.write_text("categorie;etablissements\n" + "esms;trop\n" * 50, encoding="utf-8")
    assert main(["lot", str(path)]) == 0
    written = capsys.readouterr()
    assert written.out.count("n'est pas un nombre entier") == 50
    assert written.err.count("n'est pas un nombre entier") == 20
    assert "La suite est dans la colonne « erreur » du résultat." in written.err


def test_writing_goes_on_while_reading_does(monkeypatch):
    content = io.BytesIO(b"categorie;libelle\n" + b"".join(b"esms;%d\n" % number for number in range(1000)))
    monkeypatch.setattr(group_csv, "_TOGETHER", 100)
    output = io.StringIO()
    sizes = [
        (len(some), output.tell())
        for some in group_csv.write_group(stream_organisations(content, EDITION), EDITION, output)
    ]
    assert [size for size, _ in sizes] == [100] * 10
    assert all(later > sooner > 0 for (_, sooner), (_, later) in pairwise(sizes))


def test_a_whole_group_may_be_priced_under_another_reading_and_a_supposed_tariff(tmp_path, capsys):
    path = tmp_path / "membres.csv"
    path.write_text("categorie\nchu\nesms\n", encoding="utf-8")
    assert main(["lot", str(path), "--lecture", "R1=sans-virgule", "--tarif", "contribution-esms=120"]) == 0
    rows = capsys.readouterr().out.splitlines()[1:]
    assert [row.split(";")[1] for row in rows] == ["6685,00", "124,05"]  # 1685 + 5000; 4.05 + 120
    assert main(["lot", str(path), "--lecture", "R1"]) == 2
    assert "« R1 » ne se lit pas. Écrivez par exemple R1=sans-virgule." in plain(capsys.readouterr().err)
