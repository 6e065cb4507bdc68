"""How much a request may send: a text of the API, an upload and its envelope elsewhere, nothing larger."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send
from streamlit import config

from server.failures import answer_failure
from server.middleware import RequestMiddleware

MOST_JSON = 100_000  # bytes
_ENVELOPE = 64 * 1024


def find_most_bytes(path: str) -> int:
    """The largest body that is read at an address: a file of `server.maxUploadSize` megabytes, but for the API's."""
    if path.startswith("/api/"):
        return MOST_JSON
    return int(config.get_option("server.maxUploadSize")) * 1024 * 1024 + _ENVELOPE


def measure_body(scope: Scope) -> int:
    """The size in bytes that a request announces; of one that announces none, the largest that is read there."""
    announced = Headers(scope=scope).get("content-length", "")
    return int(announced) if announced.isdecimal() and len(announced) < 20 else find_most_bytes(scope["path"])


class BodyLimit(RequestMiddleware):
    """Refuses a body that is too large, announced or not, before it fills the memory."""

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request whose body is counted as it comes."""
        most = find_most_bytes(scope["path"])
        if measure_body(scope) > most:
            await answer_failure(scope, 413)(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)
