"""What one visitor's browser says to a Streamlit server, and how long the answer takes, without the browser.

The messages are those that Chromium sent once (`browser.py`): they hold no identity, so that any number of visitors may
say them again. A run is over when the server says that its script has finished: all that the page shows has then come.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from time import perf_counter

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

_LONGEST = 60  # seconds without a word from the server


@dataclass(frozen=True, slots=True)
class Recording:
    """A visit: what the browser said to open the page, then at each click."""

    opening: bytes
    clicks: tuple[bytes, ...]


@dataclass(slots=True)
class Visitor:
    """One open page."""

    connection: ClientConnection
    shown: Counter[str] = field(default_factory=Counter)
    received: int = 0  # bytes of the last answer

    async def say(self, message: bytes) -> float:
        """Send a message; the seconds until its run has finished.

        Raises:
            RuntimeError: the script broke.
            TimeoutError: the server says nothing more.
        """
        self.shown.clear()
        self.received = 0
        start = perf_counter()
        await self.connection.send(message)
        while True:
            raw = await asyncio.wait_for(self.connection.recv(), _LONGEST)
            self.received += len(raw)
            answer = ForwardMsg.FromString(raw)
            kind = answer.WhichOneof("type")
            if kind == "delta":
                self.shown[_what(answer)] += 1
            elif kind == "script_finished":
                if answer.script_finished not in (
                    ForwardMsg.FINISHED_SUCCESSFULLY,
                    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
                ):
                    raise RuntimeError(f"the run ended with {answer.script_finished}")
                return perf_counter() - start


def _what(answer: ForwardMsg) -> str:
    """What a delta draws: a widget, a chart, a table, a text, and so on."""
    element = answer.delta.new_element
    kind = element.WhichOneof("type") or "block"
    return "table" if kind in ("table", "arrow_table") or (kind == "html" and "<table" in element.html.body) else kind


def arrive(address: str) -> connect:
    """A visitor's connection to `http://…`; as a context, it yields the connection."""
    return connect(
        address.replace("http", "ws", 1) + "/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None
    )
