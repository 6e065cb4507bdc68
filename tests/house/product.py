"""The modules that are the product, and what is written in them, as the tests of the house read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    [
        ROOT / "app.py",
        *(path for name in ("nes_model", "pages", "server", "ui") for path in (ROOT / name).rglob("*.py")),
    ]
)


def name_module(path: Path) -> str:
    """A module's path in the checkout."""
    return path.relative_to(ROOT).as_posix()


def walk(path: Path) -> Iterator[ast.AST]:
    """Everything that is written in a module."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))
