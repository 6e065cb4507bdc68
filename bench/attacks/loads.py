"""`python -m bench.attacks.loads NAME ADDRESS`: one attack of `tests/attack`, again and again until it is ended."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import requests
from websockets.exceptions import WebSocketException

from bench.attacks.table import give_table
from tests.attack.heavy import HEAVY
from tests.attack.hostile_tables import TEXTS, WORKBOOKS
from tests.attack.page import RERUN, connect_page, open_page, receive_token

_BODIES = (
    ("comparer", HEAVY),
    ("devis", '{"categorie": "esms", "options": {' + ",".join(f'"x{each}": {{}}' for each in range(5_000)) + "}}"),
    ("devis", '{"categorie": "esms", "hausse_annuelle": 1E-99999999999999999999}'),
    ("devis", '{"categorie": ' + "[" * 40_000),
)


def flood(address: str) -> None:
    """Two thousand messages on each of ten connections, then leave."""
    with ThreadPoolExecutor(10) as crowd:
        list(crowd.map(_flood_once, [address] * 10))


def ask(address: str) -> None:
    """Forty heavy or wrong requests to the API at a time."""

    def send(number: int) -> None:
        path, body = _BODIES[number % len(_BODIES)]
        headers = {"Content-Type": "application/json"}
        requests.post(f"{address}/api/{path}", data=body, headers=headers, timeout=60).close()

    with ThreadPoolExecutor(40) as crowd:
        list(crowd.map(send, range(120)))


def upload(address: str) -> None:
    """Sixty files that no page reads."""
    with connect_page(address) as page, receive_token(address) as sender:
        session = open_page(page)
        for each in range(60):
            where = f"{address}/_stcore/upload_file/{session}/file{each}"
            sender.put(where, files={"file": ("a.csv", bytes(4_900_000))}, timeout=60).close()


def open_many(address: str) -> None:
    """A hundred connections that ask for a page as long as a message may be, then leave."""
    for _ in range(100):
        with connect_page(address) as page:
            open_page(page, "categorie=" + "x" * 1_000_000)


def give_tables(address: str) -> None:
    """Every hostile table, given to the page of groups."""
    for name, content in (*WORKBOOKS.items(), *TEXTS.items()):
        with connect_page(address) as page, receive_token(address) as sender:
            give_table(page, sender, address, name, content)


LOADS: dict[str, Callable[[str], None]] = {each.__name__: each for each in (flood, ask, upload, open_many, give_tables)}


def _flood_once(address: str) -> None:
    with connect_page(address) as flooding:
        for _ in range(2_000):
            flooding.send(RERUN)


def main(name: str, address: str) -> None:
    """Attack until ended; what the server refuses is what it should do."""
    while True:
        with suppress(requests.RequestException, WebSocketException, OSError):
            LOADS[name](address)


if __name__ == "__main__":
    main(*sys.argv[1:])
