"""What is read from `data/`, kept in memory until a file of it changes: editions, places in them, examples."""

from pathlib import Path

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.editions.folders import DATA, find_in_force, find_later, list_editions
from nes_model.editions.loading import join_files, load_edition
from nes_model.editions.source_lines import Places, find_places
from nes_model.scenario.examples import EXAMPLES, Examples, load_examples


def edition_choices() -> tuple[str, ...]:
    """The editions that a scenario may be priced under, oldest first."""
    return list_editions(DATA)


def edition_named(id_: str) -> Edition:
    """An edition, read again as soon as a file of its folder changes."""
    return _edition(DATA / id_, _stamp(DATA / id_))


def edition_asked(id_: str | None) -> Edition:
    """The edition of that id, else the one in force."""
    return edition_named(id_ if id_ in list_editions(DATA) else find_in_force(DATA))


def later_editions(edition: Edition) -> list[Edition]:
    """The editions of the years that follow, as far as they are known."""
    return [edition_named(each) for each in find_later(edition.header.id, DATA)]


def places(edition: Edition) -> Places:
    """Where each charge and each reading of an edition is written, by id."""
    folder = DATA / edition.header.id
    return _places(folder, _stamp(folder))


def examples(edition: Edition) -> Examples:
    """The ready-made scenarios that the edition can price."""
    folder = DATA / find_in_force(DATA)
    return _examples(folder, (*_stamp(folder), *_stamp(EXAMPLES.parent))).priced_by(edition)


def _stamp(folder: Path) -> tuple[tuple[str, int], ...]:
    return tuple((path.name, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.yaml")))


@st.cache_resource(max_entries=8, show_spinner=False)
def _places(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Places:  # noqa: ARG001 - part of the cache's key
    return find_places(join_files(folder), load_edition(folder))


@st.cache_resource(max_entries=8, show_spinner=False)
def _edition(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Edition:  # noqa: ARG001 - part of the cache's key
    return load_edition(folder)


@st.cache_resource(max_entries=2, show_spinner=False)
def _examples(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Examples:  # noqa: ARG001 - part of the cache's key
    return load_examples(load_edition(folder))
