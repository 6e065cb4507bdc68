"""What the container copies is all it takes to serve."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT

ASK = """
from pathlib import Path
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("app.py", default_timeout=60).run()
for file in sorted(Path("pages").glob("*.py")):
    page.switch_page(str(file)).run()
    assert not page.exception and not page.error, file
from nes_model.editions.loading import load_edition
from nes_model.pricing.rule import price
from nes_model.reports.pdf.document import write_quote_pdf
from nes_model.scenario.scenario import Scenario
from datetime import date
edition = load_edition()
quote = price(Scenario(category="esms"), edition)
assert write_quote_pdf(quote, edition, link="https://exemple.fr/", on=date(2026, 11, 24)).startswith(b"%PDF")
import app
assert app.app
print("served")
"""


def copied() -> list[tuple[str, str]]:
    lines = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").splitlines()
    return [(line.split()[1], line.split()[2]) for line in lines if line.startswith("COPY ")]


@pytest.fixture
def container(tmp_path: Path) -> Path:
    """A folder with what the container holds, and nothing else."""
    for source, target in copied():
        place = tmp_path / target
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, place / Path(source).name if target == "./" else place)
    return tmp_path


def test_every_page_and_file_is_made_from_what_is_copied(container):
    done = subprocess.run([sys.executable, "-c", ASK], cwd=container, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.stdout.splitlines()[-1:] == ["served"], done.stderr


def test_nothing_is_copied_that_tests_or_measures_alone_need():
    assert {source for source, _ in copied()}.isdisjoint({"tests", "bench", "docs", "requirements-dev.txt"})
