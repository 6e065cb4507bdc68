"""`verifier`: the gate before tariffs are published."""

import argparse
from datetime import date
from itertools import pairwise
from pathlib import Path

from nes_model.editions.folders import DATA, IN_FORCE, find_in_force
from nes_model.editions.loading import load_edition
from nes_model.french import write_count
from nes_model.publishing.release_check import check_data, describe_changes, find_copied_words, summarise_edition
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
        return f"{summarise_edition(load_edition(asked.dossier))} Aucun problème."
    editions = check_data(asked.dossier, asked.au or asked.today)
    published = next(each for each in editions if each.header.id == find_in_force(asked.dossier))
    examples = load_examples(published, asked.dossier)
    said = [summarise_edition(edition) for edition in editions]
    for before, after in pairwise(editions):
        said += describe_changes(before, after, examples)
    copied = [
        f"À corriger avant de publier : {each}"
        for place, edition in enumerate(editions)
        for each in find_copied_words(edition, asked.dossier / edition.header.id, editions[:place])
    ]
    verdict = f"Il reste {write_count(len(copied), 'point')} à corriger." if copied else "Aucun problème."
    count = len(examples.examples)
    return "\n".join([*said, *copied, f"Édition en vigueur : {published.header.id}. {count} exemples. {verdict}"])
