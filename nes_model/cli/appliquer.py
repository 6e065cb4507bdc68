"""`appliquer`: write what a simulation supposes into the files of a next edition."""

import argparse
from pathlib import Path

from nes_model.cli.scenario_files import read_saved, tell
from nes_model.editions.folders import DATA, TO_REVIEW, find_in_force
from nes_model.editions.loading import load_edition
from nes_model.french import capitalise
from nes_model.problems import InvalidInputError, Problem
from nes_model.publishing.amended_edition import write_amended_edition
from nes_model.publishing.amended_files import Amendment
from nes_model.publishing.next_edition import check_year
from nes_model.scenario.examples import load_examples


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    words = "écrit une simulation de tarif dans les fichiers d'une édition à venir"
    parser = commands.add_parser("appliquer", help=words, description=f"{capitalise(words)}.")
    parser.add_argument(
        "fichier", metavar="SIMULATION", help="un scénario qui porte « tarifs » ou « lectures » ; - lit l'entrée"
    )
    parser.add_argument("--vers", metavar="ANNEE", required=True, help="l'année à préparer, par exemple 2027")
    parser.add_argument("--donnees", metavar="DOSSIER", type=Path, default=DATA, help="dossier des éditions")
    parser.set_defaults(command=_apply)


def _apply(asked: argparse.Namespace) -> str:
    data = asked.donnees
    check_year(data, asked.vers)
    published = data / find_in_force(data)
    edition = load_edition(published)
    saved = read_saved(asked.fichier, edition)
    amendment = Amendment(saved.scenario.tariffs, saved.scenario.readings)
    if not (amendment.tariffs or amendment.readings):
        message = (
            "ce fichier ne suppose rien. Écrivez au moins un montant sous « tarifs », ou une lecture sous « lectures »."
        )
        raise InvalidInputError([Problem(message, asked.fichier)])
    if saved.edition not in (None, edition.header.id):
        made = f"Cette simulation a été faite sous l'édition {saved.edition}"
        tell([f"{made} : elle est appliquée à l'édition {edition.header.id}."])
    folder = data / asked.vers
    write_amended_edition(published, folder, amendment, load_examples(edition, data / "exemples.yaml"))
    return (
        f"Le dossier {folder} est prêt : c'est l'édition {edition.header.id}, où seuls les montants et les lectures "
        f"supposés ont changé.\nCe qui change et ce qu'il faut relire : {folder / TO_REVIEW}. Retirez ce fichier quand "
        f"tout est relu : d'ici là, l'édition n'est montrée nulle part."
    )
