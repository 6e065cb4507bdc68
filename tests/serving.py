"""A real server in a process of its own, as `make run` starts it, on a free port of this machine."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parents[1]
_SERVED = ("app.py", "pages", "ui", "nes_model", "server", "data", ".streamlit")


def copy_application(folder: Path) -> Path:
    """Copy what is served, so that its tariffs can be damaged."""
    for name in _SERVED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    return folder


def free_ports(count: int) -> list[int]:
    """Ports of this machine that nobody listens to."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@contextmanager
def serve(application: str = "app:app", port: str = "0", root: Path = ROOT, **settings: str) -> Iterator[str]:
    """The address of an application, once it answers; without a port, on a free one."""
    with start(application, port, root, **settings) as (address, _):
        yield address


@contextmanager
def start(
    application: str = "app:app", port: str = "0", root: Path = ROOT, **settings: str
) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """As `serve`, with the process."""
    command = [sys.executable, "-m", "server", "--port", port, "--application", application]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"} | settings
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            address = _address(process)
            # A pipe that nobody reads fills up, and the server would wait on its own log.
            assert process.stdout
            Thread(target=process.stdout.read, daemon=True).start()
            yield address, process
        finally:
            process.terminate()


def _address(process: "subprocess.Popen[str]") -> str:
    """What the server says of itself once it answers."""
    said = []
    assert process.stdout
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:[1-9]\d*", line):
            return found.group()
    raise RuntimeError("The server stopped:\n" + "".join(said))
