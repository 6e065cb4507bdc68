"""What a caller sends: strict JSON, of a bounded size, whose numbers keep the digits that were written."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from nes_model.documents.nodes import Location
from nes_model.problems import cite

MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct in what was sent."""

    path: Location
    message: str

    def as_json(self) -> dict[str, str]:
        """The fault in French words."""
        return {"chemin": ".".join(str(step) for step in self.path), "message": self.message}


class FaultsError(Exception):
    """A request that cannot be answered, with all its faults at once."""

    def __init__(self, faults: list[Fault]):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


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
            body.decode("utf-8"), parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_each_name_once
        )
        json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")  # half a character cannot be answered
    except (ValueError, RecursionError) as error:
        raise FaultsError([Fault((), "le corps de la requête n'est pas du JSON en UTF-8.")]) from error
    return value


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise FaultsError([Fault((name,), f"{cite(name)} est donné deux fois. Gardez-en un.")])
        found[name] = value
    return found
