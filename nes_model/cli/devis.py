"""`devis`: price a scenario."""

import argparse

from nes_model.cli.scenario_files import read_saved, tell
from nes_model.comparison.then_and_now import describe_reopened, reopen, warn_of_other_edition
from nes_model.editions.loading import find_edition, load_edition, load_following
from nes_model.pricing.rule import price_checked
from nes_model.reports.json_answer import write_json
from nes_model.reports.quote_csv import write_quote_csv
from nes_model.reports.quote_json import QuoteAnswer
from nes_model.reports.quote_request import write_request
from nes_model.reports.quote_text import write_quote_text


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    parser = commands.add_parser("devis", help="chiffre un scénario", description="Chiffre un scénario.")
    parser.add_argument("fichier", metavar="FICHIER", help="scénario, YAML ou JSON ; « - » pour l'entrée standard")
    parser.add_argument(
        "--format", choices=("table", "json", "csv", "courriel"), default="table", help="table, json, csv ou courriel"
    )
    parser.set_defaults(command=_devis)


def _devis(asked: argparse.Namespace) -> str:
    edition = load_edition()
    saved = read_saved(asked.fichier, edition)
    quote = price_checked(saved.checked, load_following(edition))
    then = reopen(saved, quote, find_edition(saved.edition) if saved.edition else None)
    tell([*warn_of_other_edition(saved, edition), *(describe_reopened(then) if then else ())])
    if asked.format == "json":
        return write_json(QuoteAnswer.of(quote, edition))
    if asked.format == "csv":
        return write_quote_csv(quote)
    if asked.format == "courriel":
        return write_request(quote, edition, link="")
    return write_quote_text(quote, edition)
