"""`besoins`: the cheapest offers that give a category what it wants."""

import argparse
from collections.abc import Mapping

from nes_model.catalogue.category_names import find_word
from nes_model.catalogue.edition import Edition
from nes_model.documents.validation import parse_model
from nes_model.editions.loading import load_edition, load_following
from nes_model.group.terms import parse_terms
from nes_model.needs.need import find_needs
from nes_model.needs.recommendation import recommend
from nes_model.problems import InvalidInputError, Problem
from nes_model.reports.json_answer import write_json
from nes_model.reports.needs_csv import write_needs_csv
from nes_model.reports.needs_json import NeedsAnswer
from nes_model.reports.needs_text import write_needs_text
from nes_model.scenario import checking
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario

_COUNTS = ("adherents", "etablissements", "utilisateurs", "structures", "horizon")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    parser = commands.add_parser(
        "besoins", help="dit ce qu'il faut prendre", description="Dit ce qu'il faut prendre, au moins cher."
    )
    parser.add_argument("besoins", metavar="BESOIN", nargs="+", help="un service, « service:niveau » ou une fonction")
    parser.add_argument(
        "--categorie", metavar="CATEGORIE", required=True, action="append", help="répétez-la pour comparer"
    )
    for count in _COUNTS:
        parser.add_argument(f"--{count}", metavar="NOMBRE", help=FIELDS_BY_WORD[count].description)
    parser.add_argument(
        "--lecture", metavar="POINT=LECTURE", action="append", default=[], help="lit autrement un point à confirmer"
    )
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="table, json ou csv")
    parser.set_defaults(command=_besoins)


def _besoins(asked: argparse.Namespace) -> str:
    edition = load_edition()
    scenarios = _read(asked, edition)
    later = load_following(edition)
    answers = [recommend(asked.besoins, scenario, edition, later) for scenario in scenarios]
    if asked.format == "json":
        told = [NeedsAnswer.of(each) for each in answers]
        return write_json(told[0] if len(told) == 1 else told)
    if asked.format == "csv":
        return write_needs_csv(answers)
    return write_needs_text(answers)


def _read(asked: argparse.Namespace, edition: Edition) -> list[Scenario]:
    """The scenario of each category.

    Raises:
        InvalidInputError: with every problem of the needs, the categories, the counts and the readings, each once.
    """
    problems: list[Problem] = []
    try:
        find_needs(asked.besoins, edition)
    except InvalidInputError as error:
        problems += error.problems
    try:
        readings = parse_terms(asked.lecture, (), edition).readings
    except InvalidInputError as error:
        problems += error.problems
        readings = {}
    scenarios = []
    for category in dict.fromkeys(find_word(each, edition) for each in asked.categorie):
        try:
            scenarios.append(_scenario(category, asked, readings, edition))
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(list(dict.fromkeys(problems)))
    return scenarios


def _scenario(category: str, asked: argparse.Namespace, readings: Mapping[str, str], edition: Edition) -> Scenario:
    counts = {count: getattr(asked, count) for count in _COUNTS if getattr(asked, count) is not None}
    scenario, found = parse_model(Scenario, {"categorie": category, "lectures": readings, **counts})
    if scenario is None:
        found += checking.list_findings(Scenario.model_construct(category=category), edition)
        raise InvalidInputError([Problem(message) for _, message in found])
    return checking.check_or_raise(scenario, edition).scenario
