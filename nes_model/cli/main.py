"""The model on the command line: `python -m nes_model COMMAND`, one module of this package each."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from nes_model.cli import appliquer, besoins, comparer, devis, lot, nouvelle_edition, schema, services, verifier
from nes_model.problems import InvalidInputError

COMMANDS = (devis, comparer, services, besoins, lot, verifier, nouvelle_edition, appliquer, schema)
DONE, BAD_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command.

    Args:
        arguments: the words after the program's name; those of the process when they are not given.
        today: the day, for what runs out; nothing here reads a clock.

    Returns:
        0 when done; 2 when the input is bad: every problem is on stderr, in French, and nothing on stdout.
    """
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    # The name of a file may be no text at all.
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    asked = _parser().parse_args(arguments)
    asked.today = today
    try:
        text = asked.command(asked)  # nothing when the command has written its result itself
        if text is not None:
            print(text.removesuffix("\n"), flush=True)
    except InvalidInputError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        sys.stderr.close()  # whoever was reading has read enough
    return DONE


def _parser() -> argparse.ArgumentParser:
    called = Path(sys.argv[0]).stem
    program = called if called == "nes" else "python -m nes_model"
    parser = _FrenchParser(prog=program, description="Ce que coûte l'adhésion à Normand'e-Santé.")
    commands = parser.add_subparsers(title="Commandes", metavar="commande", required=True)
    for command in COMMANDS:
        command.register(commands)
    return parser


class _FrenchParser(argparse.ArgumentParser):
    """argparse speaks English; its few words are replaced."""

    def __init__(self, prog: str, description: str, **_: object):
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "Arguments"
        self._optionals.title = "Options"
        self.add_argument("-h", "--aide", "--help", action="help", help="montre cette aide")

    def error(self, message: str) -> NoReturn:  # noqa: ARG002
        """Say in French that the words are off; argparse's own message is English."""
        print(f"Commande mal écrite. {self.format_usage().strip()}", file=sys.stderr)
        print(f"Le détail : {self.prog} --aide", file=sys.stderr)
        raise SystemExit(BAD_INPUT)

    def format_usage(self) -> str:
        """The usage line, in French."""
        return super().format_usage().replace("usage:", "Écrivez :", 1)

    def format_help(self) -> str:
        """The help page, in French."""
        return super().format_help().replace("usage:", "Écrivez :", 1)
