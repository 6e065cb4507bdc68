"""The addresses of the API. Each answers from a process apart: pricing never holds up the pages."""

from collections.abc import Awaitable, Callable

from anyio import CapacityLimiter, to_thread
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from nes_model.catalogue.edition import Edition
from server import tariffs
from server.api.answering import answer, describe
from server.api.body import receive_json
from server.api.capacity import CAPACITY
from server.api.operations import OPERATIONS, Operation
from server.settings import read_api_origins

_APART = CapacityLimiter(1)
_FRESH = {"Cache-Control": "no-store"}


def mount_api() -> Mount:
    """The API under `/api`, open to the scripts of the sites that the operator names."""
    routes = [Route(each.path, _served(each), methods=[each.method]) for each in OPERATIONS]
    shared = Middleware(
        CORSMiddleware, allow_origins=read_api_origins(), allow_methods=["GET", "POST"], allow_headers=["Content-Type"]
    )
    return Mount("/api", routes=[*routes, Route("/openapi.json", _description)], middleware=[shared])


def _served(operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    async def served(request: Request) -> Response:
        body = await receive_json(request) if operation.takes else None
        editions = await _find_editions()
        return _json(*await CAPACITY.run(answer, operation.path, body, *editions, address=_address(request)))

    return served


async def _description(request: Request) -> Response:
    edition, *_ = await _find_editions()
    return _json(*await CAPACITY.run(describe, edition, address=_address(request)))


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


async def _find_editions() -> tuple[Edition, ...]:
    """The edition in force, then those of the years that follow, as the pages have them."""
    return await to_thread.run_sync(tariffs.find_editions, limiter=_APART)


def _json(status: int, content: bytes) -> Response:
    return Response(content, status, headers=_FRESH, media_type="application/json")
