"""How much a request may send: an upload and its envelope, nothing larger, whatever its address."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send
from streamlit import config

from server.failures import failure
from server.middleware import RequestMiddleware

_ENVELOPE = 64 * 1024


def most_bytes() -> int:
    """The largest body that is read: a file of `server.maxUploadSize` megabytes and its envelope."""
    return int(config.get_option("server.maxUploadSize")) * 1024 * 1024 + _ENVELOPE


class BodyLimit(RequestMiddleware):
    """Refuses a body that is too large, announced or not, before it fills the memory."""

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request whose body is counted as it comes."""
        most = most_bytes()
        announced = Headers(scope=scope).get("content-length", "0")
        received = int(announced) if announced.isascii() and announced.isdigit() and len(announced) < 20 else most + 1
        if received > most:
            await failure(scope, 413)(scope, receive, send)
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
