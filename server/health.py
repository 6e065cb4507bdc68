"""Whether this process is alive, and whether it can serve."""

import logging

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from nes_model.problems import InvalidInputError
from server import tariffs

_LOG = logging.getLogger("nes")
_APART = CapacityLimiter(1)  # readiness never waits for whoever else asks for a thread
_OLDER = "les fichiers contiennent des erreurs ; les derniers tarifs lus restent servis"
_FRESH = {"Cache-Control": "no-store"}


async def answer_alive(_: Request) -> JSONResponse:
    """Answer: this is all it takes to be alive."""
    return JSONResponse({"etat": "en vie"}, headers=_FRESH)


async def answer_ready(_: Request) -> JSONResponse:
    """Answer 200 when there are tariffs to serve, else 503; why is in the log."""
    try:
        served = await to_thread.run_sync(tariffs.serve, limiter=_APART)
    except InvalidInputError:
        _LOG.exception("tariffs cannot be read")
        return JSONResponse({"etat": "tarifs illisibles"}, status_code=503, headers=_FRESH)
    told = {"tarifs": _OLDER} if served.problems else {}
    return JSONResponse({"etat": "prêt", "edition": served.in_force} | told, headers=_FRESH)


ROUTES = [Route("/sante", answer_alive, methods=["GET"]), Route("/pret", answer_ready, methods=["GET"])]
