"""`nouvelle-edition`: prepare the folder of next year's tariffs."""

import argparse
import re
import shutil
from pathlib import Path

from nes_model.editions import DATA, edition_ids
from nes_model.problems import InvalidInputError, Problem

_YEAR = re.compile(r"20\d\d", re.ASCII)


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's words."""
    words = "prépare les tarifs d'une année"
    parser = commands.add_parser("nouvelle-edition", help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.add_argument("annee", metavar="ANNEE", help="l'année à préparer, par exemple 2027")
    parser.add_argument("--donnees", metavar="DOSSIER", type=Path, default=DATA, help="dossier des éditions")
    parser.set_defaults(command=_new_edition)


def _new_edition(asked: argparse.Namespace) -> str:
    known, year, data = edition_ids(asked.donnees), asked.annee, asked.donnees
    if not _YEAR.fullmatch(year):
        raise InvalidInputError([Problem(f"« {year} » n'est pas une année. Écrivez par exemple 2027.")])
    if (data / year).exists():
        raise InvalidInputError([Problem(f"le dossier {year} existe déjà : rien n'a été changé.", str(data))])
    if not known:
        raise InvalidInputError([Problem("aucune édition à recopier.", str(data))])
    latest = known[-1]
    shutil.copytree(data / latest, data / year)
    _rename(next((data / year).glob("*edition.yaml")), latest, year)
    return (
        f"Le dossier {data / year} est prêt : c'est l'édition {latest}, recopiée. Il reste à :\n"
        f"1. corriger, dans 01-edition.yaml, le document, l'assemblée générale et la fin de validité ;\n"
        f"2. reporter les montants de {year}, fichier par fichier, et les sources qui ont bougé ;\n"
        f"3. retirer de 08-lectures.yaml les points que le nouveau catalogue tranche ;\n"
        f"4. vérifier : python -m nes_model verifier ;\n"
        f'5. publier : écrire "{year}" dans {data / "en-vigueur.yaml"}.\n'
        f"D'ici là, l'édition {year} est au choix dans la page, sans être montrée d'abord."
    )


def _rename(header: Path, before: str, after: str) -> None:
    """Give the copy its own name; the rest of its text is for a person to read again."""
    text = header.read_text(encoding="utf-8")
    text = re.sub(rf'(?m)^(\s+id: )"{before}"', rf'\g<1>"{after}"', text)
    text = re.sub(rf"(?m)^(\s+libelle: .*){before}", rf"\g<1>{after}", text)
    header.write_text(text, encoding="utf-8")
