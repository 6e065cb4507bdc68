"""The tariffs that the API and the readiness check answer with."""

from functools import lru_cache
from pathlib import Path

from nes_model.catalogue.edition import Edition
from nes_model.editions import folders
from nes_model.editions.loading import load_edition


def in_force() -> Edition:
    """The edition in force, read again as soon as a file of its folder changes.

    Raises:
        InvalidInputError: with every problem of every file.
    """
    folder = folders.DATA / folders.find_in_force(folders.DATA)
    return _read(folder, tuple((path.name, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.yaml"))))


@lru_cache(maxsize=2)
def _read(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Edition:  # noqa: ARG001 - part of the cache's key
    return load_edition(folder)
