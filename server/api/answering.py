"""What an operation answers to a body, under the tariffs that the pages are served with."""

import json
from collections.abc import Sequence
from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.problems import InvalidInputError
from server.api.body import Fault, FaultsError, parsed
from server.api.description import openapi
from server.api.operations import OPERATIONS

_BY_PATH = {each.path: each for each in OPERATIONS}


def answer(path: str, body: bytes | None, editions: Sequence[Edition]) -> tuple[int, bytes]:
    """The status and the JSON of an operation's answer; every fault at once when the body cannot be used.

    Args:
        path: of the operation.
        body: what was sent; None when it takes nothing.
        editions: the one in force, then those of the years that follow.
    """
    status, words = _answered(path, body, editions)
    return status, _as_json(words)


def describe(edition: Edition) -> tuple[int, bytes]:
    """The description of the API, under the edition in force."""
    return 200, _as_json(openapi(edition))


def _answered(path: str, body: bytes | None, editions: Sequence[Edition]) -> tuple[int, dict[str, Any]]:
    edition, *later = editions
    try:
        sent = None if body is None else parsed(body)
    except FaultsError as error:
        return 400, error.answer().dump()
    try:
        return 200, _BY_PATH[path].answer(sent, edition, later).dump()
    except FaultsError as error:
        return 422, error.answer().dump()
    except InvalidInputError as error:
        faults = FaultsError([Fault((), problem.message) for problem in error.problems])
        return 422, faults.answer().dump()


def _as_json(words: dict[str, Any]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
