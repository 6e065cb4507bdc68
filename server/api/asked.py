"""Turning what was sent into what the model answers; every fault at once."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from nes_model import checking
from nes_model.documents import Path_
from nes_model.edition import Edition
from nes_model.french_errors import sentence
from nes_model.scenario import Scenario
from server.api.body import Fault, FaultsError

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], value: Any, at: Path_ = ()) -> Model:
    """A value as a model.

    Raises:
        FaultsError: in French, each with its path from the root of what was sent.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = [Fault((*at, *each["loc"]), sentence(each, model)) for each in error.errors(include_url=False)]
        raise FaultsError(faults) from error


def scenario(value: Any, edition: Edition, at: Path_ = ()) -> Scenario:
    """A scenario that the edition can price.

    Raises:
        FaultsError: in French, each with its path from the root of what was sent.
    """
    read = validated(Scenario, value, at)
    if found := checking.findings(read, edition):
        raise FaultsError([Fault((*at, *path), message) for path, message in found])
    return read
