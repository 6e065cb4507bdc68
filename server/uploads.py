"""What visitors' files may fill of the memory: a quota a session, one in all, and nothing once they have left."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from server.failures import answer_failure
from server.limits import measure_body
from server.middleware import RequestMiddleware

PER_SESSION = 15_000_000  # bytes: two of the largest files, and another of nearly as much
IN_ALL = 150_000_000
FILES_PER_SESSION = 20
KEPT_AFTER_LEAVING = 120  # seconds: a phone that sleeps comes back to its page
_PAUSE = 15  # seconds between two looks at who has left
_UPLOADS = "/_stcore/upload_file/"
_SESSION_FULL = "Cette page a déjà envoyé autant de fichiers qu'elle le peut. Rechargez-la, puis recommencez."
_SERVER_FULL = "Trop de fichiers sont envoyés à la fois. Recommencez dans quelques minutes."


def find_held_files() -> MemoryUploadedFileManager | None:
    """The files that Streamlit holds; None before it runs."""
    manager = Runtime.instance().uploaded_file_mgr if Runtime.exists() else None
    return manager if isinstance(manager, MemoryUploadedFileManager) else None


class UploadQuota(RequestMiddleware):
    """Refuses a file that would make its session, or all of them, hold too much; those on their way count."""

    def __init__(self, app: ASGIApp):
        super().__init__(app)
        self._coming: Counter[str] = Counter()

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; only uploads are counted."""
        if scope["method"] != "PUT" or not scope["path"].startswith(_UPLOADS):
            await self.app(scope, receive, send)
            return
        session = scope["path"].removeprefix(_UPLOADS).partition("/")[0]
        size = measure_body(scope)
        if refusal := self._refusal(session, size):
            await answer_failure(scope, 413, refusal)(scope, receive, send)
            return
        self._coming[session] += size
        try:
            await self.app(scope, receive, send)
        finally:
            self._coming[session] -= size
            self._coming += Counter()  # forgets the sessions of which nothing is coming

    def _refusal(self, session: str, size: int) -> str:
        manager = find_held_files()
        held = {each: [len(file.data) for file in files.values()] for each, files in _sessions(manager)}
        own = held.get(session, [])
        if sum(own) + self._coming[session] + size > PER_SESSION or len(own) >= FILES_PER_SESSION:
            return _SESSION_FULL
        if sum(map(sum, held.values())) + self._coming.total() + size > IN_ALL:
            return _SERVER_FULL
        return ""


@dataclass
class GoneSessions:
    """The sessions that have left and still hold files, and since when."""

    is_active: Callable[[str], bool]
    clock: Callable[[], float] = time.monotonic
    _since: dict[str, float] = field(default_factory=dict)

    def drop_files(self, manager: MemoryUploadedFileManager) -> None:
        """Drop the files of the sessions that have been gone for longer than a page may sleep."""
        gone = {each for each, _ in _sessions(manager) if not self.is_active(each)}
        self._since = {each: self._since.get(each, self.clock()) for each in gone}
        for session, since in self._since.items():
            if self.clock() - since >= KEPT_AFTER_LEAVING:
                manager.remove_session_files(session)


async def drop_for_ever() -> None:
    """Drop what gone sessions hold, as time passes, until cancelled."""
    gone = GoneSessions(lambda session: Runtime.instance().is_active_session(session))
    while True:
        await asyncio.sleep(_PAUSE)
        if manager := find_held_files():
            gone.drop_files(manager)


def _sessions(manager: MemoryUploadedFileManager | None) -> list[tuple[str, dict[str, UploadedFileRec]]]:
    # Copied at once: uploads go on in other threads.
    return [(each, dict(files)) for each, files in dict(manager.file_storage).items()] if manager else []
