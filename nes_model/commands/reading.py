"""Reading the files that commands are given."""

import sys
from pathlib import Path

from nes_model import checking, documents
from nes_model.documents import MOST_BYTES, Node
from nes_model.edition import Edition
from nes_model.french_errors import validated
from nes_model.problems import InvalidInputError
from nes_model.scenario import Scenario


def read_scenario(file: str, edition: Edition) -> Scenario:
    """A scenario from a YAML or JSON file, or from standard input when the file is "-".

    Raises:
        InvalidInputError: with every problem, its file and its line.
    """
    document = _document(file)
    scenario = validated(Scenario, document)
    if found := checking.findings(scenario, edition):
        raise InvalidInputError([document.problem(path, message) for path, message in found])
    return scenario


def _document(file: str) -> Node:
    if file == "-":
        return documents.parse(sys.stdin.buffer.read(MOST_BYTES + 1), "entrée standard")
    return documents.read(Path(file))
