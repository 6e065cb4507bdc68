"""How fast one connection may ask: a burst at once, then twenty messages a second, and nothing after it has left."""

import asyncio

import pytest

from server.pace import BURST, PER_SECOND, Pace, PacedConnections

MESSAGE = {"type": "websocket.receive", "bytes": b""}


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_at_once_and_what_follows_waits_its_turn():
    pace = Pace(Clock())
    assert [pace.delay() for _ in range(BURST)] == [0] * BURST
    assert [pace.delay() for _ in range(3)] == pytest.approx([1 / PER_SECOND, 2 / PER_SECOND, 3 / PER_SECOND])


def test_a_connection_that_has_been_quiet_may_burst_again_and_no_more():
    clock = Clock()
    pace = Pace(clock)
    for _ in range(BURST):
        pace.delay()
    clock.now = 3600
    assert [pace.delay() for _ in range(BURST)] == [0] * BURST
    assert pace.delay() > 0


def test_what_was_sent_before_leaving_is_asked_for_by_nobody():
    received = []

    async def receive():
        return MESSAGE

    async def send(_):
        raise ConnectionResetError

    async def application(_scope, receive, send):
        received.append(await receive())
        with pytest.raises(ConnectionResetError):
            await send({"type": "websocket.send", "bytes": b""})
        received.append(await receive())

    asyncio.run(PacedConnections(application)({"type": "websocket"}, receive, send))
    assert [each["type"] for each in received] == ["websocket.receive", "websocket.disconnect"]
