"""What a browser says over its connection: only what our pages make it say is heard, and no more of it than they would.

Streamlit answers other messages too, for whoever writes a page: it would run git, while nobody else is served, and tell
any visitor which files of this machine have changed.
"""

import json
from contextlib import suppress
from enum import Enum
from typing import Any

from google.protobuf.message import DecodeError
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from nes_model.group.organisations import MOST_TYPED

_MOST_FILES = 20  # to be sent at once
_LONGEST_NAME = 100  # characters of a request's own name, which its answer repeats


class Said(Enum):
    """What a message asks for."""

    RUN = "run"
    FILE = "file"  # to be made, and taken away
    OTHER = "other"
    NOTHING = "nothing"  # that our pages ask for

    @property
    def takes_time(self) -> bool:
        """Whether others wait while it is answered."""
        return self in (Said.RUN, Said.FILE)


def read(message: Message) -> Said:
    """What a message asks for; Streamlit closes the connection of one that cannot be read."""
    try:
        asked = BackMsg.FromString(message.get("bytes") or b"")
    except DecodeError:
        return Said.OTHER
    match asked.WhichOneof("type"):
        case "rerun_script":
            return Said.RUN
        case "backend_operation_request":
            request = asked.backend_operation_request
            is_file = request.WhichOneof("payload") == "deferred_file" and len(request.request_id) <= _LONGEST_NAME
            return Said.FILE if is_file else Said.NOTHING
        case "file_urls_request":
            return Said.OTHER if len(asked.file_urls_request.file_names) <= _MOST_FILES else Said.NOTHING
        case "stop_script" | "app_heartbeat":
            return Said.OTHER
    return Said.OTHER if message.get("bytes") is None else Said.NOTHING


def limit_run(message: Message, *, whole: bool) -> Message:
    """The message that asks for a run, with no more typed rows than a table takes.

    Args:
        message: what the browser sent.
        whole: whether all of the page is to be run: Streamlit would drop what asks for a part of one that this process
            has not drawn yet.
    """
    asked = BackMsg.FromString(message["bytes"])
    is_part = whole and bool(asked.rerun_script.fragment_id) and not asked.rerun_script.is_auto_rerun
    if is_part:
        asked.rerun_script.fragment_id = ""
    if _keep_first_rows(asked.rerun_script) or is_part:
        return {**message, "bytes": asked.SerializeToString()}
    return message


def _keep_first_rows(page: ClientState) -> bool:
    """Leave out the rows typed past the last that a table takes: each costs a thousandth of a second, at each click."""
    has_changed = False
    for widget in page.widget_states.widgets:
        if len(widget.string_value) > MOST_TYPED and (kept := _cut(widget.string_value)):
            widget.string_value = kept
            has_changed = True
    return has_changed


def _cut(typed: str) -> str:
    """What a table says of the rows typed in it, with the first of them only; nothing when it has no more."""
    with suppress(ValueError, RecursionError):
        state: Any = json.loads(typed) if typed.lstrip().startswith("{") else None
        rows = state.get("added_rows") if isinstance(state, dict) else None
        if isinstance(rows, list) and len(rows) > MOST_TYPED:
            return json.dumps({**state, "added_rows": rows[:MOST_TYPED]})
    return ""
