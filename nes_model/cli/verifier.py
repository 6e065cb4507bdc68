"""`verifier`: the gate before tariffs are published."""

import argparse
from collections.abc import Collection
from datetime import date
from itertools import pairwise
from pathlib import Path

from nes_model.editions.folders import DATA, IN_FORCE, find_in_force
from nes_model.editions.loading import load_edition
from nes_model.french import write_count
from nes_model.problems import Problem
from nes_model.publishing.release_check import check_data, describe_changes, find_oversights, summarise_edition
from nes_model.scenario.examples import load_examples


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    parser = commands.add_parser("verifier", help="vérifie les tarifs", description="Vérifie les tarifs.")
    parser.add_argument(
        "dossier",
        metavar="DOSSIER",
        nargs="?",
        type=Path,
        default=DATA,
        help="une édition, ou le dossier de toutes ; sans lui, tout est vérifié",
    )
    parser.add_argument(
        "--au",
        metavar="AAAA-MM-JJ",
        type=date.fromisoformat,
        help="jour où les tarifs doivent encore valoir ; sans lui, aujourd'hui",
    )
    parser.set_defaults(command=_verifier)


def _verifier(asked: argparse.Namespace) -> str:
    if not (asked.dossier / IN_FORCE).exists():
        edition = load_edition(asked.dossier)
        left = [*find_oversights(edition, asked.dossier, ())]
        return "\n".join([*map(_told, left), f"{summarise_edition(edition)} {_verdict(left)}"])
    editions = check_data(asked.dossier, asked.au or asked.today)
    published = next(each for each in editions if each.header.id == find_in_force(asked.dossier))
    examples = load_examples(published, asked.dossier)
    said = [summarise_edition(edition) for edition in editions]
    for before, after in pairwise(editions):
        said += describe_changes(before, after, examples)
    left = [
        each
        for place, edition in enumerate(editions)
        for each in find_oversights(edition, asked.dossier / edition.header.id, editions[:place])
    ]
    count = len(examples.examples)
    last = f"Édition en vigueur : {published.header.id}. {count} exemples. {_verdict(left)}"
    return "\n".join([*said, *map(_told, left), last])


def _told(left: Problem) -> str:
    return f"À corriger avant de publier : {left}"


def _verdict(left: Collection[Problem]) -> str:
    return f"Il reste {write_count(len(left), 'point')} à corriger." if left else "Aucun problème."
