"""Ready-made scenarios: typical organisations, for demonstrations and comparisons."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from pydantic import Field

from nes_model.catalogue.edition import Edition
from nes_model.documents import nodes as documents
from nes_model.documents.entry import Entry, Id, Text
from nes_model.documents.nodes import Finding
from nes_model.documents.validation import validate
from nes_model.editions.folders import DATA
from nes_model.problems import InvalidInputError, suggest
from nes_model.scenario import checking
from nes_model.scenario.saved import MOST_SCENARIOS
from nes_model.scenario.scenario import Scenario

EXAMPLES = DATA / "exemples.yaml"


class Example(Entry):
    """A typical organisation."""

    id: Id
    description: Text
    scenario: Scenario


class ReadyComparison(Entry):
    """Examples that answer a question side by side."""

    label: Text = Field(alias="libelle")
    examples: tuple[Id, ...] = Field(alias="exemples", min_length=2, max_length=MOST_SCENARIOS)
    together: tuple[Id, ...] = Field((), alias="ensemble")  # those of the examples that are added up


class Examples(Entry):
    """Everything that `data/exemples.yaml` holds."""

    examples: tuple[Example, ...] = Field(alias="exemples", min_length=1)
    comparisons: tuple[ReadyComparison, ...] = Field((), alias="comparaisons")

    @cached_property
    def by_id(self) -> dict[str, Example]:
        """Every example by id, in the file's order."""
        return {each.id: each for each in self.examples}

    def check_all(self, edition: Edition) -> dict[str, checking.CheckedScenario]:
        """The scenario of each that an edition can price, by id, in the file's order."""
        checks = {each.id: checking.check(each.scenario, edition)[0] for each in self.examples}
        return {id_: checked for id_, checked in checks.items() if checked}


def load_examples(edition: Edition, data: Path = DATA) -> Examples:
    """Read the examples of a data folder.

    Raises:
        InvalidInputError: with every problem, its file and its line: a word that is not known, an id given twice, a
            scenario that the edition cannot price, a comparison of what is not there.
    """
    document = documents.read(data / EXAMPLES.name)
    examples = validate(Examples, document)
    if found := list(_findings(examples, edition)):
        raise InvalidInputError([document.problem(path, message) for path, message in found])
    return examples


def _findings(examples: Examples, edition: Edition) -> Iterator[Finding]:
    ids = [each.id for each in examples.examples]
    for index, example in enumerate(examples.examples):
        here: tuple[str | int, ...] = ("exemples", index)
        if example.id in ids[:index]:
            yield (*here, "id"), f"« {example.id} » est déjà l'identifiant d'un autre exemple."
        if not example.scenario.label:
            yield (*here, "scenario"), "il manque « libelle » : c'est le nom de l'exemple."
        for path, message in checking.list_findings(example.scenario, edition):
            yield (*here, "scenario", *path), message
    for index, comparison in enumerate(examples.comparisons):
        for word, message in _unknown_examples(comparison, ids):
            yield ("comparaisons", index, word), message


def _unknown_examples(comparison: ReadyComparison, ids: list[str]) -> Iterator[tuple[str, str]]:
    for id_ in comparison.examples:
        if id_ not in ids:
            yield "exemples", f"« {id_} » n'est pas un exemple. {suggest(id_, ids)}"
    for id_ in comparison.together:
        if id_ not in comparison.examples:
            yield "ensemble", f"« {id_} » n'est pas comparé. {suggest(id_, list(comparison.examples))}"
    if len(comparison.together) == 1:
        yield "ensemble", "il en faut deux pour une somme."
