"""The command line as a whole: every command has French help and is documented, and nothing ends in a trace."""

import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from nes_model.cli.main import COMMANDS, _parser
from tests.nes_model.cli.running import run

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, ArgumentParser]:
    (words,) = [action for action in _parser()._actions if action.choices and not action.option_strings]
    return dict(words.choices)


def shell(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-m", "nes_model", *words]
    return subprocess.run(line, cwd=ROOT, input=given, capture_output=True, check=False)  # noqa: S603


def test_every_module_adds_a_command():
    assert len(commands()) >= len(COMMANDS)


@pytest.mark.parametrize("name", commands())
def test_a_command_has_french_help(capsys, name):
    done = run(capsys, name, "--aide")
    assert (done.code, done.errors) == (0, "")
    assert done.output.startswith(f"Écrivez : python -m nes_model {name} ")
    assert "montre cette aide" in done.output
    assert not [word for word in ("usage:", "positional", "show this", "optional", "options:") if word in done.output]
    assert commands()[name].description.endswith(".")
    assert name in run(capsys, "--aide").output


@pytest.mark.parametrize("name", commands())
def test_a_command_is_documented(name):
    assert f"python -m nes_model {name}" in README


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("", ""),
        ("zut", ""),
        ("devis", " devis"),
        ("devis a --format xml", " devis"),
        ("devis a --zut", ""),
        ("devis a b", ""),
    ],
)
def test_words_that_are_not_understood_are_refused_in_french(capsys, words, of):
    found = run(capsys, *words.split()).problems
    assert found[0].startswith("Commande mal écrite. Écrivez : python -m nes_model")
    assert found[-1] == f"Le détail : python -m nes_model{of} --aide"


@pytest.mark.parametrize(
    ("scenario", "first_year", "following_years", "capital"),
    [
        # 4.05 + 100 + 3 × 100 × 12
        ("categorie: esms\netablissements: 3", "3704.05", "3700.00", "4.05"),
        # 16.85 + 5000 + 5 × 600 × 12
        ("categorie: chu\netablissements: 5", "41016.85", "41000.00", "16.85"),
        # 21.43 + 100 + 8 × 10 × 12
        ("categorie: ville\nutilisateurs: 8\nstructures: 1", "1081.43", "1060.00", "21.43"),
    ],
)
def test_from_the_shell_a_scenario_is_priced(scenario, first_year, following_years, capital):
    done = shell("devis", "-", "--format", "json", given=f"{scenario}\noptions: {{pack-complementaire: {{}}}}".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert found["premiere_annee"] == {"min": first_year, "max": first_year}
    assert found["annees_suivantes"] == {"min": following_years, "max": following_years}
    assert found["capital_restituable"] == capital


def test_from_the_shell_a_bad_scenario_ends_with_2_and_prints_nothing():
    done = shell("devis", "-", given="categorie: été\nhorizon: 0".encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "entrée standard, ligne 1 : categorie : « été » n'est pas un identifiant. "
        "Écrivez des minuscules sans accent, des chiffres et des traits d'union.",
        "entrée standard, ligne 2 : horizon : « 0 » est trop petit : au moins 1.",
    ]
