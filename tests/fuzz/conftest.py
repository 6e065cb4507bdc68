"""At the end: how many inputs of each kind were tried."""

from collections import Counter
from typing import Any

import pytest

from tests.fuzz.inputs import TRIED

_KEY = "fuzzed"


def pytest_sessionfinish(session: Any) -> None:
    """A process of pytest-xdist hands its counts over."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[_KEY] = dict(TRIED)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The main process adds them up."""
    TRIED.update(Counter(getattr(node, "workeroutput", {}).get(_KEY, {})))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say it."""
    if TRIED:
        each = ", ".join(f"{count} {kind}" for kind, count in sorted(TRIED.items()))
        terminalreporter.write_line(f"fuzzed: {each}; {sum(TRIED.values())} inputs")
