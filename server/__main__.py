"""`python -m server`: serve the simulator, as `make run` and the services of `deploy/` do."""

import argparse

import uvicorn

from nes_model.problems import InvalidInputError
from server import settings, tariffs
from server.protocol import FrenchProtocol

BROKEN_TARIFFS = 78  # what a service manager does not start again: see deploy/nes-simulateur@.service
_LARGEST_MESSAGE = 1024 * 1024  # what a browser may send at once over its connection: a full table is a quarter of it


def main() -> None:
    """Serve until told to stop; then let the requests in progress end."""
    parser = argparse.ArgumentParser(prog="python -m server", description="Sert le simulateur.")
    parser.add_argument("--adresse", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--application", default="app:app")
    asked = parser.parse_args()
    try:
        settings.check()
        tariffs.serve()
    except ValueError as error:
        parser.exit(2, f"{error}\n")
    except InvalidInputError as error:
        parser.exit(BROKEN_TARIFFS, f"Les tarifs ne peuvent pas être lus :\n{error}\n")
    uvicorn.run(
        asked.application,
        host=asked.adresse,
        port=asked.port,
        http=FrenchProtocol,
        server_header=False,
        access_log=False,  # server/journal.py writes it, without query strings
        log_config=None,
        ws_max_size=_LARGEST_MESSAGE,
        timeout_graceful_shutdown=5,
    )


if __name__ == "__main__":
    main()
