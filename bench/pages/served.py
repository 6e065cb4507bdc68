"""The two pages under comparison, each served in processes of its own on this machine."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.replicas import wait_for
from tests.serving import free_ports

ROOT = Path(__file__).parents[2]
SIMULATOR = ("Simulator", ("-m", "server", "--port", "{port}"))
FLOOR = (
    "Bare page",
    ("-m", "streamlit", "run", "bench/pages/floor.py", "--server.port", "{port}", "--server.fileWatcherType", "none"),
)
PAGES = (SIMULATOR, FLOOR)
Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Served:
    """A process that answers, and how long it took to."""

    address: str
    pid: int
    seconds_to_start: float

    @property
    def resident(self) -> float:
        """Memory held, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    @property
    def processor(self) -> float:
        """Seconds of processor taken since the start, its own and the system's for it."""
        user, system = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serve(command: Command) -> Iterator[Served]:
    """Start a page's process, until the end of the context.

    Both pages run under the project's settings of Streamlit, which leave the collection of garbage to Python.

    Args:
        command: what to start, after the interpreter.
    """
    (port,) = free_ports(1)
    words = [sys.executable, *(word.format(port=port) for word in command)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, cwd=ROOT, stdout=quiet, stderr=quiet) as process:  # noqa: S603 - our own command
        start = time.perf_counter()
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield Served(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - start)
        finally:
            process.terminate()
