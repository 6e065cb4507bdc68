"""Work done in processes apart, and how much of it may be asked: whatever a work does, the server goes on."""

import atexit
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import spawn
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock, Thread
from typing import Any, TypeVar

from pebble import ProcessPool

Answer = TypeVar("Answer")


class TooManyError(Exception):
    """As many as may wait are waiting already."""


@dataclass
class ChildProcesses:
    """Child processes that do one work after the other, started once, and ended with this one.

    Attributes:
        prepare: what a child does before any work, a function of a module that it then has imported.
        children: how many works are done at once.
        waiting: how many more may wait; past them, one is refused.
        seconds: what one may take.
        of_one: how many of all these may be of one sender: the others find room.
        works_of_a_child: after which it is replaced, with all that it may have kept; 0 for as many as come.
    """

    prepare: Callable[[], None]
    children: int
    waiting: int
    seconds: float
    of_one: int
    works_of_a_child: int = 0
    _present: Counter[str] = field(default_factory=Counter, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)
    _started: ProcessPool | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        atexit.register(self.stop)

    @contextmanager
    def submit(self, work: Callable[..., Answer], *words: object, sender: str = "") -> Iterator[Future[Answer]]:
        """What a function of a module will answer; its place is held until the end of the context.

        The future raises `BrokenExecutor` when a child was killed before it took the work.

        Args:
            work: what a child computes.
            words: what it takes.
            sender: whoever asks, if that is known.

        Raises:
            TooManyError: there is no place left, for this sender or for anyone.
        """
        with self._lock:
            of_sender = self._present[sender] if sender else 0
            if self._present.total() >= self.children + self.waiting or of_sender >= self.of_one:
                raise TooManyError
            self._present[sender] += 1
        try:
            with self._lock:
                future: Future[Answer] = self._pool().schedule(work, args=words, timeout=self.seconds)
            yield future
        finally:
            with self._lock:
                self._present.subtract([sender])
                self._present += Counter()  # forgets the senders of whom nothing is present

    def start(self) -> None:
        """Start the children, so that the first work does not wait for them."""
        with self._lock:
            for _ in range(self.children):
                self._pool().schedule(_breathe)

    def stop(self) -> None:
        """End the children, whatever they are doing; others start with the next work."""
        with self._lock:
            if self._started:
                _end(self._started)
            self._started = None

    def _pool(self) -> ProcessPool:
        if self._started and not self._started.active:  # a child was killed while it waited: all of them are given up
            Thread(target=_end, args=(self._started,), daemon=True).start()  # nobody waits for what it was writing
            self._started = None
        if self._started is None:
            self._started = ProcessPool(
                max_workers=self.children,
                max_tasks=self.works_of_a_child,
                initializer=self.prepare,
                context=_ChildContext(),
            )
        return self._started


_get_preparation_data = spawn.get_preparation_data
_starting = Lock()


def _leave_script_out(name: str) -> dict[str, Any]:
    return {word: value for word, value in _get_preparation_data(name).items() if not word.startswith("init_main")}


class _ChildProcess(SpawnProcess):
    """A child that imports the module of its work alone.

    It would run this process's script again: a server's is, for Streamlit, the page that it last drew, which takes
    seconds and most of the memory that a child may have.
    """

    def start(self) -> None:
        with _starting:
            spawn.get_preparation_data = _leave_script_out
            try:
                super().start()
            finally:
                spawn.get_preparation_data = _get_preparation_data


class _ChildContext(SpawnContext):
    """Spawned, for a child to inherit nothing of a server that has threads."""

    Process = _ChildProcess


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _breathe() -> None:
    """Nothing: a child that has run it has started."""
