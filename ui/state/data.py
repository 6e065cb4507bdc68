"""What is read from `data/`: editions, lines in them, examples, as they last could be read."""

import time

from nes_model.catalogue.edition import Edition
from nes_model.editions.folders import DATA
from nes_model.editions.last_good import LastGood, stamp_files
from nes_model.editions.served import ServedEditions, serve_editions
from nes_model.editions.source_lines import Places
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario.examples import EXAMPLES, Examples, load_examples


def edition_choices() -> tuple[str, ...]:
    """The editions that a scenario may be priced under, oldest first."""
    return tuple(_served().by_id)


def edition_named(id_: str) -> Edition:
    """An edition among the choices."""
    return _served().by_id[id_].edition


def edition_asked(id_: str | None) -> Edition:
    """The edition of that id, else the one in force."""
    served = _served()
    return (served.by_id.get(id_ or "") or served.by_id[served.in_force]).edition


def later_editions(edition: Edition) -> list[Edition]:
    """The editions of the years that follow, as far as they are known."""
    _, *later = _served().list_from(edition.header.id)
    return later


def places(edition: Edition) -> Places:
    """Where each charge and each reading of an edition is written, by id."""
    return _served().by_id[edition.header.id].places


def examples(edition: Edition) -> Examples:
    """The ready-made scenarios that the edition can price."""
    return _EXAMPLES.get(time.monotonic())[0].priced_by(edition)


def refusals() -> tuple[Problem, ...]:
    """Why what is now in the files could not be read, and older figures go on serving; nothing most of the time."""
    return (*_served().problems, *_EXAMPLES.get(time.monotonic())[1])


def _served() -> ServedEditions:
    return serve_editions(DATA, time.monotonic())


def _load_examples(last: tuple[Examples, tuple[Problem, ...]] | None) -> tuple[Examples, tuple[Problem, ...]]:
    try:
        return load_examples(edition_asked(None)), ()
    except InvalidInputError as error:
        if last is None:
            raise
        return last[0], tuple(error.problems)


def _example_files() -> tuple[tuple[str, int, int], ...]:
    served = _served()
    return (*stamp_files([EXAMPLES]), *served.by_id[served.in_force].stamp)


_EXAMPLES = LastGood(_example_files, _load_examples)
