"""What visitors' files may fill of the memory."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from server import uploads
from server.uploads import FILES_PER_SESSION, KEPT_AFTER_LEAVING, GoneSessions, UploadQuota
from tests.server.asgi import put

FILE = 5_000_000


@pytest.fixture
def manager(monkeypatch) -> MemoryUploadedFileManager:
    held = MemoryUploadedFileManager("/_stcore/upload_file")
    monkeypatch.setattr(uploads, "find_held_files", lambda: held)
    return held


def hold(manager: MemoryUploadedFileManager, session: str, *sizes: int) -> None:
    for index, size in enumerate(sizes):
        manager.add_file(session, UploadedFileRec(str(index), "a.csv", "text/csv", bytes(size)))


async def accept(_scope, _receive, send) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def upload(session: str, size: int) -> tuple[int, str]:
    return put(UploadQuota(accept), f"/_stcore/upload_file/{session}/file", {"Content-Length": str(size)})


def test_a_session_holds_three_large_files_and_not_four(manager):
    hold(manager, "one", FILE, FILE)
    assert upload("one", FILE)[0] == 204
    hold(manager, "one", FILE, FILE, FILE)
    status, text = upload("one", FILE)
    assert status == 413
    assert text == "Cette page a déjà envoyé autant de fichiers qu'elle le peut. Rechargez-la, puis recommencez."
    assert upload("another", FILE)[0] == 204


def test_small_files_are_counted_too(manager):
    hold(manager, "one", *[1] * FILES_PER_SESSION)
    assert upload("one", 1)[0] == 413


def test_all_sessions_together_have_a_quota(manager):
    for session in range(10):  # 10 × 15 MB: the 150 MB of the quota
        hold(manager, str(session), FILE, FILE, FILE)
    status, text = upload("another", 1)
    assert status == 413
    assert text == "Trop de fichiers sont envoyés à la fois. Recommencez dans quelques minutes."


def test_a_size_that_is_not_announced_counts_as_the_largest(manager):
    hold(manager, "one", FILE, FILE)
    path = "/_stcore/upload_file/one/file"
    assert put(UploadQuota(accept), path, {})[0] == 413  # 2 × 5,000,000 and 5 × 1,048,576 with an envelope


def test_the_files_of_a_session_that_left_go_after_the_time_of_a_sleeping_phone(manager):
    now, active = [0.0], {"here", "asleep"}
    gone = GoneSessions(active.__contains__, lambda: now[0])
    for session in ("here", "asleep", "gone"):
        hold(manager, session, 1)
    gone.drop_files(manager)
    active.discard("asleep")
    now[0] = KEPT_AFTER_LEAVING - 1
    gone.drop_files(manager)
    assert set(manager.file_storage) == {"here", "asleep", "gone"}
    active.add("asleep")
    now[0] = KEPT_AFTER_LEAVING
    gone.drop_files(manager)
    assert set(manager.file_storage) == {"here", "asleep"}
