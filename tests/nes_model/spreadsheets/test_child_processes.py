"""Children that work apart: started with the module of their work, and nothing else of the process that starts them."""

import sys
from types import ModuleType

import pytest

from nes_model.group.title_names import has_category
from nes_model.spreadsheets.process_apart import ReaderPool


@pytest.fixture
def script(monkeypatch, tmp_path):
    """A script as Streamlit runs it: in the place of the program's own, and longer than a file is read."""
    path, ran = tmp_path / "app.py", tmp_path / "ran"
    path.write_text(f"open({str(ran)!r}, 'w')\nraise SystemExit('a child ran the page')\n", encoding="utf-8")
    module = ModuleType("__main__")
    module.__file__ = str(path)
    monkeypatch.setitem(sys.modules, "__main__", module)
    return ran


def test_a_child_that_is_started_while_a_page_is_drawn_does_not_run_the_page(script):
    readers = ReaderPool(children=1, waiting=2, seconds=120)
    try:
        table = readers.read(b"categorie\nesms\n", has_category)
    finally:
        readers.stop()
    assert [row.cells for row in table.rows] == [["esms"]]
    assert not script.exists()
