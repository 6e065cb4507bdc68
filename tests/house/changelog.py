"""Refuse a change of tariffs or model that the changelog does not tell: `python -m tests.house.changelog BASE`."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHANGELOG = "CHANGELOG.md"
_TOLD = ("data/", "nes_model/")  # what moves a figure, a file or a command


def find_untold(changed: Iterable[str]) -> list[str]:
    """Of the files changed, those that the changelog should have told; none if it was touched."""
    names = list(changed)
    return [] if CHANGELOG in names else [name for name in names if name.startswith(_TOLD)]


def list_changed(base: str, root: Path = ROOT) -> list[str]:
    """The files that differ from where the branch left `base`."""
    git = ["git", "-c", "core.quotepath=off", "diff", "--name-only", f"{base}...HEAD"]
    return subprocess.run(git, cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()  # noqa: S603


if __name__ == "__main__":
    untold = find_untold(list_changed(sys.argv[1]))
    if untold:
        sys.exit("\n".join([f"{CHANGELOG} says nothing of these:", *(f"- {name}" for name in untold)]))
