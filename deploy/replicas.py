"""nginx and two processes on this machine: `python -m deploy.replicas`, or a context for the tests."""

import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PORTS = {"un": 8501, "deux": 8502}
FRONT = 8500
_MISSING = "Il manque nginx. Sous Debian ou Ubuntu, lancez : sudo apt-get install nginx"
_LONGEST_START = 60  # seconds
_PAUSE = 0.1  # seconds between two looks


@dataclass
class Replicas:
    """The processes, by the names that nginx gives them, and nginx itself."""

    folder: Path
    application: str
    front: int
    ports: dict[str, int]
    root: Path  # where the application and its tariffs are
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where people go."""
        return f"http://127.0.0.1:{self.front}"

    def start(self, name: str) -> None:
        """Start a process, and wait until it is ready."""
        port = str(self.ports[name])
        command = [sys.executable, "-m", "server", "--port", port, "--application", self.application]
        self.running[name] = self._spawn(command, name)
        wait_for(f"http://127.0.0.1:{port}/pret", self.running[name])

    def start_nginx(self) -> None:
        """Start nginx with the configuration of the guide, on this machine's ports."""
        found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
        if not found:
            raise SystemExit(_MISSING)
        text = (HERE / "simulateur.conf").read_text(encoding="utf-8")
        text = text.replace("/var/log/nginx/", "").replace(str(FRONT), str(self.front))
        for name, port in PORTS.items():
            text = text.replace(str(port), str(self.ports[name]))
        (self.folder / "simulateur.conf").write_text(text, encoding="utf-8")
        shutil.copy(HERE / "local.conf", self.folder)
        self.folder.chmod(0o755)  # started by root, nginx gives up its rights, and still writes large uploads there
        command = [found, "-p", str(self.folder), "-c", "local.conf", "-e", "error.log"]
        self.running["nginx"] = self._spawn(command, "nginx")
        wait_for(f"{self.address}/sante", self.running["nginx"])

    def stop(self, name: str) -> None:
        """Ask a process to end, as a service manager does, and wait for it."""
        self.running[name].send_signal(signal.SIGTERM)
        self.running.pop(name).wait()

    def kill(self, name: str) -> None:
        """End a process as a crash would."""
        self.running[name].kill()
        self.running.pop(name).wait()

    def _spawn(self, command: list[str], name: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.root, stdout=log, stderr=log)  # noqa: S603 - our own command


@contextmanager
def serve_replicas(
    application: str = "app:app", front: int = FRONT, ports: dict[str, int] = PORTS, root: Path = HERE.parent
) -> Iterator[Replicas]:
    """Two processes behind nginx, until the end of the context."""
    with tempfile.TemporaryDirectory() as folder:
        served = Replicas(Path(folder), application, front, ports, root)
        try:
            for name in served.ports:
                served.start(name)
            served.start_nginx()
            yield served
        finally:
            for name in list(served.running):
                served.stop(name)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until an address answers, or the process has ended."""
    end = time.monotonic() + _LONGEST_START
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - this machine
        except (urllib.error.URLError, OSError):
            time.sleep(_PAUSE)
        else:
            return
    raise RuntimeError(f"{url} ne répond pas.")


if __name__ == "__main__":
    with serve_replicas() as running:
        print(f"Simulateur, deux processus derrière nginx : {running.address} (Ctrl-C pour arrêter)", flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            print("Arrêt.")
