"""Nothing of the product is longer than one reads at once."""

import ast

import pytest

from tests.house.product import MODULES, name_module, walk

MOST_LINES_OF_A_FILE = 200
MOST_LINES_OF_A_FUNCTION = 30


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_no_module_has_more_than_two_hundred_lines(path):
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= MOST_LINES_OF_A_FILE


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_no_function_has_more_than_thirty_lines(path):
    functions = [node for node in walk(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = [(node.name, (node.end_lineno or 0) - node.lineno + 1) for node in functions]
    assert [each for each in lengths if each[1] > MOST_LINES_OF_A_FUNCTION] == []
