"""A name means one thing, wherever it is read."""

import ast
from collections import defaultdict

from tests.house.product import MODULES, name_module, walk


def test_no_two_classes_have_one_name():
    """With an underscore or without: whoever reads « Row » knows of which table."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for node in walk(path):
            if isinstance(node, ast.ClassDef):
                places[node.name.lstrip("_")].append(name_module(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
