"""A document into a scenario that an edition can price, or every problem of it at once."""

from typing import Any, TypeVar

from nes_model.catalogue.category_names import name_category
from nes_model.catalogue.edition import Edition
from nes_model.documents.nodes import Finding, Node
from nes_model.documents.sound_part import keep_sound
from nes_model.documents.validation import parse_model
from nes_model.problems import InvalidInputError
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario

Asked = TypeVar("Asked", bound=Scenario)


def parse_asked(model: type[Asked], document: Node, edition: Edition) -> tuple[Asked, CheckedScenario]:
    """A scenario with what a file adds to it, and the scenario alone.

    Raises:
        InvalidInputError: with every problem and its line, in the order of the file.
    """
    named = name_category(document.plain(), edition)
    asked, found = parse_model(model, named)
    if asked is None:
        raise _refused([*found, *_find_in_the_rest(named, edition)], document)
    words = {name: getattr(asked, name) for name in Scenario.model_fields if name in asked.model_fields_set}
    checked, found = checking.check(Scenario.model_validate(words), edition)
    if checked is None:
        raise _refused(found, document)
    return asked, checked


def _find_in_the_rest(asked: Any, edition: Edition) -> list[Finding]:
    """What the edition does not know among the fields that are well formed, so that all is said at once."""
    words = {word: asked[word] for word in FIELDS_BY_WORD if word in asked} if isinstance(asked, dict) else {}
    default = {"categorie": next(iter(edition.categories))}
    scenario, badly_formed = keep_sound(words, lambda sound: parse_model(Scenario, {**default, **sound}))
    found = checking.list_findings(scenario, edition)
    if "categorie" in words and not any(path == ("categorie",) for path, _ in badly_formed):
        return found
    # What a category may have is not a question without one.
    return [(path, message) for path, message in found if path[0] != "options" or path[1] not in edition.options]


def _refused(found: list[Finding], document: Node) -> InvalidInputError:
    """All that was found, in the order of the file."""
    problems = [document.problem(path, message) for path, message in found]
    return InvalidInputError(sorted(problems, key=lambda problem: problem.line or 0))
