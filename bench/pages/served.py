"""The two pages under comparison, each served in processes of its own on this machine."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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


@contextmanager
def served(command: Command, *, collects: bool = True) -> Iterator[Served]:
    """Start a page's process, until the end of the context.

    Args:
        command: what to start, after the interpreter.
        collects: whether Streamlit collects garbage after each run; said in a home folder of its own, which both pages
            read, and which the project's own settings do not contradict.
    """
    port = _free_port()
    words = [sys.executable, *(word.format(port=port) for word in command)]
    with tempfile.TemporaryDirectory() as home, _started(words, Path(home), collects=collects) as process:
        start = time.perf_counter()
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield Served(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - start)
        finally:
            process.terminate()


def _started(words: list[str], home: Path, *, collects: bool) -> subprocess.Popen[bytes]:
    (home / ".streamlit").mkdir()
    setting = f"[runner]\npostScriptGC = {str(collects).lower()}\n"
    (home / ".streamlit" / "config.toml").write_text(setting, encoding="ascii")
    return subprocess.Popen(  # noqa: S603 - our own command
        words,
        cwd=ROOT,
        env=os.environ | {"HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - this machine
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"{url} does not answer.")
