"""`services`: show which services each college may have."""

import argparse

from nes_model.editions.loading import load_edition
from nes_model.reports.json_answer import write_json
from nes_model.reports.services_csv import write_services_csv
from nes_model.reports.services_json import ServicesAnswer
from nes_model.reports.services_text import write_services_text


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    words = "montre les services ouverts à chaque collège"
    parser = commands.add_parser("services", help=words, description=f"{words.capitalize()}.")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="table, json ou csv")
    parser.set_defaults(command=_services)


def _services(asked: argparse.Namespace) -> str:
    edition = load_edition()
    if asked.format == "json":
        return write_json(ServicesAnswer.of(edition))
    if asked.format == "csv":
        return write_services_csv(edition)
    return write_services_text(edition)
