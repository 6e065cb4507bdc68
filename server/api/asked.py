"""Turning what was sent into what the model answers; every fault at once."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from nes_model.catalogue.category_names import name_category
from nes_model.catalogue.edition import Edition
from nes_model.documents.entry import Entry
from nes_model.documents.validation import list_errors, write_sentence
from nes_model.french import write_count
from nes_model.needs.need import MOST_NEEDS, find_needs
from nes_model.problems import InvalidInputError
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.saved import MOST_SCENARIOS
from nes_model.scenario.scenario import Scenario
from server.api.body import Fault, FaultsError

Model = TypeVar("Model", bound=BaseModel)


class SeveralScenarios(Entry):
    """Scenarios to compare: each of the others to the first."""

    scenarios: tuple[Scenario, ...] = Field(min_length=2, max_length=MOST_SCENARIOS)


class Wanted(Scenario):
    """Who asks, as in a scenario, and what they want."""

    needs: tuple[Annotated[str, StringConstraints(max_length=120)], ...] = Field(
        alias="besoins",
        min_length=1,
        max_length=MOST_NEEDS,
        description="Un service, « service:niveau » ou une fonction, comme dans la commande « besoins ».",
    )


def validated(model: type[Model], value: Any) -> Model:
    """A value as a model.

    Raises:
        FaultsError: in French, each with its path from the root of what was sent.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = [Fault(each["loc"], write_sentence(each, model)) for each in list_errors(error)]
        raise FaultsError(faults) from error


def scenario(value: Any, edition: Edition) -> CheckedScenario:
    """A scenario that the edition can price.

    Raises:
        FaultsError: in French, each with its path from the root of what was sent.
    """
    return _known_to(edition, validated(Scenario, name_category(value, edition)))


def wanted(value: Any, edition: Edition) -> Wanted:
    """Needs that the edition knows, and who has them.

    Raises:
        FaultsError: in French, each with its path.
    """
    read = validated(Wanted, name_category(value, edition))
    _known_to(edition, read)
    try:
        find_needs(read.needs, edition)
    except InvalidInputError as error:
        raise FaultsError([Fault(("besoins",), problem.message) for problem in error.problems]) from error
    return read


def _known_to(edition: Edition, asked: Scenario) -> CheckedScenario:
    checked, found = checking.check(asked, edition)
    if checked is None:
        raise FaultsError([Fault(path, message) for path, message in found])
    return checked


def scenarios(value: Any, edition: Edition) -> list[CheckedScenario]:
    """Scenarios that the edition can price, two at least.

    Raises:
        FaultsError: in French, with every fault of every scenario.
    """
    listed = value.get("scenarios") if isinstance(value, dict) else None
    if isinstance(listed, list) and not 2 <= len(listed) <= MOST_SCENARIOS:
        count = write_count(len(listed), "scénario")
        raise FaultsError([Fault(("scenarios",), f"{count} : il en faut de 2 à {MOST_SCENARIOS}.")])
    if isinstance(listed, list):
        value = value | {"scenarios": [name_category(each, edition) for each in listed]}
    read = validated(SeveralScenarios, value).scenarios
    checks = [checking.check(each, edition) for each in read]
    faults = [
        Fault(("scenarios", place, *path), message)
        for place, (_, found) in enumerate(checks)
        for path, message in found
    ]
    if faults:
        raise FaultsError(faults)
    return [checked for checked, _ in checks if checked]
