"""The model on the command line: `devis`, `verifier`, `schema`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from nes_model import checking, documents
from nes_model.documents import MOST_BYTES, Node
from nes_model.edition import Edition
from nes_model.french_errors import validated
from nes_model.loading import CURRENT, DATA, load_edition
from nes_model.pricing import price
from nes_model.problems import InvalidInputError
from nes_model.reports.quote_csv import quote_csv
from nes_model.reports.quote_json import quote_json
from nes_model.reports.quote_text import quote_text
from nes_model.scenario import Scenario

DONE, BAD_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when done; 2 when the input is bad: every problem is on stderr, in French, and nothing on stdout.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    asked = _parser().parse_args(arguments)
    try:
        text = asked.command(asked)
    except InvalidInputError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stderr.close()  # whoever was reading has read enough
    return DONE


def _devis(asked: argparse.Namespace) -> str:
    edition = load_edition()
    scenario = _scenario(_document(asked.fichier), edition)
    quote = price(scenario, edition)
    if asked.format == "json":
        return json.dumps(quote_json(quote, edition), ensure_ascii=False, indent=2)
    if asked.format == "csv":
        return quote_csv(quote).removesuffix("\n")
    return quote_text(quote, edition)


def _verifier(asked: argparse.Namespace) -> str:
    edition = load_edition(asked.dossier)
    return (
        f"Édition {edition.header.id} : {len(edition.colleges)} collèges, {len(edition.categories)} catégories, "
        f"{len(edition.offers)} prestations, {len(edition.charges)} tarifs, "
        f"{len(edition.readings)} points à confirmer. Aucun problème."
    )


def _schema(asked: argparse.Namespace) -> str:
    model = Edition if asked.quoi == "edition" else Scenario
    schema = model.model_json_schema(by_alias=True)
    for each in (schema, *schema.get("$defs", {}).values()):
        each.pop("description", None)  # the docstrings are for developers, in English
    return json.dumps(schema, ensure_ascii=False, indent=2)


def _document(file: str) -> Node:
    if file == "-":
        return documents.parse(sys.stdin.buffer.read(MOST_BYTES + 1), "entrée standard")
    return documents.read(Path(file))


def _scenario(document: Node, edition: Edition) -> Scenario:
    scenario = validated(Scenario, document)
    if found := checking.findings(scenario, edition):
        raise InvalidInputError([document.problem(path, message) for path, message in found])
    return scenario


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
        print("Le détail : python -m nes_model --aide", file=sys.stderr)
        raise SystemExit(BAD_INPUT)

    def format_usage(self) -> str:
        """The usage line, in French."""
        return super().format_usage().replace("usage:", "Écrivez :", 1)

    def format_help(self) -> str:
        """The help page, in French."""
        return super().format_help().replace("usage:", "Écrivez :", 1)


def _parser() -> argparse.ArgumentParser:
    parser = _FrenchParser(prog="python -m nes_model", description="Ce que coûte l'adhésion à Normand'e-Santé.")
    commands = parser.add_subparsers(title="Commandes", metavar="commande", required=True)

    devis = commands.add_parser("devis", help="chiffre un scénario", description="Chiffre un scénario.")
    devis.add_argument("fichier", metavar="FICHIER", help="scénario, YAML ou JSON ; « - » pour l'entrée standard")
    devis.add_argument("--format", choices=("table", "json", "csv"), default="table", help="table, json ou csv")
    devis.set_defaults(command=_devis)

    verifier = commands.add_parser("verifier", help="vérifie les tarifs", description="Vérifie un dossier de tarifs")
    verifier.add_argument("dossier", metavar="DOSSIER", nargs="?", type=Path, default=DATA / CURRENT)
    verifier.set_defaults(command=_verifier)

    schema = commands.add_parser("schema", help="écrit le schéma JSON", description="Écrit un schéma JSON.")
    schema.add_argument("quoi", nargs="?", choices=("scenario", "edition"), default="scenario")
    schema.set_defaults(command=_schema)
    return parser
