"""One request to an ASGI application, in this process."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from starlette.types import ASGIApp, Message


def ask(application: ASGIApp, path: str, headers: Mapping[str, str] = {}, query: str = "") -> tuple[int, str]:
    """The status and the text of the answer to a GET from 192.0.2.1."""
    return _answer("GET", application, path, headers, query)


def put(application: ASGIApp, path: str, headers: Mapping[str, str]) -> tuple[int, str]:
    """The status and the text of the answer to a PUT."""
    return _answer("PUT", application, path, headers, "")


def _answer(method: str, application: ASGIApp, path: str, headers: Mapping[str, str], query: str) -> tuple[int, str]:
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("192.0.2.1", 50_000),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    async def answered() -> None:
        await application(scope, receive, send)

    with ThreadPoolExecutor(1) as apart:  # where no other loop runs
        apart.submit(lambda: asyncio.run(answered())).result()
    text = b"".join(message["body"] for message in sent[1:])
    return sent[0]["status"], text.decode()
