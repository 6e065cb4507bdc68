"""How fast one connection may ask: each message starts a run of a page, and others wait while it is being taken in."""

import asyncio
import time
from collections.abc import Callable

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from server.turns import Asker, Turns

PER_SECOND = 20  # more than anyone clicks
BURST = 40  # what a page may send at once when it opens or reconnects
_LARGEST_END = 200  # bytes: the message that a run is over says little else
_GONE: Message = {"type": "websocket.disconnect", "code": 1006}


class Pace:
    """A bucket of messages that may pass at once, filled again as time passes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, per_second: int = PER_SECOND, burst: int = BURST):
        self._clock, self._per_second, self._burst = clock, per_second, burst
        self._left, self._at = float(burst), clock()

    def delay(self) -> float:
        """How many seconds the next message waits; it is counted as passed."""
        now = self._clock()
        self._left = min(self._left + (now - self._at) * self._per_second, self._burst) - 1
        self._at = now
        return max(-self._left / self._per_second, 0)


class PacedConnections:
    """Takes the messages of each connection at a bounded pace: the rest waits in the network, on the sender's side.

    A message that starts a run waits for its turn as well (`Turns`).
    """

    def __init__(self, app: ASGIApp):
        self.app = app
        self._turns = Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; requests go straight through."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        address = str((scope.get("client") or ("",))[0])
        asker = self._turns.departures.arrive(address, time.monotonic())
        connection = _Connection(self._turns, asker, receive, send)
        try:
            await self.app(scope, connection.receive, connection.send)
        finally:
            self._turns.leave(asker)
            self._turns.departures.leave(address, asker)


class _Connection:
    """What goes between the application and one browser, both ways."""

    def __init__(self, turns: Turns, asker: Asker, receive: Receive, send: Send):
        self._turns, self._asker = turns, asker
        self._receive, self._send = receive, send
        self._pace = Pace()
        self._has_left = False
        self._has_page = False

    async def send(self, message: Message) -> None:
        """Hand a message to the browser; the end of a run leaves its turn to the next one."""
        if (end := _find_end_of_run(message)) is not None:
            self._has_page = self._has_page or end == ForwardMsg.FINISHED_SUCCESSFULLY
            self._asker.awaits_answer = False
            self._turns.give_back(self._asker)
        try:
            await self._send(message)
        except Exception:
            self._has_left = True
            self._turns.give_back(self._asker)  # the end of its run will be told to nobody
            raise

    async def receive(self) -> Message:
        """Take the browser's next message, at its pace and in its turn."""
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        # Even when none is due, a delay gives way to the others.
        await asyncio.sleep(self._pace.delay())
        starts_run = _starts_run(message)
        self._asker.ask(time.monotonic(), starts_run=starts_run)
        if self._has_left:  # what it had sent before it left is asked for by nobody any more
            return _GONE
        if not starts_run:
            return message
        await self._turns.take(self._asker)
        return message if self._has_page else _as_whole_run(message)


def _starts_run(message: Message) -> bool:
    try:
        return bool(BackMsg.FromString(message.get("bytes") or b"").WhichOneof("type") == "rerun_script")
    except DecodeError:
        return False


def _as_whole_run(message: Message) -> Message:
    """A click on a page that this process has not drawn yet: Streamlit would drop what asks for a part of it alone."""
    asked = BackMsg.FromString(message["bytes"])
    if not asked.rerun_script.is_auto_rerun:
        asked.rerun_script.fragment_id = ""
    return {**message, "bytes": asked.SerializeToString()}


def _find_end_of_run(message: Message) -> int | None:
    """How a run has ended, when that is what a message says."""
    content = message.get("bytes") or b""
    if not 0 < len(content) <= _LARGEST_END:
        return None
    try:
        said = ForwardMsg.FromString(content)
    except DecodeError:  # pragma: no cover - Streamlit's own messages
        return None
    return said.script_finished if said.WhichOneof("type") == "script_finished" else None
