"""How fast one connection may ask: a burst at once, then twenty messages a second, and nothing after it has left."""

import asyncio
from contextlib import suppress

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from server.pace import BURST, PER_SECOND, Pace, PacedConnections
from server.turns import Turns
from tests.server.clock import Clock

MESSAGE = {"type": "websocket.receive", "bytes": BackMsg(app_heartbeat=True).SerializeToString()}
RUN = {"type": "websocket.receive", "bytes": BackMsg(rerun_script=ClientState()).SerializeToString()}


def test_a_burst_passes_at_once_and_what_follows_waits_its_turn():
    pace = Pace(Clock())
    assert [pace.measure_delay() for _ in range(BURST)] == [0] * BURST
    assert [pace.measure_delay() for _ in range(3)] == pytest.approx([1 / PER_SECOND, 2 / PER_SECOND, 3 / PER_SECOND])


def test_a_connection_that_has_been_quiet_may_burst_again_and_no_more():
    clock = Clock()
    pace = Pace(clock)
    for _ in range(BURST):
        pace.measure_delay()
    clock.now = 3600
    assert [pace.measure_delay() for _ in range(BURST)] == [0] * BURST
    assert pace.measure_delay() > 0


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


@pytest.mark.parametrize(
    ("is_timed", "asked"),
    [
        (False, ["", "part", "part"]),
        (True, ["part", "part", "part"]),  # whoever reconnects asks for a whole run by itself
    ],
)
def test_a_click_before_the_page_was_drawn_by_this_process_asks_for_the_whole_page(is_timed, asked):
    click = BackMsg(rerun_script=ClientState(fragment_id="part", page_name="p", is_auto_rerun=is_timed))
    ended = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
    received = []

    async def receive():
        return RUN | {"bytes": click.SerializeToString()}

    async def send(_):
        pass

    async def application(_scope, receive, send):
        for _ in range(3):
            received.append(BackMsg.FromString((await receive())["bytes"]).rerun_script)
            await send({"type": "websocket.send", "bytes": ended.SerializeToString()})

    asyncio.run(PacedConnections(application)({"type": "websocket"}, receive, send))
    assert [each.fragment_id for each in received] == asked
    assert {each.page_name for each in received} == {"p"}


def test_the_run_of_a_page_that_has_left_holds_nobody_up():
    async def receive():
        return RUN

    async def fails(_):
        left.set()
        raise ConnectionResetError

    async def succeeds(_):
        pass

    async def application(_scope, receive, send):
        await receive()
        with suppress(ConnectionResetError):
            await send({"type": "websocket.send", "bytes": b""})
            served.set()
        await asyncio.Event().wait()

    async def people() -> None:
        connections = PacedConnections(application)
        connections._turns = Turns(at_once=1, lease=3600)
        gone = asyncio.create_task(connections({"type": "websocket"}, receive, fails))
        await left.wait()
        stays = asyncio.create_task(connections({"type": "websocket"}, receive, succeeds))
        await asyncio.wait_for(served.wait(), timeout=10)
        gone.cancel()
        stays.cancel()

    left, served = asyncio.Event(), asyncio.Event()
    asyncio.run(people())


def test_a_page_has_one_file_made_at_a_time_and_what_is_not_ours_is_not_heard():
    file = BackMsg(backend_operation_request={"request_id": "a", "deferred_file": {"file_id": "b"}})
    unheard = BackMsg(load_git_info=True)
    ended = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
    made = ForwardMsg(backend_operation_response={"request_id": "a", "deferred_file": {"url": "/media/" + "0" * 56}})
    sent = iter([unheard, file, unheard, file, BackMsg(rerun_script=ClientState())])

    async def receive():
        return {"type": "websocket.receive", "bytes": next(sent).SerializeToString()}

    async def send(_):
        pass

    async def application(_scope, receive, send):
        assert BackMsg.FromString((await receive())["bytes"]) == file
        second = asyncio.create_task(receive())
        await send({"type": "websocket.send", "bytes": ended.SerializeToString()})
        for _ in range(10):
            await asyncio.sleep(0)
        assert not second.done()
        await send({"type": "websocket.send", "bytes": made.SerializeToString()})
        assert BackMsg.FromString((await second)["bytes"]) == file
        assert BackMsg.FromString((await receive())["bytes"]).HasField("rerun_script")

    asyncio.run(PacedConnections(application)({"type": "websocket"}, receive, send))
