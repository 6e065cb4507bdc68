"""`comparer`: price scenarios side by side, and explain how each differs from the first."""

import argparse

from nes_model.cli.scenario_files import read_several, tell
from nes_model.comparison.common_rows import name_quotes
from nes_model.comparison.difference import split_difference
from nes_model.comparison.then_and_now import describe_reopened, reopen, warn_of_other_edition
from nes_model.editions.loading import find_edition, load_edition, load_following
from nes_model.pricing.rule import price_checked
from nes_model.reports.comparison_csv import write_comparison_csv
from nes_model.reports.comparison_json import ComparisonAnswer
from nes_model.reports.comparison_text import write_comparison_text
from nes_model.reports.json_answer import write_json


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    described = "Compare des scénarios : chacun au premier, l'écart détaillé."
    parser = commands.add_parser("comparer", help="compare des scénarios", description=described)
    parser.add_argument(
        "fichiers",
        metavar="FICHIER",
        nargs="+",
        help="un ou plusieurs scénarios, YAML ou JSON ; « - » : entrée standard",
    )
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="table, json ou csv")
    parser.set_defaults(command=_comparer)


def _comparer(asked: argparse.Namespace) -> str:
    edition = load_edition()
    saved = read_several(asked.fichiers, edition)
    later = load_following(edition)
    quotes = [price_checked(each.checked, later) for each in saved]
    editions = [find_edition(each.edition) if each.edition else None for each in saved]
    then = list(map(reopen, saved, quotes, editions))
    for name, each, opened in zip(name_quotes(quotes), saved, then, strict=True):
        tell(warn_of_other_edition(each, edition), name)
        if opened and asked.format == "csv":  # the other formats have room for it
            tell(describe_reopened(opened), name)
    if asked.format == "csv":
        return write_comparison_csv(quotes)
    differences = [split_difference(quotes[0], other) for other in quotes[1:]]
    if asked.format == "json":
        return write_json(ComparisonAnswer.of(quotes, differences, then, edition))
    return write_comparison_text(quotes, differences, then)
