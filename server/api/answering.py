"""What an operation answers to a body, under the tariffs that the pages are served with."""

import json
from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.problems import InvalidInputError
from server.api.body import FaultsError, parse_json
from server.api.description import describe_api
from server.api.operations import OPERATIONS

_BY_PATH = {each.path: each for each in OPERATIONS}


def answer(path: str, body: bytes | None, edition: Edition, *later: Edition) -> tuple[int, bytes]:
    """The status and the JSON of an operation's answer; every fault at once when the body cannot be used.

    Args:
        path: of the operation.
        body: what was sent; None when it takes nothing.
        edition: the one in force.
        later: the editions of the next years, in order.
    """
    try:
        sent = None if body is None else parse_json(body)
    except FaultsError as error:
        return 400, _write(error.answer().dump())
    try:
        return 200, _write(_BY_PATH[path].answer(sent, edition, later).dump())
    except FaultsError as error:
        return 422, _write(error.answer().dump())
    except InvalidInputError as error:
        return 422, _write(FaultsError([((), each.message) for each in error.problems]).answer().dump())


def describe(edition: Edition) -> tuple[int, bytes]:
    """The description of the API, under the edition in force."""
    return 200, _write(describe_api(edition))


def _write(words: dict[str, Any]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
