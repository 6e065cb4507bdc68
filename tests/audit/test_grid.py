"""The grid is whole, what proves its lines is there, and the declaration says its rate."""

import re

import pytest

from tests.audit import grid
from tests.audit.grid import Criterion, Grid, read_grid
from tests.serving import ROOT

PROOF = re.compile(r"`((?:tests|ui|server|nes_model)/[\w/.]+|app\.py)(?:::(\w+))?`|`::(\w+)`")


def test_the_themes_are_those_of_the_rgaa():
    assert sum(grid.THEMES) == 106


def test_a_grid_that_lacks_a_criterion_gives_no_rate(tmp_path, monkeypatch):
    lines = grid.DOCUMENT.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "grille.md").write_text("".join(line for line in lines if "| 7.3 |" not in line), encoding="utf-8")
    monkeypatch.setattr(grid, "DOCUMENT", tmp_path / "grille.md")
    with pytest.raises(ValueError, match="106 criteria"):
        read_grid()


def test_the_rate_is_that_of_the_criteria_that_apply():
    states = ["C"] * 2 + ["NC"] + ["NA"] * 5
    assert str(Grid(tuple(Criterion("1.1", "", state, "") for state in states)).rate) == "66.7"  # 2 / 3


def test_every_proof_that_a_line_names_is_in_the_repository():
    named = 0
    for criterion in read_grid().criteria:
        file = ""
        for path, test, same_file_test in PROOF.findall(criterion.proof):
            file = path or file
            content = (ROOT / file).read_text(encoding="utf-8") if (ROOT / file).is_file() else ""
            assert content, f"{criterion.number}: {file}"
            wanted = test or same_file_test
            assert not wanted or f"def {wanted}(" in content, f"{criterion.number}: {wanted}"
            named += 1
    assert named >= 40


def test_the_declaration_says_the_rate_and_the_counts_of_the_grid():
    found = read_grid()
    said = (ROOT / "ui" / "site" / "legal.py").read_text(encoding="utf-8")
    rate = str(found.rate).replace(".", ",")
    met, failed = found.count(grid.MET), found.count(grid.NOT_MET)
    assert f"**{rate} %**" in said
    assert f"{met} sur {met + failed}, {found.count(grid.NOT_APPLICABLE)} autres" in said
    for criterion in found.criteria:
        assert (f"critère {criterion.number})" in said) == (criterion.state == grid.NOT_MET), criterion.number
