"""Ready-made scenarios: typical organisations, for demonstrations and comparisons."""

from pathlib import Path

from pydantic import Field

from nes_model import checking, documents
from nes_model.documents import Node
from nes_model.edition import Edition
from nes_model.entry import Entry, Id, Text
from nes_model.french_errors import validated
from nes_model.loading import DATA
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario import Scenario

EXAMPLES = DATA / "exemples.yaml"


class Example(Entry):
    """A typical organisation."""

    id: Id
    description: Text
    scenario: Scenario


class _File(Entry):
    examples: tuple[Example, ...] = Field(alias="exemples", min_length=1)


def load_examples(edition: Edition, path: Path = EXAMPLES) -> dict[str, Example]:
    """The examples by id, in their order.

    Raises:
        InvalidInputError: with every problem, its file and its line: a word that is not known, an id given twice, a
            scenario that the edition cannot price.
    """
    document = documents.read(path)
    examples = validated(_File, document).examples
    problems = [problem for place, each in enumerate(examples) for problem in _problems(place, each, document, edition)]
    ids = [each.id for each in examples]
    problems += [
        document.problem(("exemples", place, "id"), f"« {id_} » est déjà l'identifiant d'un autre exemple.")
        for place, id_ in enumerate(ids)
        if id_ in ids[:place]
    ]
    if problems:
        raise InvalidInputError(problems)
    return {each.id: each for each in examples}


def _problems(place: int, example: Example, document: Node, edition: Edition) -> list[Problem]:
    here = ("exemples", place, "scenario")
    if not example.scenario.label:
        return [document.problem(here, "il manque « libelle » : c'est le nom de l'exemple.")]
    return [document.problem((*here, *path), said) for path, said in checking.findings(example.scenario, edition)]
