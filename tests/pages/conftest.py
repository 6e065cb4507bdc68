"""What every page test needs."""

from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager


@pytest.fixture(autouse=True)
def _pages_as_app_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in `app.py`: without this, Streamlit's test tool finds the folder `pages/` and skips the page's frame."""
    original = PagesManager.__init__

    def init(self: PagesManager, *arguments: Any, **words: Any) -> None:
        PagesManager.uses_pages_directory = False
        original(self, *arguments, **words)

    monkeypatch.setattr(PagesManager, "__init__", init)
