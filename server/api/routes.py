"""The addresses of the API. Each answers from a thread: pricing never holds up the pages."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

from nes_model.problems import InvalidInputError
from server import tariffs
from server.api.body import Fault, FaultsError, parsed, received
from server.api.capacity import Capacity
from server.api.description import openapi
from server.api.operations import OPERATIONS, Operation
from server.settings import api_origins

_CAPACITY = Capacity(at_once=2, waiting=8)
_FRESH = {"Cache-Control": "no-store"}


def mounted() -> Mount:
    """The API under `/api`, open to the scripts of the sites that the operator names."""
    routes = [Route(each.path, _served(each), methods=[each.method]) for each in OPERATIONS]
    shared = Middleware(
        CORSMiddleware, allow_origins=api_origins(), allow_methods=["GET", "POST"], allow_headers=["Content-Type"]
    )
    return Mount("/api", routes=[*routes, Route("/openapi.json", _description)], middleware=[shared])


def _served(operation: Operation) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def served(request: Request) -> JSONResponse:
        body = await received(request) if operation.takes else None
        status, answer = await _CAPACITY.run(_answered, operation, body)
        return JSONResponse(answer, status, headers=_FRESH)

    return served


def _answered(operation: Operation, body: bytes | None) -> tuple[int, dict[str, Any]]:
    edition = tariffs.find_in_force()
    try:
        sent = None if body is None else parsed(body)
    except FaultsError as error:
        return 400, {"problemes": [fault.as_json() for fault in error.faults]}
    try:
        return 200, operation.answer(sent, edition)
    except FaultsError as error:
        return 422, {"problemes": [fault.as_json() for fault in error.faults]}
    except InvalidInputError as error:
        faults = FaultsError([Fault((), problem.message) for problem in error.problems]).faults
        return 422, {"problemes": [fault.as_json() for fault in faults]}


async def _description(_: Request) -> JSONResponse:
    edition = await _CAPACITY.run(tariffs.find_in_force)
    return JSONResponse(openapi(edition), headers=_FRESH)
