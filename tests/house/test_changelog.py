"""The changelog: its releases in order, what a user sees apart from what developers use, nothing changed in silence."""

import re
import subprocess

import pytest

from tests.house.changelog import CHANGELOG, ROOT, find_untold, list_changed

TEXT = (ROOT / CHANGELOG).read_text()
VERSION = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)


def test_the_version_of_the_package_is_the_last_release():
    releases = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", TEXT, re.MULTILINE)
    assert VERSION
    assert releases[0] == VERSION[1]


def test_what_is_not_released_stands_first():
    assert re.findall(r"^## (.+)$", TEXT, re.MULTILINE)[0] == "[Unreleased]"


def test_every_change_is_under_a_heading_that_says_for_whom():
    assert set(re.findall(r"^### (.+)$", TEXT, re.MULTILINE)) <= {
        "Added",
        "Changed",
        "Fixed",
        "Removed",
        "For developers",
    }


def test_users_are_told_of_no_developers_target():
    for_users = re.sub(r"(?ms)^### For developers$.*?(?=^##)", "", TEXT)
    assert re.findall(r"`make \w[\w-]*`", for_users) == []


@pytest.mark.parametrize(
    ("changed", "untold"),
    [
        (["data/2026/tarifs.yaml", "README.md"], ["data/2026/tarifs.yaml"]),
        (["nes_model/money/amount.py"], ["nes_model/money/amount.py"]),
        (["nes_model/money/amount.py", CHANGELOG], []),
        (["ui/style.css", "tests/test_money.py"], []),
        ([], []),
    ],
)
def test_a_change_of_the_tariffs_or_the_model_must_be_told(changed, untold):
    assert find_untold(changed) == untold


def test_what_a_branch_changed_is_counted_from_where_it_left(tmp_path):
    def git(*words: str) -> None:
        user = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
        subprocess.run(["git", *user, *words], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607

    git("init", "-b", "main")
    git("commit", "--allow-empty", "-m", "Start")
    git("checkout", "-b", "branch")
    (tmp_path / "données.yaml").touch()
    git("add", ".")
    git("commit", "-m", "Add")
    git("checkout", "main")
    (tmp_path / "elsewhere").touch()
    git("add", ".")
    git("commit", "-m", "Go on")
    git("checkout", "branch")
    assert list_changed("main", tmp_path) == ["données.yaml"]
