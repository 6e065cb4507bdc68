"""The log: one JSON object a line. Never a query string, an address, or what someone typed."""

import io
import json
import logging
import re
import sys
import time
import traceback
from datetime import UTC, datetime
from typing import Any

import streamlit.logger
from starlette.types import Message, Receive, Scope, Send

from nes_model.problems import InvalidInputError
from server.headers import ensure_request_id
from server.middleware import RequestMiddleware

_LOG = logging.getLogger("nes.requetes")
_FIELDS = ("reference", "method", "path", "status", "milliseconds")
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\u00a0\u202f]")  # or beyond ASCII, where most is
_QUIET = ("/static/", "/sante", "/pret", "/_stcore/health")  # too many, and worth a line only when they fail


def _escape(found: re.Match[str]) -> str:
    """What a terminal obeys, or what ends a line, may be in a path: it is written as JSON can."""
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1]


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's time, level, source, message, and the fields that we gave it."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "source": record.name,
            "message": record.getMessage(),
        }
        line |= {field: getattr(record, field) for field in _FIELDS if hasattr(record, field)}
        if record.exc_info and record.exc_info[1]:
            line["error"] = _described(record.exc_info[1])
        return _UNPRINTABLE.sub(_escape, json.dumps(line, ensure_ascii=False))


class RequestLog(RequestMiddleware):
    """Writes a line for each request that is answered."""

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, then log it."""
        status, started = 500, time.perf_counter()

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        finally:
            _write(scope, status, time.perf_counter() - started)


def configure() -> None:
    """Send every record of this process, Streamlit's own too, through `JsonLines`, to standard error."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8")  # a machine without a locale would write accents as no JSON does
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    handler.addFilter(_names_no_visitor)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    streamlit.logger.setup_formatter = _to_the_root  # what Streamlit calls for every logger of its own
    streamlit.logger.update_formatter()


def _names_no_visitor(record: logging.LogRecord) -> bool:
    """Uvicorn's own lines about requests and connections give addresses and query strings: ours replace them."""
    return record.name != "uvicorn.access" and "WebSocket %s" not in str(record.msg)


def _to_the_root(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


def _write(scope: Scope, status: int, seconds: float) -> None:
    path = scope["path"]
    if status < 400 and path.startswith(_QUIET):
        return
    fields = {
        "reference": ensure_request_id(scope),
        "method": scope["method"],
        "path": "/".join(path[:100].split("/")[:3]),  # what follows is a session's or a file's own name
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
    }
    _LOG.log(logging.ERROR if status >= 500 else logging.INFO, "request", extra=fields)


def _described(error: BaseException) -> dict[str, Any]:
    """An error's type and where it happened. Its message may quote what someone typed, unless it is about our files."""
    frames = traceback.extract_tb(error.__traceback__)
    described: dict[str, Any] = {
        "type": type(error).__name__,
        "frames": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
    if isinstance(error, InvalidInputError):
        described["problems"] = [str(problem) for problem in error.problems]
    return described
