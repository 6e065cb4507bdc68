"""The tariffs as the server holds them: a mistake is logged once; a process that starts on one explains itself."""

import shutil
import subprocess
import sys

from nes_model.editions.served import load_served
from server import tariffs
from tests.editions import data_with_2027
from tests.serving import ROOT


def test_a_mistake_is_logged_once_with_its_file_and_line(tmp_path, monkeypatch, journal):
    data = data_with_2027(tmp_path)
    served = load_served(data)
    path = data / "2027" / "03-adhesion.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("montant: 120.00", "montant: cent"), encoding="utf-8")
    broken = load_served(data, served)
    known = ()
    for now in (served, broken, broken, broken, served):
        monkeypatch.setattr(tariffs, "serve", lambda now=now: now)
        known = tariffs.log_news(known)
    assert [line["level"] for line in journal] == ["ERROR", "INFO"]
    assert journal[0]["error"]["problems"][0].startswith("2027/03-adhesion.yaml, ligne ")


def test_a_process_does_not_start_on_tariffs_that_cannot_be_read_and_says_where_they_are_wrong(tmp_path):
    for name in ("server", "nes_model", "data", "ui", "pages", ".streamlit"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", tmp_path)
    (tmp_path / "data" / "2026" / "03-adhesion.yaml").write_text("prestations: [\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "server", "--port", "0"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 78
    assert "Les tarifs ne peuvent pas être lus" in done.stderr
    assert "2026/03-adhesion.yaml, ligne " in done.stderr
    assert "Traceback" not in done.stderr
    unit = (ROOT / "deploy" / "nes-simulateur@.service").read_text(encoding="utf-8")
    assert "RestartPreventExitStatus=2 78" in unit


def test_the_api_knows_the_edition_in_force_and_those_of_the_next_years_as_the_pages_do(tmp_path, monkeypatch):
    monkeypatch.setattr("nes_model.editions.folders.DATA", data_with_2027(tmp_path))
    assert [each.header.id for each in tariffs.find_editions()] == ["2026", "2027"]
