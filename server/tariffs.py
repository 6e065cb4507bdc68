"""The tariffs that the API and the readiness check answer with, and the watch kept over their files."""

import asyncio
import logging
import time

from anyio import CapacityLimiter, to_thread

from nes_model.catalogue.edition import Edition
from nes_model.editions import folders
from nes_model.editions.served import ServedEditions, serve_editions
from nes_model.problems import InvalidInputError, Problem

_LOG = logging.getLogger("nes")
_PAUSE = 1  # seconds between two looks at the files


def serve() -> ServedEditions:
    """The editions as they last could be read.

    Raises:
        InvalidInputError: with every problem of every file; none could ever be read.
    """
    return serve_editions(folders.DATA, time.monotonic())


def find_editions() -> tuple[Edition, ...]:
    """The edition in force, then those of the years that follow.

    Raises:
        InvalidInputError: as `serve`.
    """
    served = serve()
    edition = served.by_id[served.in_force].edition
    return edition, *served.list_following(edition)


async def watch_for_ever() -> None:
    """Have changed files read without a visitor waiting for it, until cancelled; what is refused is logged once."""
    apart = CapacityLimiter(1)
    known: tuple[Problem, ...] = ()
    while True:
        known = await to_thread.run_sync(log_news, known, limiter=apart)
        await asyncio.sleep(_PAUSE)


def log_news(known: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Log what is wrong with the tariffs, or right again, if it is not what was known; return what is wrong."""
    try:
        problems = serve().problems
    except InvalidInputError as error:
        problems = tuple(error.problems)
    if problems and problems != known:
        _LOG.error("tariffs refused, the last that could be read go on", exc_info=InvalidInputError(list(problems)))
    elif known and not problems:
        _LOG.info("tariffs read again")
    return problems
