"""A copy of the checkout, served by two processes behind nginx, and a supervisor as a service manager would be one."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread

import requests

from deploy.replicas import Replicas, serve_replicas
from server.__main__ import BROKEN_TARIFFS
from tests.serving import copy_application, free_ports

_LONGEST_RESTART = 30  # seconds, from a death to an answer
_PAUSE = 0.2  # seconds between two looks at the processes


@dataclass
class Site:
    """The processes, the tariffs that they read, and what went wrong with them."""

    replicas: Replicas
    data: Path
    restarts: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _expected: set[str] = field(default_factory=set)
    _turn: Lock = field(default_factory=Lock)

    @property
    def address(self) -> str:
        """Where people go."""
        return self.replicas.address

    @property
    def names(self) -> list[str]:
        """The processes, as nginx calls them."""
        return list(self.replicas.ports)

    def end(self, name: str, *, by_force: bool) -> None:
        """End a process, as a crash or as a service manager; the supervisor starts it again."""
        with self._turn:
            if name in self.replicas.running:
                self._expected.add(name)
                process = self.replicas.running[name]
                if by_force:
                    process.kill()
                else:
                    process.terminate()

    def supervise(self, over: Event) -> None:
        """Start again whatever has ended, until it is over."""
        while not over.wait(_PAUSE):
            with self._turn:
                for name, process in list(self.replicas.running.items()):
                    if process.poll() is not None:
                        self._start_again(name, process.returncode)

    def is_whole(self) -> bool:
        """Whether every process answers, and serves the tariffs as they are."""
        for port in self.replicas.ports.values():
            try:
                answer = requests.get(f"http://127.0.0.1:{port}/pret", timeout=5)
            except requests.RequestException:
                return False
            if answer.status_code != 200:
                return False
        return True

    def keep_logs(self, folder: Path) -> None:
        """Copy what the processes wrote."""
        folder.mkdir(parents=True, exist_ok=True)
        for log in self.replicas.folder.glob("*.log"):
            shutil.copy(log, folder)

    def _start_again(self, name: str, code: int) -> None:
        if name not in self._expected:
            self.faults.append(f"{name} ended by itself, with {code}")
        self._expected.discard(name)
        died = time.monotonic()
        while not self._starts(name):
            died = time.monotonic()  # with tariffs that cannot be read, a process says so and waits for the repair
        self.restarts.append(time.monotonic() - died)
        if self.restarts[-1] > _LONGEST_RESTART:
            self.faults.append(f"{name} took {self.restarts[-1]:.0f} s to come back")

    def _starts(self, name: str) -> bool:
        try:
            if name == "nginx":
                self.replicas.start_nginx()
            else:
                self.replicas.start(name)
        except RuntimeError:
            if self.replicas.running[name].poll() != BROKEN_TARIFFS:
                raise
            return False
        return True


@contextmanager
def chaotic_site() -> Iterator[Site]:
    """The site, supervised until the end of the context."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_application(Path(folder))
        front, one, two = free_ports(3)
        with serve_replicas("app:app", front, {"un": one, "deux": two}, root) as running:
            site, over = Site(running, root / "data"), Event()
            supervisor = Thread(target=site.supervise, args=(over,))
            supervisor.start()
            try:
                yield site
            finally:
                over.set()
                supervisor.join()
