"""`verifier`: check a folder of tariffs."""

import argparse
from pathlib import Path

from nes_model.loading import load_edition


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    parser = commands.add_parser("verifier", help="vérifie les tarifs", description="Vérifie un dossier de tarifs.")
    parser.add_argument("dossier", metavar="DOSSIER", nargs="?", type=Path)
    parser.set_defaults(command=_verifier)


def _verifier(asked: argparse.Namespace) -> str:
    edition = load_edition(asked.dossier)
    return (
        f"Édition {edition.header.id} : {len(edition.colleges)} collèges, {len(edition.categories)} catégories, "
        f"{len(edition.offers)} prestations, {len(edition.charges)} tarifs, "
        f"{len(edition.services)} services, {len(edition.readings)} points à confirmer. Aucun problème."
    )
