"""What a request that fails is answered: French, and no detail of how this server is made."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from server.api.body import FaultsError
from server.headers import ensure_request_id
from server.middleware import RequestMiddleware

TOLD = "told"  # set on a request that was refused in our own words
GONE = 499  # the reader left before the end of what it was sending
_LOG = logging.getLogger("nes")
_SENTENCES = {
    400: "Cette requête est mal formée.",
    GONE: "La requête s'est interrompue.",
    403: "Cette requête est refusée. Rechargez la page, puis recommencez.",
    404: "Rien ne se trouve à cette adresse.",
    405: "Cette adresse ne s'utilise pas ainsi.",
    413: "Cet envoi est trop lourd.",
    415: "Ce type de contenu n'est pas accepté. Envoyez du JSON (Content-Type: application/json).",
    429: "Trop de demandes à la fois. Recommencez dans un instant.",
    503: "Trop de calculs sont demandés à la fois. Recommencez dans un instant.",
    416: "Cette partie du fichier n'existe pas.",
}


def answer_failure(scope: Scope, status: int, sentence: str = "", headers: dict[str, str] | None = None) -> Response:
    """A sentence for a status, in the form that the caller reads: JSON for the API, text otherwise."""
    scope.setdefault("state", {})[TOLD] = True
    sentence = sentence or _SENTENCES.get(status, _SENTENCES[400])
    if scope["path"].startswith("/api/"):
        return JSONResponse(FaultsError([((), sentence)]).answer().dump(), status, headers)
    return PlainTextResponse(sentence, status, headers)


async def answer_refusal(request: Request, error: HTTPException) -> Response:
    """Answer a refusal, Streamlit's own too."""
    return answer_failure(request.scope, error.status_code, headers=dict(error.headers or {}))


class NoTrace(RequestMiddleware):
    """Answers an error of ours with its reference, which is in the log too."""

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, whatever happens."""
        has_started = False

        async def noted(message: Message) -> None:
            nonlocal has_started
            has_started = has_started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except ClientDisconnect:  # nobody is left to answer, and nothing of ours failed
            await answer_failure(scope, GONE)(scope, receive, send)
        except Exception:
            reference = ensure_request_id(scope)
            _LOG.exception("unexpected error", extra={"reference": reference})
            if has_started:
                raise
            sentence = f"Une erreur inattendue s'est produite. Citez la référence {reference}."
            await answer_failure(scope, 500, sentence)(scope, receive, send)
