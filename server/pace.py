"""How fast one connection may ask: each message starts a run of a page, and others wait while it is being taken in."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from server import messages
from server.messages import Said
from server.turns import Asker, Departures, Turns

PER_SECOND = 20  # more than anyone clicks
BURST = 40  # what a page may send at once when it opens or reconnects
_LARGEST_END = 500  # bytes: the message that a run is over, or that a file is made, says little else
_LONGEST_FILE = 60.0  # seconds
_MADE = "backend_operation_response"  # says that a file is made, or cannot be
_GONE: Message = {"type": "websocket.disconnect", "code": 1006}


class Pace:
    """A bucket of messages that may pass at once, filled again as time passes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock, self._left, self._at = clock, float(BURST), clock()

    def measure_delay(self) -> float:
        """How many seconds the next message waits; it is counted as passed."""
        now = self._clock()
        self._left = min(self._left + (now - self._at) * PER_SECOND, BURST) - 1
        self._at = now
        return max(-self._left / PER_SECOND, 0)


class PacedConnections:
    """Takes the messages of each connection at a bounded pace: the rest waits in the network, on the sender's side.

    A message that starts a run, or has a file made, waits for its turn as well (`Turns`).
    """

    def __init__(self, app: ASGIApp):
        self.app = app
        self._turns = Turns()
        self._departures = Departures()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; requests go straight through."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        address = str((scope.get("client") or ("",))[0])
        asker = self._departures.arrive(address, time.monotonic())
        connection = _Connection(self._turns, asker, receive, send)
        try:
            await self.app(scope, connection.receive, connection.send)
        finally:
            self._turns.leave(asker)
            self._departures.leave(address, asker)


class _Connection:
    """What goes between the application and one browser, both ways."""

    def __init__(self, turns: Turns, asker: Asker, receive: Receive, send: Send):
        self._turns, self._asker = turns, asker
        self._receive, self._send = receive, send
        self._pace = Pace()
        self._has_left = False
        self._has_page = False
        self._has_no_file = asyncio.Event()  # none is being made
        self._has_no_file.set()

    async def send(self, message: Message) -> None:
        """Hand a message to the browser; the end of a run, or of a file's making, leaves its turn to the next one."""
        if (ended := _find_end(message)) is not None:
            self._note_end(ended)
        try:
            await self._send(message)
        except Exception:
            self._has_left = True
            self._has_no_file.set()
            self._turns.give_back(self._asker)  # the end of its run will be told to nobody
            raise

    async def receive(self) -> Message:
        """Take the browser's next message that is heard, at its pace and in its turn."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            # Even when none is due, a delay gives way to the others.
            await asyncio.sleep(self._pace.measure_delay())
            said = messages.read(message)
            self._asker.ask(time.monotonic(), starts_run=said.takes_time)
            if self._has_left:  # what it had sent before it left is asked for by nobody any more
                return _GONE
            if said is not Said.NOTHING:
                return await self._in_its_turn(message, said)

    async def _in_its_turn(self, message: Message, said: Said) -> Message:
        if said is Said.FILE:  # a page has its files made one after the other
            with suppress(TimeoutError):
                await asyncio.wait_for(self._has_no_file.wait(), _LONGEST_FILE)
            self._has_no_file.clear()
        if said.takes_time:
            await self._turns.take(self._asker)
        return messages.limit_run(message, whole=not self._has_page) if said is Said.RUN else message

    def _note_end(self, ended: ForwardMsg) -> None:
        if ended.WhichOneof("type") == _MADE:
            self._has_no_file.set()
        else:
            self._has_page = self._has_page or ended.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        self._asker.awaits_answer = False
        self._turns.give_back(self._asker)


def _find_end(message: Message) -> ForwardMsg | None:
    """The message that a run is over, or that a file is made; nothing when it says something else."""
    content = message.get("bytes") or b""
    if not 0 < len(content) <= _LARGEST_END:
        return None
    try:
        said = ForwardMsg.FromString(content)
    except DecodeError:  # pragma: no cover - Streamlit's own messages
        return None
    return said if said.WhichOneof("type") in ("script_finished", _MADE) else None
