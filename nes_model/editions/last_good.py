"""What was last read from files that can be replaced, or damaged, while they serve."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from math import inf
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")
Stamp = tuple[tuple[str, int, int], ...]
LOOKING = 0.1  # seconds between two looks at the files: a page asks many times in one run
SETTLING = 2.0  # seconds that changed files stand still before they are read: a copy may be half done


def stamp_files(paths: Iterable[Path]) -> Stamp:
    """Name, date and size of each file that is there: what changes when a file does."""
    found = []
    for path in sorted(paths):
        try:
            status = path.stat()
        except OSError:  # gone since it was listed
            continue
        found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


class LastGood(Generic[T]):
    """A value read from files, read again once they have changed and then stood still.

    Args:
        stamp: tells one state of the files from another.
        load: reads them. It is given the value that serves, if any, and may keep of it what can no longer be read.
    """

    def __init__(self, stamp: Callable[[], Stamp], load: Callable[[T | None], T]):
        self._stamp, self._load = stamp, load
        self._lock = Lock()
        self._value: T | None = None
        self._read: Stamp | None = None
        self._seen: Stamp | None = None
        self._seen_at = 0.0
        self._looked_at = -inf

    def get(self, now: float) -> T:
        """The value, read again if the files are seen to have stood still for `SETTLING` since they changed.

        While one caller reads, the others are given the value that served before.

        Args:
            now: seconds, from any origin that does not move.

        Raises:
            InvalidInputError: the first reading failed; whatever `load` raises does not replace a value.
        """
        served = self._value
        if served is not None:
            if now - self._looked_at >= LOOKING and self._lock.acquire(blocking=False):
                try:
                    self._looked_at = now
                    self._refresh(served, now)
                finally:
                    self._lock.release()
            return self._value or served
        with self._lock:
            if self._value is None:
                stamp = self._stamp()
                self._value, self._read = self._load(None), stamp
            return self._value

    def _refresh(self, served: T, now: float) -> None:
        stamp = self._stamp()
        if stamp == self._read:
            self._seen = None
        elif stamp != self._seen:
            self._seen, self._seen_at = stamp, now
        elif now - self._seen_at >= SETTLING:
            with suppress(OSError):  # moved away under our eyes: read at the next call
                self._value, self._read = self._load(served), stamp
