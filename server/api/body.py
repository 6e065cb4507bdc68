"""What a caller sends: strict JSON, of a bounded size, whose numbers keep the digits that were written."""

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from nes_model.documents.nodes import Location
from nes_model.french import write_count
from nes_model.problems import cite
from nes_model.reports.json_answer import JsonAnswer

MOST_BYTES = 100_000
MOST_FAULTS = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct in what was sent."""

    path: Location
    message: str


class FaultAnswer(JsonAnswer):
    """One thing to correct, and where."""

    chemin: str
    message: str


class FaultsAnswer(JsonAnswer):
    """Everything that is to be corrected."""

    problemes: list[FaultAnswer]


class FaultsError(Exception):
    """A request that cannot be answered, with all its faults at once; the rest of a great many is counted."""

    def __init__(self, faults: list[Fault]):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults[:MOST_FAULTS]
        if (rest := len(faults) - MOST_FAULTS) > 0:
            message = f"et {write_count(rest, 'autre problème')}. Corrigez d'abord ceux-ci."
            self.faults.append(Fault((), message))

    def answer(self) -> FaultsAnswer:
        """What is answered to whoever sent it."""
        faults = [FaultAnswer(chemin=".".join(map(str, each.path)), message=each.message) for each in self.faults]
        return FaultsAnswer(problemes=faults)


async def received(request: Request) -> bytes:
    """The body of a request.

    Raises:
        HTTPException: it is not JSON by its own account, or it is too large.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413)
    return body


def parsed(body: bytes) -> Any:
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
        raise FaultsError([Fault((), "le corps de la requête n'est pas du JSON en UTF-8.")]) from error
    return value


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:  # an exponent that no decimal can hold
        raise FaultsError([Fault((), f"{cite(text)} n'est pas un nombre que l'on puisse lire.")]) from error


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise FaultsError([Fault((name,), f"{cite(name)} est donné deux fois. Gardez-en un.")])
        found[name] = value
    return found
