"""How much a request may send: a text of the API, an upload and its envelope elsewhere, nothing larger."""

import sys

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send
from streamlit import config

from server.failures import answer_failure
from server.middleware import RequestMiddleware

MOST_JSON = 100_000  # bytes
_ENVELOPE = 64 * 1024
_MOST_DIGITS = 20  # of a size that is announced: past them, it is none that anyone sends


def find_most_bytes(path: str) -> int:
    """The largest body that is read at an address: an upload, or a text of the API."""
    return MOST_JSON if path.startswith("/api/") else _find_most_uploaded()


def _find_most_uploaded() -> int:
    """A file of `server.maxUploadSize` megabytes and its envelope."""
    return int(config.get_option("server.maxUploadSize")) * 1024 * 1024 + _ENVELOPE


def measure_body(scope: Scope) -> int:
    """The size in bytes that a request announces; of one that announces none, the largest that is read there."""
    announced = Headers(scope=scope).get("content-length", "")
    if not announced.isdecimal():
        return find_most_bytes(scope["path"])
    return int(announced) if len(announced) < _MOST_DIGITS else sys.maxsize


class BodyLimit(RequestMiddleware):
    """Refuses a body that is too large, announced or not, before it fills the memory."""

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request whose body is counted as it comes."""
        announced, most = measure_body(scope), find_most_bytes(scope["path"])
        if announced > _find_most_uploaded():
            await answer_failure(scope, 413)(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            if announced > most:  # as whatever reads it refuses: the scripts of a site that may call are told so
                raise HTTPException(413)
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)
