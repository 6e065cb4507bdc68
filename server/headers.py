"""The headers of every answer: what a browser may load, run, frame and tell."""

import re
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID = "X-Request-ID"
_A_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_FEATURES = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"


def write_policy(frame_ancestors: str) -> dict[str, str]:
    """The security headers.

    Scripts come from this server only, none is evaluated from text: Vega's charts use its expression interpreter.
    WebAssembly may be compiled: Streamlit's messages have 64-bit numbers, which its decoder reads that way.
    Styles may be inline: Streamlit writes all of its own that way.
    """
    rules = {
        "default-src": "'self'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in rules.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES.split()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    older_browsers = {"'none'": "DENY", "'self'": "SAMEORIGIN"}.get(frame_ancestors)
    return headers | ({"X-Frame-Options": older_browsers} if older_browsers else {})


class SecurityHeaders:
    """Adds the headers and the request's reference; shares nothing with another site's scripts, but for the API."""

    def __init__(self, app: ASGIApp, frame_ancestors: str):
        self._app = app
        self._headers = write_policy(frame_ancestors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or one connection."""
        if scope["type"] == "websocket" and not _is_same_site(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not scope["path"].startswith("/api/") and not _is_same_site(Headers(scope=scope)):
            # Asked by another site, Streamlit would ask the internet for this machine's address.
            scope = {**scope, "headers": [each for each in scope["headers"] if each[0] != b"origin"]}
        request_id = ensure_request_id(scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if not scope["path"].startswith("/api/"):
                    _share_nothing(headers)
                for name, value in self._headers.items():
                    headers[name] = value
                if headers.get("content-disposition", "").startswith("attachment"):
                    headers["Cache-Control"] = "no-store"  # a visitor's own file: no browser keeps another copy of it
                headers[REQUEST_ID] = request_id
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _share_nothing(headers: MutableHeaders) -> None:
    """Take away what lets another site's scripts in: Streamlit names there the host that it believes itself to be."""
    for name in [each for each in headers if each.lower().startswith("access-control-")]:
        del headers[name]


def ensure_request_id(scope: MutableMapping[str, Any]) -> str:
    """The request's reference: the proxy's when it gives a sound one, else one of our own, the same all along."""
    state = scope.setdefault("state", {})
    if "request_id" not in state:
        given = Headers(scope=scope).get(REQUEST_ID, "")
        state["request_id"] = given if _A_REQUEST_ID.fullmatch(given) else uuid4().hex
    return str(state["request_id"])


def _is_same_site(headers: Headers) -> bool:
    """Whether the page that opens a connection came from this server; a program that is no browser says nothing."""
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == headers.get("host")
    except ValueError:  # no address at all, such as "http://[::1"
        return False
