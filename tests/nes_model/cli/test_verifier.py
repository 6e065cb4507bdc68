"""`verifier`: a folder of tariffs, sound or not."""

import shutil
from datetime import date

import pytest

from nes_model.cli.main import main
from nes_model.editions.loading import load_edition
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.cli.running import run
from tests.nes_model.folders import edition_folder


def test_an_amount_whose_last_day_is_past_is_refused_at_its_line_and_shown_until_then(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    packs = data / "2026" / "04-packs.yaml"
    text, amount = packs.read_text(encoding="utf-8"), "montant: 600.00, par"
    packs.write_text(text.replace(amount, "montant: 600.00, valable-jusqu-au: 2026-12-31, par"), encoding="utf-8")
    line = 1 + text[: text.index(amount)].count("\n")
    assert run(capsys, "verifier", data, "--au", "2026-12-31").code == 0
    (problem,) = run(capsys, "verifier", data, "--au", "2027-01-01").problems
    assert problem.startswith(f"2026/04-packs.yaml, ligne {line} : le montant « pack-chu » valait jusqu'au 31/12/2026")
    chu = Scenario.model_validate({"categorie": "chu", "options": {"pack-complementaire": {}}})
    (line_of_pack,) = [each for each in price(chu, load_edition(data / "2026")).lines if each.id == "pack-chu"]
    assert "(valable jusqu'au 31/12/2026)" in line_of_pack.explanation


def test_the_edition_in_force_has_no_problem(capsys):
    done = run(capsys, "verifier")
    assert done.code == 0
    assert done.output.startswith("Édition 2026 : 6 collèges, 8 catégories, ")
    assert done.output.endswith("Aucun problème.\n")
    assert f"{len(load_edition().charges)} tarifs" in done.output


def test_a_new_edition_is_checked_with_the_others_and_what_it_changes_is_said(capsys, tmp_path):
    done = run(capsys, "verifier", data_with_2027(tmp_path))
    said = done.output.replace("\u202f", " ").replace("\u00a0", " ")
    assert "De 2026 à 2027 :" in said
    assert "(contribution-esms) : 100,00 € par adhérent et par an (EHPAD, SSIAD, MAS…) → 120,00 € par" in said
    assert "EHPAD, un site : +20,00 € la première année, +20,00 € chaque année suivante." in said
    assert "CHU, cinq établissements" not in said


def test_a_new_edition_that_still_names_last_years_assembly_is_told_at_its_line(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    assert "À corriger" not in run(capsys, "verifier", data).output
    (header,), (old,) = (data / "2027").glob("*-edition.yaml"), (data / "2026").glob("*-edition.yaml")
    header.write_text(old.read_text(encoding="utf-8").replace('"2026"', '"2027"'), encoding="utf-8")
    line = 1 + header.read_text(encoding="utf-8").split("en-vigueur:")[0].count("\n")
    done = run(capsys, "verifier", data)
    assert done.code == 0
    assert f"À corriger avant de publier : 2027/{header.name}, ligne {line} : « en-vigueur » dit encore" in done.output
    assert done.output.endswith("Il reste 1 point à corriger.\n")
    assert "Aucun problème" not in done.output


def test_an_edition_that_names_the_assembly_of_two_years_ago_is_told(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    shutil.copytree(data / "2026", data / "2028")
    header = data / "2028" / "01-edition.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace('"2026"', '"2028"'), encoding="utf-8")
    said = run(capsys, "verifier", data).output
    assert "2028/01-edition.yaml, ligne 8 : « en-vigueur » dit encore ce que disait l'édition 2026." in said
    assert said.endswith("Il reste 1 point à corriger.\n")


def test_an_edition_that_no_longer_publishes_a_price_is_not_said_to_be_cheaper(capsys, tmp_path):
    data = data_with_2027(tmp_path, adhesion=("montant: 5000.00", "non-chiffre: tarif non publié"))
    said = run(capsys, "verifier", data).output.replace("\u202f", " ").replace("\u00a0", " ")
    # The CHU no longer counts its contribution of 5 000.00, in the first year and in each following one.
    gone = "\u22125 000,00 € la première année, \u22125 000,00 € chaque année suivante (1 montant non chiffré de plus)."
    assert f"CHU, cinq établissements : {gone}" in said


def test_every_problem_of_every_edition_is_said_at_once(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    header = data / "2027" / "01-edition.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace('"2027"', '"2028"'), encoding="utf-8")
    examples = data / "exemples.yaml"
    examples.write_text(examples.read_text(encoding="utf-8").replace("{dpm: {}}", "{dmp: {}}"), encoding="utf-8")
    (data / "2026" / "99-de-trop.yaml").write_text("groupe: x\n", encoding="utf-8")
    problems = run(capsys, "verifier", data).problems
    assert any("99-de-trop.yaml, ligne 1" in problem for problem in problems)
    assert any("l'édition « 2028 » n'est pas dans un dossier de ce nom" in problem for problem in problems)


def test_an_example_that_the_tariffs_in_force_cannot_price_stops_the_release(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    examples = data / "exemples.yaml"
    examples.write_text(
        examples.read_text(encoding="utf-8").replace("dpm: {}, prise", "dmp: {}, prise"), encoding="utf-8"
    )
    (problem,) = run(capsys, "verifier", data).problems
    assert problem.startswith("exemples.yaml, ligne ")
    assert "Vouliez-vous dire « dpm » ?" in problem


def test_tariffs_that_have_run_out_stop_the_release(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    header = data / "2026" / "01-edition.yaml"
    text = header.read_text(encoding="utf-8").replace('  id: "2026"', '  id: "2026"\n  valable-jusqu-au: 2026-12-31')
    header.write_text(text, encoding="utf-8")
    assert "Valable jusqu'au 31/12/2026." in run(capsys, "verifier", data, "--au", "2026-12-31").output
    (problem,) = run(capsys, "verifier", data, "--au", "2027-01-01").problems
    assert problem.startswith("2026/01-edition.yaml, ligne 6 : les tarifs en vigueur valaient jusqu'au 31/12/2026")


def test_without_a_day_the_command_judges_the_tariffs_on_the_day_it_is_run(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    header = data / "2026" / "01-edition.yaml"
    text = header.read_text(encoding="utf-8").replace('  id: "2026"', '  id: "2026"\n  valable-jusqu-au: 2026-12-31')
    header.write_text(text, encoding="utf-8")
    assert main(["verifier", str(data)], today=date(2026, 12, 31)) == 0
    assert main(["verifier", str(data)], today=date(2027, 1, 1)) == 2
    assert "les tarifs en vigueur valaient jusqu'au 31/12/2026" in capsys.readouterr().err


def test_a_copy_that_kept_the_name_of_the_edition_copied_is_said_at_its_line(capsys, tmp_path):
    data = data_with_2027(tmp_path)
    header = data / "2027" / "01-edition.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace('"2027"', '"2026"'), encoding="utf-8")
    (problem,) = run(capsys, "verifier", data).problems
    assert problem.startswith("2027/01-edition.yaml, ligne 5 : l'édition « 2026 » n'est pas dans un dossier de ce nom.")


def test_another_folder_can_be_checked(capsys, tmp_path):
    done = run(capsys, "verifier", edition_folder(tmp_path))
    assert "Édition 2030 : 1 collèges, 1 catégories, 1 prestations, 1 tarifs" in done.output.replace(
        "collège,", "collèges,"
    )


def test_every_problem_is_said_with_its_file_and_line(capsys, tmp_path):
    charge = "{id: capital, libelle: T, pour: [x], montant: 1.00, par: jour, rythme: annuel}"
    offer = f"- id: o\n  libelle: O\n  groupe: h\n  souscription: facultative\n  source: s\n  tarifs:\n  - {charge}"
    folder = edition_folder(tmp_path, autre=f"prestations:\n{offer}\n")
    found = run(capsys, "verifier", folder).problems
    assert sorted(problem.partition(" :")[0] for problem in found) == [
        "02-prestations.yaml, ligne 8",
        "autre.yaml, ligne 4",
        "autre.yaml, ligne 8",
    ]


def test_a_folder_that_does_not_exist_is_said(capsys, tmp_path):
    (problem,) = run(capsys, "verifier", tmp_path / "2099").problems
    assert problem.endswith("2099 : ce dossier n'existe pas.")


@pytest.mark.parametrize("said", ["", "        mention: montant nul, à justifier\n"])
def test_an_amount_that_is_nil_without_a_reason_is_told_at_its_line(said, capsys, tmp_path):
    esms = "pour: [esms]\n        montant: 120.00\n"
    data = data_with_2027(tmp_path, adhesion=(esms, esms.replace("120.00", "0.00") + said))
    path = data / "2027" / "03-adhesion.yaml"
    line = 1 + path.read_text(encoding="utf-8").split(esms.replace("120.00", "0.00"))[0].count("\n") + 1
    done = run(capsys, "verifier", data)
    told = f"2027/03-adhesion.yaml, ligne {line} : le montant « contribution-esms » est nul, et « mention » ne dit pas"
    assert f"À corriger avant de publier : {told}" in done.output
    assert done.output.endswith("Il reste 1 point à corriger.\n")


@pytest.mark.parametrize(("day", "count"), [("2026-12-31", 1), ("2025-12-31", 1), ("2027-12-31", 0)])
def test_a_last_day_that_is_still_the_earlier_editions_is_told(day, count, capsys, tmp_path):
    data = data_with_2027(tmp_path)
    for year, until in (("2026", "2026-12-31"), ("2027", day)):
        header = data / year / "01-edition.yaml"
        text = header.read_text(encoding="utf-8")
        header.write_text(text.replace("taux-tva", f"valable-jusqu-au: {until}\n  taux-tva"), encoding="utf-8")
    output = run(capsys, "verifier", data, "--au", "2026-11-30").output
    said = "« valable-jusqu-au » ne va pas plus loin que celui de l'édition 2026."
    assert output.count(said) == count


def test_a_last_day_copied_with_last_years_amount_is_told_at_its_line(capsys, tmp_path):
    amount = "montant: 600.00, par"
    data = data_with_2027(tmp_path, packs=(amount, amount.replace(", par", ", valable-jusqu-au: 2026-12-31, par")))
    line = 1 + (data / "2026" / "04-packs.yaml").read_text(encoding="utf-8").split(amount)[0].count("\n")
    told = f"2027/04-packs.yaml, ligne {line} : le montant « pack-chu » ne vaut que jusqu'au 31/12/2026, avant 2027."
    assert f"À corriger avant de publier : {told}" in run(capsys, "verifier", data, "--au", "2026-11-30").output


@pytest.mark.parametrize("name", ["03-adhesion.yml", "03-adhesion.yaml.txt", "03-adhesion.YAML", "03-adhesion.yml.txt"])
def test_a_file_saved_under_nearly_the_right_name_is_told_as_it_is_not_read(name, capsys, tmp_path):
    data = data_with_2027(tmp_path)
    (data / "2027" / name).write_text("prestations: []\n", encoding="utf-8")
    (data / "2027" / "03-adhesion.yaml.nouveau").write_text("prestations: []\n", encoding="utf-8")
    said = f"À corriger avant de publier : 2027/{name} : ce fichier n'est pas lu. Renommez-le « 03-adhesion.yaml »"
    done = run(capsys, "verifier", data)
    assert done.output.count("n'est pas lu") == 1
    assert said in done.output
    assert said in run(capsys, "verifier", data / "2027").output


def test_one_folder_is_judged_as_all_of_them_are(capsys, tmp_path):
    esms = "pour: [esms]\n        montant: 120.00\n"
    data = data_with_2027(tmp_path, adhesion=(esms, esms.replace("120.00", "0.00")))
    done = run(capsys, "verifier", data / "2027")
    assert "« contribution-esms » est nul" in done.output
    assert done.output.endswith("Il reste 1 point à corriger.\n")
