"""Turning what was sent into what the model answers; every fault at once."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, StringConstraints

from nes_model.catalogue.category_names import name_category
from nes_model.catalogue.edition import Edition
from nes_model.documents.entry import Entry
from nes_model.documents.validation import parse_model
from nes_model.french import write_count
from nes_model.needs.need import MOST_NEEDS, find_needs
from nes_model.problems import InvalidInputError
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.saved import MOST_SCENARIOS
from nes_model.scenario.scenario import Scenario
from server.api.body import FaultsError

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


def read_scenario(value: Any, edition: Edition) -> CheckedScenario:
    """A scenario that the edition can price.

    Raises:
        FaultsError: in French, each with its path from the root of what was sent.
    """
    return _check(_validate(Scenario, name_category(value, edition)), edition)


def read_wanted(value: Any, edition: Edition) -> Wanted:
    """Needs that the edition knows, and who has them.

    Raises:
        FaultsError: in French, each with its path.
    """
    wanted = _validate(Wanted, name_category(value, edition))
    _check(wanted, edition)
    try:
        find_needs(wanted.needs, edition)
    except InvalidInputError as error:
        raise FaultsError([(("besoins",), problem.message) for problem in error.problems]) from error
    return wanted


def read_scenarios(value: Any, edition: Edition) -> list[CheckedScenario]:
    """Scenarios that the edition can price, two at least.

    Raises:
        FaultsError: in French, with every fault of every scenario.
    """
    listed = value.get("scenarios") if isinstance(value, dict) else None
    if isinstance(listed, list):
        if not 2 <= len(listed) <= MOST_SCENARIOS:
            count = write_count(len(listed), "scénario")
            raise FaultsError([(("scenarios",), f"{count} : il en faut de 2 à {MOST_SCENARIOS}.")])
        value = value | {"scenarios": [name_category(each, edition) for each in listed]}
    checks = [checking.check(each, edition) for each in _validate(SeveralScenarios, value).scenarios]
    found = [
        (("scenarios", index, *path), message)
        for index, (_, findings) in enumerate(checks)
        for path, message in findings
    ]
    if found:
        raise FaultsError(found)
    return [checked for checked, _ in checks if checked]


def _validate(model: type[Model], value: Any) -> Model:
    read, found = parse_model(model, value)
    if read is None:
        raise FaultsError(found)
    return read


def _check(scenario: Scenario, edition: Edition) -> CheckedScenario:
    checked, found = checking.check(scenario, edition)
    if checked is None:
        raise FaultsError(found)
    return checked
