"""A document into a scenario that an edition can price, or every problem of it at once."""

from typing import Any, TypeVar

from pydantic import ValidationError

from nes_model.catalogue.category_names import name_category
from nes_model.catalogue.edition import Edition
from nes_model.documents import nodes as documents
from nes_model.documents.nodes import Node
from nes_model.documents.validation import list_problems
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario

Asked = TypeVar("Asked", bound=Scenario)


def read_asked(model: type[Asked], document: Node, edition: Edition) -> tuple[Asked, CheckedScenario]:
    """A scenario with what a file adds to it, and the scenario alone.

    Raises:
        InvalidInputError: with every problem and its line, in the order of the file.
    """
    try:
        asked = model.model_validate(name_category(document.plain(), edition))
    except ValidationError as error:
        problems = list_problems(error, model, document) + _problems_of_the_rest(document, error, edition)
        raise InvalidInputError(_in_order(problems)) from error
    words = {name: getattr(asked, name) for name in Scenario.model_fields if name in asked.model_fields_set}
    checked, found = checking.check(Scenario.model_validate(words), edition)
    if checked is None:
        raise InvalidInputError(_in_order([document.problem(path, message) for path, message in found]))
    return asked, checked


def _problems_of_the_rest(document: Node, error: ValidationError, edition: Edition) -> list[Problem]:
    """What the edition does not know among the fields that are well formed, so that all is said at once."""
    broken = [each["loc"] for each in error.errors(include_url=False, include_input=False)]
    sound = _without(name_category(document.plain(), edition), broken)
    rest = {word: value for word, value in sound.items() if word in FIELDS_BY_WORD}
    if not rest:
        return []
    asked = {"categorie": next(iter(edition.categories))} | rest
    found = checking.findings(Scenario.model_validate(asked), edition)
    if "categorie" not in rest:  # what a category may have is not a question without one
        found = [(path, message) for path, message in found if path[0] != "options" or path[1] not in edition.options]
    return [document.problem(path, message) for path, message in found]


def _without(asked: Any, broken: list[documents.Location]) -> dict[str, Any]:
    """The fields, or the entries of their lists, that nothing is wrong with."""
    if not isinstance(asked, dict):
        return {}
    for path in broken:
        inside = asked.get(str(path[0]))
        if isinstance(inside, dict) and len(path) > 1:
            inside.pop(str(path[1]), None)
        else:
            asked.pop(str(path[0]), None)
    return asked


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.line or 0)
