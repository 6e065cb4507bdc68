"""What a browser's messages ask for, which of them are heard, and how many typed rows pass."""

import json

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from nes_model.group.organisations import MOST_TYPED
from server.messages import Said, limit_run, read

RUN = ClientState(query_string="categorie=esms", fragment_id="part")
FILE = {"request_id": "a", "deferred_file": {"file_id": "b"}}


def raw(message: BackMsg) -> dict:
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (BackMsg(rerun_script=RUN), Said.RUN),
        (BackMsg(backend_operation_request=FILE), Said.FILE),
        (BackMsg(file_urls_request={"file_names": ["a.csv"]}), Said.OTHER),
        (BackMsg(app_heartbeat=True), Said.OTHER),
        (BackMsg(stop_script=True), Said.OTHER),
        # Of whoever writes a page: git is run while nobody is served, and what it says is told to any visitor.
        (BackMsg(load_git_info=True), Said.NOTHING),
        (BackMsg(clear_cache=True), Said.NOTHING),
        (BackMsg(set_run_on_save=True), Said.NOTHING),
        (BackMsg(debug_shutdown_runtime=True), Said.NOTHING),
        (BackMsg(backend_operation_request={"request_id": "a", "install_skills": {}}), Said.NOTHING),
        (BackMsg(backend_operation_request=FILE | {"request_id": "a" * 10_000}), Said.NOTHING),
        (BackMsg(file_urls_request={"file_names": ["a"] * 100_000}), Said.NOTHING),
        (BackMsg(), Said.NOTHING),
    ],
    ids=lambda each: str(each)[:40],
)
def test_only_what_our_pages_ask_for_is_heard(message, said):
    assert read(raw(message)) is said


def typed(text: str) -> str:
    """What is left of what a table says once its message has passed."""
    asked = BackMsg(rerun_script=RUN)
    asked.rerun_script.widget_states.widgets.add(id="table", string_value=text)
    passed = BackMsg.FromString(limit_run(raw(asked), whole=False)["bytes"])
    assert passed.rerun_script.fragment_id == "part"
    return passed.rerun_script.widget_states.widgets[0].string_value


def test_rows_typed_past_what_a_table_takes_do_not_pass():
    state = {"edited_rows": {"0": {"libelle": "A"}}, "added_rows": [{"libelle": str(each)} for each in range(100_000)]}
    assert json.loads(typed(json.dumps(state))) == state | {"added_rows": state["added_rows"][:MOST_TYPED]}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"added_rows": [{}] * MOST_TYPED}),
        '{"added_rows": ' + "[" * 200_000,
        "{" * 10_000,
        "Un nom très long, " * 1_000,
        json.dumps({"added_rows": {"0": "x" * 1_000}}),
        json.dumps({"autre": [{}] * 1_000}),
    ],
    ids=["a full table", "an endless list", "braces", "a text", "no list", "no table"],
)
def test_anything_else_passes_as_it_was_sent(text):
    assert typed(text) == text
