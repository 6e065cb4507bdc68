"""What is read from `data/`: editions, lines in them, examples, as they last could be read."""

import time

from nes_model.catalogue.edition import Edition
from nes_model.editions.folders import DATA
from nes_model.editions.last_good import LastGood, stamp_files
from nes_model.editions.served import ServedEditions, serve_editions
from nes_model.editions.source_lines import Places
from nes_model.problems import InvalidInputError, Problem
from nes_model.scenario.examples import EXAMPLES, Examples, load_examples


def list_editions() -> tuple[str, ...]:
    """List the ids of the editions that a scenario may be priced under, oldest first."""
    return tuple(_served().by_id)


def read_edition(id_: str | None) -> Edition:
    """Read the edition of that id, else the one in force."""
    served = _served()
    return (served.by_id.get(id_ or "") or served.by_id[served.in_force]).edition


def list_later_editions(edition: Edition) -> tuple[Edition, ...]:
    """List the editions of the years that follow, as far as they are known."""
    return _served().list_following(edition)


def find_places(edition: Edition) -> Places:
    """Find where each charge and each reading of an edition is written, by id."""
    return _served().by_id[edition.header.id].places


def read_examples() -> Examples:
    """Read the ready-made scenarios."""
    return _EXAMPLES.get(time.monotonic())[0]


def list_refusals() -> tuple[Problem, ...]:
    """List why what is now in the files could not be read, and older figures serve; nothing most of the time."""
    return (*_served().problems, *_EXAMPLES.get(time.monotonic())[1])


def _served() -> ServedEditions:
    return serve_editions(DATA, time.monotonic())


def _load_examples(last: tuple[Examples, tuple[Problem, ...]] | None) -> tuple[Examples, tuple[Problem, ...]]:
    try:
        return load_examples(read_edition(None)), ()
    except InvalidInputError as error:
        if last is None:
            raise
        return last[0], tuple(error.problems)


def _example_files() -> tuple[tuple[str, int, int], ...]:
    served = _served()
    return (*stamp_files([EXAMPLES]), *served.by_id[served.in_force].stamp)


_EXAMPLES = LastGood(_example_files, _load_examples)
