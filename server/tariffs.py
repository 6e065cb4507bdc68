"""The tariffs that the API and the readiness check answer with."""

from functools import lru_cache
from pathlib import Path

from nes_model import editions
from nes_model.edition import Edition
from nes_model.loading import load_edition


def in_force() -> Edition:
    """The edition in force, read again as soon as a file of its folder changes.

    Raises:
        InvalidInputError: with every problem of every file.
    """
    folder = editions.DATA / editions.in_force(editions.DATA)
    return _read(folder, tuple((path.name, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.yaml"))))


@lru_cache(maxsize=2)
def _read(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Edition:  # noqa: ARG001 - part of the cache's key
    return load_edition(folder)
