"""A file is read in a process apart as it would be here; one that breaks its reader breaks nothing else."""

import os
import signal
from contextlib import suppress
from threading import Event

import pytest

from nes_model.group.title_names import has_category
from nes_model.problems import InvalidInputError
from nes_model.spreadsheets.detection import read_content
from nes_model.spreadsheets.process_apart import MOST_BLANK, MOST_IN_A_CELL, MOST_TEXT, ReaderPool
from nes_model.spreadsheets.sheet_survey import MOST_CELLS, MOST_ROWS
from tests.attack.hostile_tables import inline
from tests.nes_model.spreadsheets.breakdowns import abort, fault, fill, go_on, leave

SMALL = b"categorie;etablissements\nesms;3\n\nchu;1\n"
TOO_HEAVY = "trop de mémoire ou de temps"
_ENOUGH = 120  # seconds: a busy machine is no fault of a file's


@pytest.fixture(scope="module")
def readers():
    pool = ReaderPool(children=2, waiting=2, seconds=_ENOUGH)
    yield pool
    pool.stop()


def test_a_file_gives_the_same_rows_as_read_here(readers):
    apart, here = readers.read(SMALL, has_category), read_content(SMALL, has_category)
    assert apart.titles == here.titles
    assert list(apart.rows) == list(here.rows)
    assert (apart.remarks, apart.height, apart.sheets) == (here.remarks, here.height, here.sheets)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04rien"])
def test_a_file_that_cannot_be_used_is_refused_in_the_same_words(readers, content):
    with pytest.raises(InvalidInputError) as here:
        read_content(content, has_category)
    with pytest.raises(InvalidInputError) as apart:
        readers.read(content, has_category)
    assert apart.value.problems == here.value.problems


@pytest.mark.parametrize("break_down", [abort, fault, leave, fill], ids=lambda each: each.__name__)
def test_a_file_that_breaks_its_reader_is_refused_and_the_next_one_is_read(readers, break_down):
    with pytest.raises(InvalidInputError, match=TOO_HEAVY):
        readers.read(SMALL, break_down)
    assert read_categories(readers) == ["esms", "chu"]


def test_a_file_that_holds_its_reader_is_refused_and_the_next_one_is_read():
    readers = ReaderPool(children=2, waiting=2, seconds=1)
    try:
        with pytest.raises(InvalidInputError, match=TOO_HEAVY):
            readers.read(SMALL, go_on)
        readers.seconds = _ENOUGH
        assert read_categories(readers) == ["esms", "chu"]
    finally:
        readers.stop()


def test_a_reader_that_is_killed_while_it_waits_is_replaced():
    readers = ReaderPool(children=2, waiting=2, seconds=_ENOUGH)
    try:
        assert read_categories(readers) == ["esms", "chu"]
        os.kill(next(iter(readers._started._pool_manager.worker_manager.workers)), signal.SIGKILL)
        with suppress(InvalidInputError):  # sent to the one that is no longer
            readers.read(SMALL, has_category)
        assert read_categories(readers) == ["esms", "chu"]
    finally:
        readers.stop()


def test_nobody_waits_for_the_end_of_readers_that_are_given_up(monkeypatch):
    readers, release, ended = ReaderPool(children=1, waiting=1, seconds=_ENOUGH), Event(), []
    try:
        assert read_categories(readers) == ["esms", "chu"]
        given_up = readers._started
        end = given_up.join
        monkeypatch.setattr(given_up, "join", lambda: (release.wait(_ENOUGH), end(), ended.append(given_up)))
        os.kill(next(iter(given_up._pool_manager.worker_manager.workers)), signal.SIGKILL)
        with suppress(InvalidInputError):  # sent to the one that is no longer
            readers.read(SMALL, has_category)
        assert read_categories(readers) == ["esms", "chu"]
        assert not ended
    finally:
        release.set()
        readers.stop()


def read_categories(readers: ReaderPool) -> list[str]:
    return [row.cells[0] for row in readers.read(SMALL, has_category).rows if not row.is_blank]


def test_blank_rows_at_the_end_are_not_carried_over_without_end(readers):
    rows = list(readers.read(SMALL + b";\n" * (3 * MOST_BLANK), has_category).rows)
    assert len(rows) == 3 + MOST_BLANK


def test_a_row_lost_far_below_is_refused_with_the_line_where_blanks_begin(readers):
    with pytest.raises(InvalidInputError, match="ligne 5 : plus de 20\u202f000 lignes vides"):
        readers.read(SMALL + b";\n" * (MOST_BLANK + 1) + b"esms;1\n", has_category)


def test_one_row_more_than_are_accepted_is_carried_over_so_that_it_is_refused(readers):
    rows = list(readers.read(b"categorie\n" + b"esms\n" * (2 * MOST_ROWS), has_category).rows)
    assert len(rows) == MOST_ROWS + 1


@pytest.mark.parametrize(
    "content",
    [
        b"categorie;note\n" + (b"esms" + b";ab" * 100 + b"\n") * (MOST_CELLS // 100),
        inline(MOST_TEXT // 1_000, 1_000),
        inline(MOST_TEXT // 1_000, 1_000, "\N{GRINNING FACE}"),
    ],
    ids=["short cells", "long texts", "long texts of wide characters"],
)
def test_a_small_file_that_would_fill_the_memory_is_refused(readers, content):
    assert len(content) < 2_000_000
    with pytest.raises(InvalidInputError, match="le tableau est trop grand"):
        readers.read(content, has_category)


def test_a_cell_longer_than_a_spreadsheet_takes_is_refused(readers):
    assert len(list(readers.read(inline(1, MOST_IN_A_CELL), has_category).rows)) == 2
    with pytest.raises(InvalidInputError, match="ligne 3 : une case dépasse 32\u202f767 caractères"):
        readers.read(inline(1, MOST_IN_A_CELL + 1), has_category)


def test_one_sender_leaves_room_to_the_others(readers):
    readers._present["192.0.2.1"] = readers.of_one = 2  # as if they were being read
    with pytest.raises(InvalidInputError, match="trop de fichiers sont lus à la fois"):
        readers.read(SMALL, has_category, "192.0.2.1")
    for sender in ("192.0.2.2", ""):
        assert readers.read(SMALL, has_category, sender).titles.cells == ["categorie", "etablissements"]
    assert readers._present == {"192.0.2.1": 2}
    del readers._present["192.0.2.1"]
    assert readers.read(SMALL, has_category, "192.0.2.1").titles.cells == ["categorie", "etablissements"]
