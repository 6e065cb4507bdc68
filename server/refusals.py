"""What Streamlit refuses in English, or answers with its own page where nothing is: a sentence in French instead."""

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from server.failures import TOLD, answer_failure
from server.middleware import RequestMiddleware

_PARTS = ("/static/", "/_stcore/", "/app/static/")  # scripts, styles, data: a page under them is Streamlit's fallback


class FrenchRefusals(RequestMiddleware):
    """Answers in its own words whatever refusal is a plain text, and 404 where a page stands for a missing part."""

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; the answer goes through unless it is to be said in French."""
        status = 0

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = _refused(scope, message)
                if status:
                    await answer_failure(scope, status)(scope, receive, send)
            if not status:
                await send(message)

        await self.app(scope, receive, sent)


def _refused(scope: Scope, start: Message) -> int:
    """The status of a refusal that is still to be said in French; 0 when the answer is as it should be."""
    kind = Headers(raw=start["headers"]).get("content-type", "")
    if scope["path"].startswith(_PARTS) and kind.startswith("text/html"):
        return 404
    is_plain = not kind or kind.startswith("text/plain")
    return int(start["status"]) if start["status"] >= 400 and is_plain and TOLD not in scope.get("state", {}) else 0
