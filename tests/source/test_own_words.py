"""The data and the pages say things in words of our own: no eight words in a row of the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.source.scan import repeated

ROOT = Path(__file__).parents[2]
DATA = sorted([*(ROOT / "data").rglob("*.yaml"), *(ROOT / "data").rglob("*.md")])
CODE = sorted(path for folder in ("ui", "pages", "nes_model", "server") for path in (ROOT / folder).rglob("*.py"))
NAMES = {"libelle", "source", "adresse", "document", "courriel"}  # titles and addresses are the catalogue's
ENUMERATION = re.compile(r"cité\w* : .*")  # « Usages cités : … » lists names


def texts(node: object) -> Iterator[str]:
    """Every sentence of a file, without its titles and the names that it lists."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in NAMES:
                yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str):
        yield ENUMERATION.sub("", node)


def sentences(path: Path) -> list[str]:
    written = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        return list(texts(yaml.load(written, yaml.BaseLoader)))  # noqa: S506 - BaseLoader gives text only
    if path.suffix == ".py":
        nodes = ast.walk(ast.parse(written))
        return [each.value for each in nodes if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return written.split("\n\n")


@pytest.mark.parametrize("path", [*DATA, *CODE], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_repeats_eight_words_of_the_catalogue(path):
    assert [run for sentence in sentences(path) for run in repeated(sentence)] == []
