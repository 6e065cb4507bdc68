"""What an operation answers to a body, under the tariffs that the pages are served with."""

import json
from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.problems import InvalidInputError
from server.api.body import Fault, FaultsError, parsed
from server.api.description import openapi
from server.api.operations import OPERATIONS

_BY_PATH = {each.path: each for each in OPERATIONS}


def answer(path: str, body: bytes | None, edition: Edition) -> tuple[int, bytes]:
    """The status and the JSON of an operation's answer; every fault at once when the body cannot be used.

    Args:
        path: of the operation.
        body: what was sent; None when it takes nothing.
        edition: the one in force.
    """
    status, words = _answered(path, body, edition)
    return status, _as_json(words)


def describe(edition: Edition) -> tuple[int, bytes]:
    """The description of the API, under the edition in force."""
    return 200, _as_json(openapi(edition))


def _answered(path: str, body: bytes | None, edition: Edition) -> tuple[int, dict[str, Any]]:
    try:
        sent = None if body is None else parsed(body)
    except FaultsError as error:
        return 400, _problems(error)
    try:
        return 200, _BY_PATH[path].answer(sent, edition)
    except FaultsError as error:
        return 422, _problems(error)
    except InvalidInputError as error:
        return 422, _problems(FaultsError([Fault((), problem.message) for problem in error.problems]))


def _problems(error: FaultsError) -> dict[str, Any]:
    return {"problemes": [fault.as_json() for fault in error.faults]}


def _as_json(words: dict[str, Any]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
