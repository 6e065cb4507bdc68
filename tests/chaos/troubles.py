"""What goes wrong: attacks from other addresses, processes that end, tariffs saved with a mistake."""

import random
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Thread

import requests
from requests.adapters import HTTPAdapter
from websockets.exceptions import WebSocketException

from tests.attack.heavy import HEAVY
from tests.attack.hostile_tables import TEXTS, WORKBOOKS
from tests.attack.page import RERUN, connect_page, receive_token, split_address
from tests.chaos.people import Stranger
from tests.chaos.site import Site

_ATTACKER = "127.0.0.66"  # another address of this machine: nginx counts it apart from the people
_SETTLED = 4  # seconds: a changed folder is read once it has stood still for two
_LONGEST_WHOLE = 60  # seconds


class Troubles:
    """The troubles by name, on a site, drawn by a seed."""

    def __init__(self, site: Site, stranger: Stranger, chance: random.Random):
        self.site, self.stranger, self.chance = site, stranger, chance
        self._sound = {path: path.read_bytes() for path in site.data.glob("*/*.yaml")}

    @contextmanager
    def during(self, name: str) -> Iterator[None]:
        """Start a trouble, let people go on, and wait until it is over."""
        trouble = Thread(target=TROUBLES[name], args=(self,))
        if name == "hostile table":  # the browser belongs to this thread
            trouble.run()
        else:
            trouble.start()
        try:
            yield
        finally:
            if trouble.ident:
                trouble.join()

    def end(self) -> None:
        """Put everything right, and wait until every process serves again."""
        self.repair()
        end = time.monotonic() + _LONGEST_WHOLE
        while not self.site.is_whole():
            if time.monotonic() > end:
                self.site.faults.append("a process does not answer any more")
                return
            time.sleep(0.5)

    def flood(self) -> None:
        """Two thousand messages on one connection, then leave."""
        with suppress(OSError, WebSocketException), connect_page(self.site.address, _ATTACKER) as flooding:
            for _ in range(2_000):
                flooding.send(RERUN)

    def crowd(self) -> None:
        """Forty heavy comparisons at once."""

        def post(session: requests.Session) -> None:
            with suppress(requests.RequestException):
                session.post(
                    f"{self.site.address}/api/comparer",
                    data=HEAVY,
                    headers={"Content-Type": "application/json"},
                    timeout=60,
                )

        with ThreadPoolExecutor(40) as crowd:
            list(crowd.map(post, [self._from_elsewhere() for _ in range(40)]))

    def uploads(self) -> None:
        """Twenty files that no page reads."""
        with suppress(requests.RequestException, KeyError):
            session = receive_token(self.site.address, self._from_elsewhere())
            for number in range(20):
                session.put(
                    f"{self.site.address}/_stcore/upload_file/nobody/{number}",
                    files={"file": ("a.csv", bytes(4_900_000))},
                    timeout=30,
                )

    def unfinished(self) -> None:
        """Two hundred requests that are never finished."""
        opened = []
        with suppress(OSError):
            for _ in range(200):
                opened.append(socket.create_connection(split_address(self.site.address), 5, (_ATTACKER, 0)))
                opened[-1].sendall(b"POST /api/devis HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n")
        time.sleep(5)
        for each in opened:
            each.close()

    def table(self) -> None:
        """A table made to take a reader's memory or time."""
        files = [("hostile.xlsx", content) for content in WORKBOOKS.values()]
        files += [("hostile.csv", content) for content in TEXTS.values()]
        self.stranger.sends(*self.chance.choice(files))

    def kill(self) -> None:
        """One process ends as by a crash."""
        self.site.end(self.chance.choice(self.site.names), by_force=True)

    def stop(self) -> None:
        """One process is asked to end, as for a new version."""
        self.site.end(self.chance.choice(self.site.names), by_force=False)

    def mistake(self) -> None:
        """A tariff file is saved with a mistake, or cut in the middle; it is repaired once it has been read."""
        path = self.chance.choice(list(self._sound))
        sound = self._sound[path]
        cut = self.chance.random() < 0.5
        path.write_bytes(sound[: len(sound) // 2] if cut else sound + b"\nmot-inconnu: 1\n")
        time.sleep(_SETTLED)
        self.repair()

    def repair(self) -> None:
        """Put every tariff file back."""
        for path, sound in self._sound.items():
            if path.read_bytes() != sound:
                path.write_bytes(sound)

    def _from_elsewhere(self) -> requests.Session:
        session = requests.Session()
        session.mount("http://", _FromElsewhere())
        return session


class _FromElsewhere(HTTPAdapter):
    """Requests that come from the attacker's address."""

    def init_poolmanager(self, *args: object, **named: object) -> None:
        super().init_poolmanager(*args, **named, source_address=(_ATTACKER, 0))  # type: ignore[arg-type]


TROUBLES: dict[str, Callable[[Troubles], None]] = {
    "flood": Troubles.flood,
    "crowd on the API": Troubles.crowd,
    "uploads": Troubles.uploads,
    "unfinished requests": Troubles.unfinished,
    "hostile table": Troubles.table,
    "a process is killed": Troubles.kill,
    "a process is stopped": Troubles.stop,
    "tariffs saved with a mistake": Troubles.mistake,
}
