"""`comparer` on the command line."""

import csv
import io
import json

import pytest

from nes_model.cli import comparer
from nes_model.cli.main import main
from nes_model.comparison.then_and_now import freeze
from nes_model.editions.loading import load_following
from nes_model.pricing.rule import price
from nes_model.scenario.saved import write_saved
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.strategies import EDITION


@pytest.fixture
def files(tmp_path):
    """An EHPAD with one site, then with three and the pack (from a kept file), then a name that is a formula."""
    three = {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}, "libelle": "Trois"}
    kept = freeze(price(Scenario.model_validate(three), EDITION), "2026-11-24")
    texts = {
        "un.yaml": "libelle: Un\ncategorie: esms\n",
        "trois.yaml": write_saved([kept]),
        "dep.json": '{"scenarios": [{"categorie": "part", "libelle": "=1+1", "options": {"securnes-autonome": {}}}]}',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def run(capsys, *words: str) -> str:
    assert main(words) == 0
    return capsys.readouterr().out


def test_json_has_every_scenario_and_a_split_difference_for_each_after_the_first(capsys, files):
    found = json.loads(run(capsys, "comparer", *files, "--format", "json"))
    alone = json.loads(run(capsys, "devis", files[0], "--format", "json"))
    assert found["scenarios"][0] == alone
    assert [each["libelle"] for each in found["scenarios"]] == ["Un", "Trois", "=1+1"]
    three, partner = found["ecarts"]
    assert (three["premiere_annee"], three["annees_suivantes"]) == ("+3600.00", "+3600.00")
    assert [(part["cause"], part["premiere_annee"]) for part in three["parts"]] == [("options", "+3600.00")]
    assert three["deja_comptes"] == ["1 établissement → 3 établissements"]
    assert (partner["premiere_annee"], partner["annees_suivantes"]) == ("-4.05", "0.00")


def test_json_gives_both_ends_of_a_range(capsys, tmp_path, files):
    path = tmp_path / "medecin.yaml"
    path.write_text("categorie: esms\noptions: {referent-medical: {}}\n", encoding="utf-8")
    found = json.loads(run(capsys, "comparer", files[0], str(path), "--format", "json"))
    assert found["ecarts"][0]["premiere_annee"] == {"min": "+715.00", "max": "+815.00"}
    assert found["ecarts"][0]["parts"][0]["annees_suivantes"] == "0.00"


def test_the_table_says_the_difference_its_parts_and_the_rule(capsys, files):
    text = run(capsys, "comparer", *files).replace("\u202f", " ").replace("\u00a0", " ")
    assert "De « Un » à « Trois »" in text
    assert "Écart : +3 600,00 € la première année, +3 600,00 € chaque année suivante" in text
    assert "Option ajoutée : Pack complémentaire : +3 600,00 €" in text
    assert "un prix qui change, au nombre moyen" in text


def test_the_table_and_the_csv_say_what_each_scenario_is_and_how_sure_its_totals_are(capsys, files, tmp_path):
    path = tmp_path / "msp.yaml"
    path.write_text(
        "categorie: ville\nlibelle: MSP\nhausse_annuelle: 2\nmois_premiere_annee: 6\nlectures: {R2: sans-tarif}\n"
        "tarifs: {capital-ville: 30}\noptions: {pack-complementaire: {}, dpm: {}}\n",
        encoding="utf-8",
    )
    made_of = (
        "Soins de ville · 1 structure · Pack complémentaire · Registre RGPD (DPM, Data Privacy Manager)"
        " · autre lecture de R2 · simulation de tarif · 6 mois la première année"
    )
    sure = (
        "au prix par structure, faute du nombre d'utilisateurs ; avant la hausse supposée de 2 % par an ; "
        "totaux en partie hors taxes, le reste sans taxe précisée"
    )
    text = run(capsys, "comparer", files[0], str(path)).replace("\u202f", " ").replace("\u00a0", " ")
    assert "\nMSP\n" in text  # what it leaves out is named once, below
    assert f"  {made_of}\n  À confirmer : R2 ; + Contribution annuelle, sans prix publié ; {sure}\n" in text
    # MSP: 30 + 100 × 6 + 15 × 6, then 100 × 12 + 15 × 12; less 104.05, then 100
    gap = "+615,95 € la première année, +1 280,00 € chaque année suivante"
    assert f"  Écart : {gap}, hors prestations non chiffrées\n" in text
    written = run(capsys, "comparer", files[0], str(path), "--format", "csv").replace("\u00a0", " ")
    rows = list(csv.DictReader(io.StringIO(written), delimiter=";"))
    (total,) = [row for row in rows if (row["scenario"], row["poste"]) == ("MSP", "Total")]
    assert total["non_chiffre"] == "Contribution annuelle"
    assert total["a_savoir"] == f"{made_of} ; à confirmer : R2 ; {sure}"
    taxes = {row["poste"]: row["taxe"] for row in rows if row["scenario"] == "MSP"}
    assert (taxes["DPM"], taxes["Pack complémentaire"], taxes["Contribution annuelle"]) == ("HT", "non-precisee", "")


def test_csv_adds_up_and_nothing_in_it_runs(capsys, files):
    rows = list(csv.DictReader(io.StringIO(run(capsys, "comparer", *files, "--format", "csv")), delimiter=";"))
    totals = {row["scenario"]: row for row in rows if row["poste"] == "Total"}
    assert totals["Trois"]["premiere_annee_min"] == "3704,05"
    assert totals["Trois"]["ecart_premiere_annee_max"] == "3600,00"
    assert totals["'=1+1"]["non_chiffre"] == "Sécur'NeS autonome"
    unpriced = next(row for row in rows if row["scenario"] == "'=1+1" and row["poste"] == "Sécur'NeS autonome")
    assert unpriced["premiere_annee_min"] == ""
    assert unpriced["non_chiffre"] == "tarif non publié"


def test_what_a_kept_file_was_worth_is_told_when_it_is_worth_something_else(capsys, files, tmp_path):
    text = (tmp_path / "trois.yaml").read_text(encoding="utf-8").replace("3704.05", "3000.00")
    (tmp_path / "trois.yaml").write_text(text, encoding="utf-8")
    found = json.loads(run(capsys, "comparer", *files[:2], "--format", "json"))
    (then,) = found["chiffres_alors"]
    assert (then["scenario"], then["ecart_premiere_annee"]) == (2, "+704.05")
    assert "modifié à la main" in then["constat"][1]
    assert "modifié à la main" in run(capsys, "comparer", *files[:2])


@pytest.mark.parametrize("format_", ["table", "json", "csv"])
def test_a_file_that_names_another_edition_is_told_by_its_name_and_the_others_are_not(capsys, files, tmp_path, format_):
    (tmp_path / "un.yaml").write_text("libelle: Un\ncategorie: esms\nedition: 2019\n", encoding="utf-8")
    assert main(["comparer", *files, "--format", format_]) == 0
    assert capsys.readouterr().err == (
        "Un : Ce fichier nomme l'édition « 2019 ». Montants calculés avec l'édition 2026.\n"
    )


def test_csv_has_no_room_for_what_a_kept_file_was_worth_which_is_told_beside_it(capsys, files, tmp_path):
    text = (tmp_path / "trois.yaml").read_text(encoding="utf-8").replace("3704.05", "3000.00")
    (tmp_path / "trois.yaml").write_text(text, encoding="utf-8")
    assert main(["comparer", *files, "--format", "csv"]) == 0
    then, altered = capsys.readouterr().err.replace("\u202f", " ").replace("\u00a0", " ").splitlines()
    assert then.startswith("Trois : Chiffré le 24/11/2026 avec l'édition 2026 : 3 000,00 € la première année")
    assert altered.startswith("Trois : Les tarifs sont pourtant les mêmes")


def test_devis_accepts_a_kept_file_but_not_several_scenarios(capsys, files, tmp_path):
    assert "3\u202f704,05" in run(capsys, "devis", files[1])
    several = tmp_path / "deux.yaml"
    several.write_text("scenarios:\n- categorie: esms\n- categorie: chu\n", encoding="utf-8")
    assert main(["devis", str(several)]) == 2
    assert "ce fichier contient 2 scénarios : il en faut un seul ici." in capsys.readouterr().err


def test_every_problem_of_every_file_is_said_and_nothing_is_written(capsys, tmp_path, files):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("categorie: esm\netablissements: 2\n", encoding="utf-8")
    assert main(["comparer", files[0], str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), "absent.yaml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(" : ")[0] for line in err.splitlines()] == ["a.yaml, ligne 1", "b.yaml, ligne 1", "absent.yaml"]


@pytest.mark.parametrize("count", [1, 9])
def test_two_to_eight_scenarios_are_compared(capsys, files, count):
    assert main(["comparer", *files[:1] * count]) == 2
    assert "il en faut de 2 à 8" in capsys.readouterr().err


def test_what_has_no_price_in_a_year_that_only_the_longest_horizon_reaches_is_told(capsys, monkeypatch, tmp_path):
    data = data_with_2027(tmp_path / "data", adhesion=("montant: 5000.00", "non-chiffre: sur devis"))
    monkeypatch.setattr(comparer, "load_following", lambda edition: load_following(edition, data))
    for horizon in (1, 2):
        text = f"categorie: chu\nlibelle: Sur {horizon} an\nhorizon: {horizon}\n"
        (tmp_path / f"{horizon}.yaml").write_text(text, encoding="utf-8")
    one, two = (str(tmp_path / f"{horizon}.yaml") for horizon in (1, 2))
    left_out = "+ Contribution annuelle, sans prix publié dans l'édition 2027 ; aux tarifs de l'édition 2026"
    assert run(capsys, "comparer", one, two).count(left_out) == 2  # where costs cross is looked for over two years
    assert left_out not in run(capsys, "comparer", one, one)


def test_a_year_that_has_its_own_edition_is_priced_with_it_as_on_the_page(files, capsys, monkeypatch, tmp_path):
    data = data_with_2027(tmp_path / "data")
    monkeypatch.setattr(comparer, "load_following", lambda edition: load_following(edition, data))
    assert main(["comparer", *files, "--format", "json"]) == 0
    alone = json.loads(capsys.readouterr().out)["scenarios"][0]
    assert alone["cumul"][1]["max"] == "224.05"  # 4.05 + 100.00, then the contribution of 2027: 120.00
