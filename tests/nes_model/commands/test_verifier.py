"""`verifier`: a folder of tariffs, sound or not."""

from nes_model.loading import load_edition
from tests.nes_model.commands.running import run
from tests.nes_model.folders import edition_folder


def test_the_edition_in_force_has_no_problem(capsys):
    done = run(capsys, "verifier")
    assert done.code == 0
    assert done.output.startswith("Édition 2026 : 6 collèges, 8 catégories, ")
    assert done.output.endswith("Aucun problème.\n")
    assert f"{len(load_edition().charges)} tarifs" in done.output


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
