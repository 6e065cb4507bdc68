"""A table given to the page of groups without a browser: what a page's connection says, and no other work."""

from functools import partial

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileUploaderState, FileURLsRequest, UploadedFileInfo
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection

from tests.attack.page import find_session, receive, run

_LONGEST = 60  # seconds without a word


def give_table(connection: ClientConnection, sender: requests.Session, address: str, name: str, content: bytes) -> None:
    """Open the page, send the file, and wait until the page has told what it is."""
    page = ClientState(page_name="groupe")
    shown = run(connection, page)
    field = next(
        each.delta.new_element.file_uploader.id
        for each in shown
        if each.HasField("delta") and each.delta.new_element.HasField("file_uploader")
    )
    wanted = FileURLsRequest(request_id="1", file_names=[name], session_id=find_session(shown))
    connection.send(BackMsg(file_urls_request=wanted).SerializeToString())
    answers = iter(partial(receive, connection), None)
    urls = next(each.file_urls_response for each in answers if each.HasField("file_urls_response")).file_urls[0]
    sender.put(address + urls.upload_url, files={"file": (name, content)}, timeout=_LONGEST).close()
    sent = UploadedFileInfo(name=name, size=len(content), file_id=urls.file_id, file_urls=urls)
    value = FileUploaderState(uploaded_file_info=[sent])
    page.widget_states.CopyFrom(WidgetStates(widgets=[WidgetState(id=field, file_uploader_state_value=value)]))
    run(connection, page)
