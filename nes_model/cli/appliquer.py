"""`appliquer`: write what a simulation supposes into the files of a next edition."""

import argparse
from pathlib import Path

from nes_model.catalogue.doubt import RETAINED
from nes_model.catalogue.edition import Edition
from nes_model.cli.scenario_files import read_document
from nes_model.documents.nodes import Node
from nes_model.editions.folders import DATA, TO_REVIEW, find_in_force, list_folders
from nes_model.editions.loading import load_edition
from nes_model.french import capitalise
from nes_model.problems import InvalidInputError, Problem, cite, suggest
from nes_model.publishing.amended_edition import write_amended_edition
from nes_model.publishing.amended_files import Amendment
from nes_model.publishing.next_edition import check_year, list_years
from nes_model.scenario.examples import load_examples
from nes_model.scenario.saved import list_nodes, parse_only_one


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
    document = read_document(asked.fichier)
    source = data / _find_source(document, data)
    edition = load_edition(source)
    scenario = parse_only_one(document, edition).scenario
    amendment = Amendment(scenario.tariffs, scenario.readings | _list_retained(document, edition))
    if not (amendment.tariffs or amendment.readings):
        message = (
            "ce fichier ne suppose rien. Écrivez au moins un montant sous « tarifs », ou une lecture sous "
            "« lectures » ; « R3: retenue » y tranche le point R3 comme il est lu."
        )
        raise InvalidInputError([Problem(message, asked.fichier)])
    folder = data / asked.vers
    examples = load_examples(load_edition(data / find_in_force(data)), data)
    write_amended_edition(source, folder, amendment, examples)
    return (
        f"Le dossier {folder} est prêt : c'est l'édition {edition.header.id}, où seuls les montants et les lectures "
        f"supposés ont changé.\nCe qui change et ce qu'il faut relire : {folder / TO_REVIEW}. Retirez ce fichier quand "
        f"tout est relu : d'ici là, l'édition n'est montrée nulle part."
    )


def _list_retained(document: Node, edition: Edition) -> dict[str, str]:
    """The points to settle as they are retained: they change no price, and are no longer to be confirmed."""
    lists = [listed.value for each in list_nodes(document) if (listed := each.child("lectures"))]
    readings = {doubt: at for listed in lists if isinstance(listed, dict) for doubt, at in listed.items()}
    retained = {doubt: at for doubt, at in readings.items() if at.value == RETAINED}
    known = list(edition.doubts_by_id)
    unknown = [
        at.problem((), f"{cite(doubt)} n'est pas un point à confirmer. {suggest(doubt, known)}")
        for doubt, at in retained.items()
        if doubt not in known
    ]
    if unknown:
        raise InvalidInputError(unknown)
    return dict.fromkeys(retained, RETAINED)


def _find_source(document: Node, data: Path) -> str:
    """The edition that the simulation was made against; when it does not say, the latest."""
    known = list_folders(data)
    named = next((found for each in list_nodes(document) if (found := each.child("edition")) and found.value), None)
    if named is None:
        return list_years(data)[-1]
    if named.value not in known:
        message = f"l'édition {cite(named.value)} n'a pas de dossier. {suggest(str(named.value), list(known))}"
        raise InvalidInputError([named.problem((), message)])
    return str(named.value)
