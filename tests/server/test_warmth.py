"""Before the first visitor, what the pages need is made ready, and the collector is told that it stays."""

import asyncio
import gc

import pytest

from server.application import assemble
from ui.drawing import vega as drawing
from ui.site import shell


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


def lived(prepare) -> int:
    """Start and stop a server's life; how much was frozen meanwhile."""

    async def life() -> int:
        async with assemble(prepare)["lifespan"](None):
            return gc.get_freeze_count()

    return asyncio.run(life())


def test_what_is_prepared_is_ready_and_frozen_before_anyone_is_served():
    done = []
    before = gc.get_freeze_count()
    assert lived(lambda: done.append("prepared")) > before
    assert done == ["prepared"]


def test_the_pages_prepare_their_drawings_once(monkeypatch):
    made = []
    monkeypatch.setattr(drawing, "_ALL", [lambda: made.append("drawn")])
    shell.prepare()
    assert made == ["drawn"]


def test_tariffs_that_cannot_be_read_do_not_keep_the_server_from_saying_so(monkeypatch, tmp_path):
    monkeypatch.setattr("ui.state.data.DATA", tmp_path)
    shell.prepare()
