"""A real server, asked over HTTP."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from server.journal import JsonLines
from tests.serving import serve


class Client(requests.Session):
    """Asks one server; a path is enough."""

    def __init__(self, address: str):
        super().__init__()
        self.address = address

    def request(self, method: str, url: str, **words: Any) -> requests.Response:  # type: ignore[override]
        return super().request(method, self.address + url, **words | {"timeout": 30})


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    with serve() as address, Client(address) as client:
        yield client


class Lines(logging.Handler):
    """Keeps what the log writes, read back."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonLines())
        self.written: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.written.append(json.loads(self.format(record)))


@pytest.fixture
def journal() -> Iterator[list[dict[str, Any]]]:
    lines, logger = Lines(), logging.getLogger("nes")
    level = logger.level
    logger.addHandler(lines)
    logger.setLevel(logging.INFO)
    yield lines.written
    logger.removeHandler(lines)
    logger.setLevel(level)
