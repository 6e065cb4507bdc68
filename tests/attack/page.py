"""An open page without a browser: what its connection says and is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

RERUN = BackMsg(rerun_script=ClientState()).SerializeToString()
_LONGEST = 30  # seconds without a word


@contextmanager
def connect_page(address: str, source: str | None = None) -> Iterator[ClientConnection]:
    """A connection like a page's, from one of this machine's addresses."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(
        stream,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        open_timeout=_LONGEST,
        source_address=(source, 0) if source else None,
    ) as connection:
        yield connection


def run(connection: ClientConnection, page: ClientState) -> list[ForwardMsg]:
    """Ask for a page and wait until it is whole; all that the server says meanwhile."""
    connection.send(BackMsg(rerun_script=page).SerializeToString())
    told = [receive(connection)]
    while told[-1].WhichOneof("type") != "script_finished":
        told.append(receive(connection))
    return told


def receive(connection: ClientConnection) -> ForwardMsg:
    """The server's next message."""
    raw = connection.recv(timeout=_LONGEST)
    message: ForwardMsg = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
    return message


def find_session(told: list[ForwardMsg]) -> str:
    """The name of the session, from what a run says."""
    return str(next(each.new_session.initialize.session_id for each in told if each.HasField("new_session")))


def open_page(connection: ClientConnection, query: str = "") -> str:
    """Ask for a page and wait until it is whole; its session's name."""
    return find_session(run(connection, ClientState(query_string=query)))


def split_address(address: str) -> tuple[str, int]:
    """The host and the port of `http://host:port`, for whoever speaks to them without HTTP."""
    found = urlsplit(address)
    return str(found.hostname), int(found.port or 80)


def receive_token(address: str, session: requests.Session | None = None) -> requests.Session:
    """Someone with the token without which no file is accepted."""
    session = session or requests.Session()
    session.get(f"{address}/_stcore/health", timeout=_LONGEST)
    session.headers["X-Xsrftoken"] = session.cookies["_streamlit_xsrf"] or ""
    return session
