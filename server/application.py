"""Everything that is served around the Streamlit script, in the form that `st.App` takes."""

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from server import addresses, health, journal
from server.api import routes
from server.failures import NoTrace, answer_refusal
from server.headers import SecurityHeaders
from server.journal import RequestLog
from server.limits import BodyLimit
from server.pace import PacedConnections
from server.refusals import FrenchRefusals
from server.settings import allow_frame_messages, read_frame_ancestors
from server.uploads import UploadQuota
from server.warmth import build_lifespan


def assemble(prepare: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """The routes, the middleware from the outside in, and what refusals are answered.

    Args:
        prepare: what to do before anyone is served.

    Raises:
        ValueError: a setting of the environment cannot be used, or the installed Streamlit is not the expected one.
    """
    journal.configure()
    allow_frame_messages()
    return {
        "routes": [*health.ROUTES, routes.mount_api(), *addresses.list_routes()],
        "middleware": [
            Middleware(SecurityHeaders, frame_ancestors=read_frame_ancestors()),
            Middleware(RequestLog),
            Middleware(FrenchRefusals),
            Middleware(NoTrace),
            Middleware(PacedConnections),
            Middleware(UploadQuota),
            Middleware(BodyLimit),
        ],
        "exception_handlers": {HTTPException: answer_refusal},
        "lifespan": build_lifespan(prepare),
    }
