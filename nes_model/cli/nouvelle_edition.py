"""`nouvelle-edition`: prepare the folder of next year's tariffs."""

import argparse
from pathlib import Path

from nes_model.editions.folders import DATA, IN_FORCE, TO_REVIEW
from nes_model.french import capitalise
from nes_model.publishing.next_edition import copy_latest_edition, list_years


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    words = "prépare les tarifs d'une année"
    parser = commands.add_parser("nouvelle-edition", help=words, description=f"{capitalise(words)}.")
    parser.add_argument("annee", metavar="ANNEE", help="l'année à préparer, par exemple 2027")
    parser.add_argument("--donnees", metavar="DOSSIER", type=Path, default=DATA, help="dossier des éditions")
    parser.set_defaults(command=_new_edition)


def _new_edition(asked: argparse.Namespace) -> str:
    data, year = asked.donnees, asked.annee
    latest = next(reversed(list_years(data)), "")
    folder = copy_latest_edition(data, year)
    return (
        f"Le dossier {folder} est prêt : c'est l'édition {latest}, recopiée. Il reste à :\n"
        f"1. corriger, dans 01-edition.yaml, le document, l'assemblée générale et la fin de validité ;\n"
        f"2. reporter les montants de {year}, fichier par fichier, et les sources qui ont bougé ;\n"
        f"3. retirer de 08-lectures.yaml les points que le nouveau catalogue tranche ;\n"
        f"4. retirer {folder / TO_REVIEW} quand tout est relu : d'ici là, l'édition n'est montrée nulle part ;\n"
        f"5. vérifier : python -m nes_model verifier{_of(data)} ; l'édition {year} est alors au choix dans la page ;\n"
        f"6. pour qu'elle soit montrée d'abord, écrire edition: \"{year}\" dans {data / IN_FORCE}."
    )


def _of(data: Path) -> str:
    """The folder to check, when it is not the one that is checked by default."""
    return "" if data == DATA else f" {data}"
