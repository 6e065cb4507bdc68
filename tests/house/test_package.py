"""What `pip install .` gives: the model, typed, with its tariffs, and the command `nes`."""

import os
import subprocess
import sys
import zipfile

import pytest

from tests.house.changelog import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, unpacked far from the checkout."""
    built, unpacked = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("unpacked")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(built)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own command
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(unpacked)
    return unpacked


def run(installed, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, *words], cwd=installed, env=environment, capture_output=True, text=True, check=False
    )


def test_the_model_prices_away_from_the_checkout(installed):
    scenario = installed / "scenario.yaml"
    scenario.write_text("categorie: esms\netablissements: 3\noptions:\n  pack-complementaire: {}\n")
    done = run(installed, "-m", "nes_model", "devis", str(scenario))
    assert done.returncode == 0, done.stderr
    assert "3 704,05 €" in done.stdout.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_the_tariffs_that_it_holds_are_those_of_the_checkout(installed):
    kept = {path.relative_to(ROOT / "data"): path.read_bytes() for path in (ROOT / "data").rglob("*") if path.is_file()}
    packed = {
        path.relative_to(installed / "nes_model/data"): path.read_bytes()
        for path in installed.glob("nes_model/data/**/*")
        if path.is_file()
    }
    assert packed == kept


def test_it_says_that_it_is_typed(installed):
    assert (installed / "nes_model" / "py.typed").exists()


def test_the_command_is_called_nes(installed):
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "nes = nes_model.__main__:run" in entry_points.read_text()
    called = "import sys; sys.argv = ['/usr/bin/nes', '--aide']; from nes_model.__main__ import run; run()"
    assert run(installed, "-c", called).stdout.startswith("Écrivez : nes [")


def test_the_pages_and_the_server_stay_out(installed):
    assert sorted(path.name for path in installed.iterdir() if path.is_dir() and "dist-info" not in path.name) == [
        "nes_model"
    ]
