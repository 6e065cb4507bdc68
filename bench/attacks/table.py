"""A table given to the page of groups without a browser: what a page's connection says, and no other work."""

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileUploaderState, FileURLsRequest, UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection

_LONGEST = 60  # seconds without a word


def give_table(connection: ClientConnection, sender: requests.Session, address: str, name: str, content: bytes) -> None:
    """Open the page, send the file, and wait until the page has told what it is."""
    page = ClientState(page_name="groupe")
    shown = _run(connection, page)
    session = next(each.new_session.initialize.session_id for each in shown if each.HasField("new_session"))
    field = next(
        each.delta.new_element.file_uploader.id
        for each in shown
        if each.HasField("delta") and each.delta.new_element.HasField("file_uploader")
    )
    wanted = FileURLsRequest(request_id="1", file_names=[name], session_id=session)
    connection.send(BackMsg(file_urls_request=wanted).SerializeToString())
    urls = _next(connection, "file_urls_response").file_urls_response.file_urls[0]
    sender.put(address + urls.upload_url, files={"file": (name, content)}, timeout=_LONGEST).close()
    sent = UploadedFileInfo(name=name, size=len(content), file_id=urls.file_id, file_urls=urls)
    value = FileUploaderState(uploaded_file_info=[sent])
    page.widget_states.CopyFrom(WidgetStates(widgets=[WidgetState(id=field, file_uploader_state_value=value)]))
    _run(connection, page)


def _run(connection: ClientConnection, page: ClientState) -> list[ForwardMsg]:
    connection.send(BackMsg(rerun_script=page).SerializeToString())
    told: list[ForwardMsg] = []
    while not told or told[-1].WhichOneof("type") != "script_finished":
        told.append(_receive(connection))
    return told


def _next(connection: ClientConnection, kind: str) -> ForwardMsg:
    while True:
        message = _receive(connection)
        if message.WhichOneof("type") == kind:
            return message


def _receive(connection: ClientConnection) -> ForwardMsg:
    raw = connection.recv(timeout=_LONGEST)
    message: ForwardMsg = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
    return message
