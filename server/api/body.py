"""What a caller sends: strict JSON, whose numbers keep the digits that were written."""

import json
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from nes_model.documents.nodes import Finding
from nes_model.french import write_count
from nes_model.problems import cite
from nes_model.reports.json_answer import JsonAnswer

MOST_FAULTS = 50


class FaultAnswer(JsonAnswer):
    """One thing to correct, and where."""

    chemin: str
    message: str


class FaultsAnswer(JsonAnswer):
    """Everything that is to be corrected."""

    problemes: list[FaultAnswer]


class FaultsError(Exception):
    """A request that cannot be answered, with all that is wrong in it at once; the rest of a great many is counted."""

    def __init__(self, found: Sequence[Finding]):
        super().__init__(f"{len(found)} faults")
        self._found = list(found[:MOST_FAULTS])
        if (rest := len(found) - MOST_FAULTS) > 0:
            self._found.append(((), f"et {write_count(rest, 'autre problème')}. Corrigez d'abord ceux-ci."))

    def answer(self) -> FaultsAnswer:
        """What is answered to whoever sent it."""
        faults = [FaultAnswer(chemin=".".join(map(str, path)), message=message) for path, message in self._found]
        return FaultsAnswer(problemes=faults)


async def receive_json(request: Request) -> bytes:
    """The body of a request, whose size `server/limits.py` bounds.

    Raises:
        HTTPException: 415, it is not JSON by its own account.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415)
    return await request.body()


def parse_json(body: bytes) -> Any:
    """The value of a JSON text.

    Raises:
        FaultsError: in French, when it is not JSON, gives a name twice, or holds what no text can.
    """
    try:
        value = json.loads(
            body.decode("utf-8"), parse_float=_decimal, parse_constant=_no_constant, object_pairs_hook=_each_name_once
        )
        json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")  # half a character cannot be answered
    except (ValueError, RecursionError) as error:
        raise FaultsError([((), "le corps de la requête n'est pas du JSON en UTF-8.")]) from error
    return value


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:  # an exponent that no decimal can hold
        raise FaultsError([((), f"{cite(text)} n'est pas un nombre que l'on puisse lire.")]) from error


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise FaultsError([((name,), f"{cite(name)} est donné deux fois. Gardez-en un.")])
        found[name] = value
    return found
