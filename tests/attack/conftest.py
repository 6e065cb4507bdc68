"""A server under attack, and someone who asks it for a sign of life all the while."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen
from threading import Event, Thread

import pytest
import requests

from tests.serving import start

# Of the server and its children: some 330 at rest, then what visitors' files may fill, theirs for two minutes after
# they left (`server/uploads.py`) and the groups read from them (`ui/group/read_groups.py`).
MOST_MEGABYTES = 330 + 150 + 300
# The figure to hold is one second, which `docs/figures.md` measures; a busy machine is not a wrong result.
_SIGN_OF_LIFE = 5  # seconds
_PAUSE = 0.05  # seconds between two signs of life


@dataclass
class Target:
    """The server: its address, its process, what others saw of it."""

    address: str
    process: Popen[str]
    most_megabytes: float = 0
    answered: int = 0
    failed: list[str] = field(default_factory=list)

    def ask(self) -> None:
        """Ask for a sign of life, and note what the process holds."""
        try:
            answer = requests.get(f"{self.address}/sante", timeout=_SIGN_OF_LIFE)
            answer.raise_for_status()
            self.answered += 1
        except requests.RequestException as error:
            self.failed.append(repr(error))
        self.most_megabytes = max(self.most_megabytes, _held(self.process.pid))


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    with start() as (address, process):
        yield Target(address, process)


@pytest.fixture
def others_served(target: Target) -> Callable[[], AbstractContextManager[None]]:
    """A context during which others ask for signs of life; at its end, they all had one, and nothing grew or died."""

    @contextmanager
    def watch() -> Iterator[None]:
        target.answered, target.most_megabytes, over = 0, 0, Event()

        def ask_again() -> None:
            while not over.is_set():
                target.ask()
                over.wait(_PAUSE)

        watcher = Thread(target=ask_again)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()
        target.ask()
        assert target.failed == []
        assert target.answered > 1
        assert target.process.poll() is None
        assert target.most_megabytes < MOST_MEGABYTES

    return watch


def _held(pid: int) -> float:
    """The memory of a process and of its children, in MB; nothing where the system does not tell it."""
    proc = Path("/proc")
    if not proc.is_dir():
        return 0
    pids = [pid, *_children(pid)]
    return sum(_resident(proc / str(each) / "status") for each in pids) / 1024


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _resident(status: Path) -> int:
    try:
        lines = status.read_text().splitlines()
    except OSError:  # ended meanwhile
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)
