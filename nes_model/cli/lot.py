"""`lot`: price many organisations."""

import argparse
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from nes_model.catalogue.edition import Edition
from nes_model.editions.loading import load_edition
from nes_model.french import write_count
from nes_model.group.terms import Terms, parse_terms
from nes_model.problems import InvalidInputError, Problem, explain_unreadable

_MOST_TOLD = 20  # bad rows told on stderr; all are in the column « erreur »
_HELP = (
    "Chiffre chaque organisation d'un tableau, CSV ou XLSX, et l'écrit en CSV à la suite de ses colonnes. Une ligne "
    "mal remplie garde sa place : sa colonne « erreur » dit quoi corriger. Code de sortie : 0 quand le résultat est "
    "écrit, 2 quand le tableau ne peut être lu ; rien n'est alors écrit."
)


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    parser = commands.add_parser("lot", help="chiffre un tableau d'organisations", description=_HELP)
    parser.add_argument("fichier", metavar="FICHIER", help="tableau CSV ou XLSX ; « - » pour l'entrée standard")
    parser.add_argument(
        "-o", "--sortie", metavar="RESULTAT", type=Path, help="fichier à écrire, sinon la sortie standard"
    )
    parser.add_argument(
        "--lecture",
        action="append",
        default=[],
        metavar="POINT=LECTURE",
        help="lit autrement un point à confirmer, pour tout le groupe : R1=sans-virgule ; se répète",
    )
    parser.add_argument(
        "--tarif",
        action="append",
        default=[],
        metavar="TARIF=MONTANT",
        help="suppose un tarif, pour tout le groupe : contribution-esms=120,00 ; se répète",
    )
    parser.set_defaults(command=_lot)


def _lot(asked: argparse.Namespace) -> None:
    """Nothing is written before everything is read: a file cut short would look whole."""
    edition = load_edition()
    terms = parse_terms(asked.lecture, asked.tarif, edition)
    with _opened(asked.fichier) as stream, _collecting_less():
        if asked.sortie:
            with _replacing(asked.sortie) as output:
                told = _written(stream, edition, terms, output)
        else:
            with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as output:
                told = _written(stream, edition, terms, output)
                output.seek(0)
                shutil.copyfileobj(output, sys.stdout)
                sys.stdout.flush()
    print(told, file=sys.stderr)


def _written(stream: BinaryIO, edition: Edition, terms: Terms, output: TextIO) -> str:
    """Write the results; give back what must be said of them."""
    # numpy and the reader of workbooks are heavy: the other commands do without them
    from nes_model.group.organisations import stream_organisations
    from nes_model.reports.group_csv import write_group

    organisations = stream_organisations(stream, edition, terms)
    count = bad = 0
    told: list[str] = []
    for some in write_group(organisations, edition, output):
        wrong = [each for each in some if each.problems]
        count, bad = count + len(some), bad + len(wrong)
        told += [str(problem) for each in wrong[: max(0, _MOST_TOLD - len(told))] for problem in each.problems]
    return "\n".join([*told, *_more(bad), *organisations.remarks, _summary(count, bad)])


def _more(bad: int) -> Iterator[str]:
    if bad > _MOST_TOLD:
        yield "La suite est dans la colonne « erreur » du résultat."


def _summary(count: int, bad: int) -> str:
    errors = f", {write_count(bad, 'ligne')} à corriger" if bad else ""
    return f"{write_count(count - bad, 'organisation chiffrée')}{errors}."


@contextmanager
def _collecting_less() -> Iterator[None]:
    """Rows are freed without the collector: letting it look at every few hundred takes a fifth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    """The input, which is read twice: standard input goes through the disk."""
    if file == "-":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            copy.seek(0)
            yield copy
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - closed below; only the opening is watched here
    except OSError as error:
        raise explain_unreadable(file, error) from error
    with stream:
        yield stream


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """A file written whole or not at all, beside the one that it replaces."""
    target = path.resolve()
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    if target.exists() and not target.is_file():
        raise InvalidInputError([Problem("le résultat ne peut être écrit ici. Donnez un nom de fichier.", str(path))])
    try:
        output = partial.open("x", encoding="utf-8-sig", newline="")  # Excel knows UTF-8 by its mark
    except OSError as error:
        message = "le résultat ne peut être écrit ici. Vérifiez le dossier."
        raise InvalidInputError([Problem(message, str(path))]) from error
    try:
        with output:
            yield output
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
