"""Files are read again once they have changed and stood still; what serves meanwhile is what was last read."""

import pytest

from nes_model.editions.last_good import LastGood, stamp_files
from nes_model.problems import InvalidInputError, Problem


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "prix.yaml"
    path.write_text("un", encoding="utf-8")
    return path


@pytest.fixture
def held(file):
    return LastGood(lambda: stamp_files([file]), lambda _: file.read_text(encoding="utf-8"))


def test_the_first_call_reads(held):
    assert held.get(0) == "un"


def test_a_change_is_read_once_the_file_has_stood_still_for_two_seconds(held, file):
    held.get(0)
    file.write_text("deux", encoding="utf-8")
    assert held.get(10) == "un"
    assert held.get(11.8) == "un"
    assert held.get(12) == "deux"


def test_a_file_that_keeps_growing_is_not_read(held, file):
    held.get(0)
    for second in range(10):
        file.write_text("d" * (second + 3), encoding="utf-8")
        assert held.get(second) == "un"
    assert held.get(10.8) == "un"
    assert held.get(11) == "d" * 12


def test_a_change_that_is_undone_before_it_is_read_is_no_change(held, file, tmp_path):
    held.get(0)
    aside = tmp_path / "aside"
    file.rename(aside)
    held.get(1)
    aside.rename(file)
    assert held.get(5) == "un"


def test_a_file_that_goes_while_it_is_read_leaves_what_served(file):
    def load(last):
        if last:
            raise FileNotFoundError
        return "un"

    held = LastGood(lambda: stamp_files([file]), load)
    held.get(0)
    file.write_text("deux", encoding="utf-8")
    assert [held.get(second) for second in (1, 4, 5)] == ["un"] * 3


def test_a_first_reading_that_fails_is_told_and_tried_again(file):
    tried = []

    def load(_):
        tried.append(1)
        raise InvalidInputError([Problem("illisible")])

    held = LastGood(lambda: stamp_files([file]), load)
    for _ in range(2):
        with pytest.raises(InvalidInputError, match="illisible"):
            held.get(0)
    assert len(tried) == 2


def test_a_reading_that_was_done_is_not_done_again(file):
    read = []
    held = LastGood(lambda: stamp_files([file]), lambda _: read.append(1) or "un")
    for second in range(5):
        held.get(second)
    assert len(read) == 1


def test_the_many_questions_of_one_run_look_at_the_files_once(file):
    looked = []
    held = LastGood(lambda: looked.append(1) or stamp_files([file]), lambda _: "un")
    held.get(0)
    looked.clear()
    for _ in range(5):
        held.get(10)
    assert len(looked) == 1
