"""The editions that serve while the program runs: of each, the last state of its files that could be read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from nes_model.catalogue.edition import Edition
from nes_model.editions.folders import find_following, find_in_force, list_editions
from nes_model.editions.last_good import LastGood, Stamp, stamp_files
from nes_model.editions.loading import join_files, load_edition
from nes_model.editions.source_lines import Places, find_places
from nes_model.problems import InvalidInputError, Problem


@dataclass(frozen=True, slots=True)
class ServedEdition:
    """An edition, the lines of its files, and the state in which these were read."""

    edition: Edition
    places: Places
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class ServedEditions:
    """The editions by id, oldest first; which is in force; why what is now in the files could not be read."""

    by_id: Mapping[str, ServedEdition]
    in_force: str
    problems: tuple[Problem, ...] = ()

    def list_from(self, id_: str) -> list[Edition]:
        """An edition, then those of the years that follow it, as far as they are known."""
        return [self.by_id[each].edition for each in (id_, *find_following(id_, self.by_id))]


def serve_editions(data: Path, now: float) -> ServedEditions:
    """The editions of a data folder, as they last could be read.

    Args:
        data: the folder that holds the editions.
        now: seconds, from any origin that does not move.

    Raises:
        InvalidInputError: no edition was ever in force: nothing can be priced.
    """
    return _watch(data).get(now)


def load_served(data: Path, last: ServedEditions | None = None) -> ServedEditions:
    """Read what has changed in a data folder; what cannot be read stays as it was last served.

    Raises:
        InvalidInputError: there is nothing to fall back on.
    """
    problems: list[Problem] = []
    known = dict(last.by_id) if last else {}
    by_id: dict[str, ServedEdition] = {}
    for id_ in list_editions(data):
        try:
            by_id[id_] = _load_one(data / id_, known.get(id_))
        except InvalidInputError as error:
            problems += [replace(each, file=f"{id_}/{each.file}") for each in error.problems]
            if id_ in known:
                by_id[id_] = known[id_]
    try:
        in_force = find_in_force(data)
    except InvalidInputError as error:
        problems += error.problems
        in_force = ""
    if in_force not in by_id and last:
        in_force = last.in_force
        by_id = dict(sorted({in_force: known[in_force], **by_id}.items()))
    if in_force not in by_id:
        raise InvalidInputError(problems)
    return ServedEditions(by_id, in_force, tuple(problems))


def _load_one(folder: Path, last: ServedEdition | None) -> ServedEdition:
    stamp = stamp_files(folder.glob("*.yaml"))
    if last and last.stamp == stamp:
        return last
    edition = load_edition(folder)
    return ServedEdition(edition, find_places(join_files(folder), edition), stamp)


@cache
def _watch(data: Path) -> LastGood[ServedEditions]:
    return LastGood(
        lambda: stamp_files([*data.glob("*.yaml"), *data.glob("*/*.yaml"), *data.glob("*/*.md")]),
        lambda last: load_served(data, last),
    )
