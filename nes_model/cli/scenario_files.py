"""Reading the files that commands are given."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from nes_model.catalogue.edition import Edition
from nes_model.documents import nodes as documents
from nes_model.documents.nodes import MOST_BYTES, Node
from nes_model.french import write_count
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario, parse_only_one, parse_saved


def read_saved(file: str, edition: Edition) -> SavedScenario:
    """A scenario from a YAML or JSON file, or from standard input when the file is "-"; a saved one is priced again.

    Raises:
        InvalidInputError: with every problem, its file and its line.
    """
    return parse_only_one(read_document(file), edition)


def read_several(files: Sequence[str], edition: Edition) -> tuple[SavedScenario, ...]:
    """The scenarios of several files, each holding one or more, in order.

    Raises:
        InvalidInputError: with every problem of every file, or when there are not between two and eight scenarios.
    """
    saved: list[SavedScenario] = []
    problems: list[Problem] = []
    for file in files:
        try:
            saved += parse_saved(read_document(file), edition)
        except InvalidInputError as error:
            problems += error.problems
    if not problems and not 2 <= len(saved) <= MOST_SCENARIOS:
        problems = [Problem(f"{write_count(len(saved), 'scénario')} : il en faut de 2 à {MOST_SCENARIOS}.")]
    if problems:
        raise InvalidInputError(problems)
    return tuple(saved)


def tell(sentences: Iterable[str], name: str = "") -> None:
    """Say on stderr what must be known of a file, or of a scenario by its name; the result is for stdout alone."""
    for sentence in sentences:
        print(f"{name} : {sentence}" if name else sentence, file=sys.stderr)


def read_document(file: str) -> Node:
    """What a file holds, or standard input when the file is "-".

    Raises:
        InvalidInputError: with every problem that keeps it from being read.
    """
    if file == "-":
        return documents.parse(sys.stdin.buffer.read(MOST_BYTES + 1), "entrée standard")
    return documents.read(Path(file))
