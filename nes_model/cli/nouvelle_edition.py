"""`nouvelle-edition`: prepare the folder of next year's tariffs."""

import argparse
import re
import shutil
from pathlib import Path

from nes_model.editions.folders import DATA, IN_FORCE, TO_REVIEW, list_folders
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
    known, year, data = list_folders(asked.donnees), asked.annee, asked.donnees
    if not _YEAR.fullmatch(year):
        raise InvalidInputError([Problem(f"« {year} » n'est pas une année. Écrivez par exemple 2027.")])
    if (data / year).exists():
        raise InvalidInputError([Problem(f"le dossier {year} existe déjà : rien n'a été changé.", str(data))])
    if not known:
        raise InvalidInputError([Problem("aucune édition à recopier.", str(data))])
    if year < known[-1]:
        message = f"l'édition {year} vient avant la dernière, {known[-1]}. Donnez une année qui la suit."
        raise InvalidInputError([Problem(message)])
    latest = known[-1]
    shutil.copytree(data / latest, data / year)
    _rename(next((data / year).glob("*edition.yaml")), latest, year)
    _leave_a_list(data / year, latest)
    return (
        f"Le dossier {data / year} est prêt : c'est l'édition {latest}, recopiée. Il reste à :\n"
        f"1. corriger, dans 01-edition.yaml, le document, l'assemblée générale et la fin de validité ;\n"
        f"2. reporter les montants de {year}, fichier par fichier, et les sources qui ont bougé ;\n"
        f"3. retirer de 08-lectures.yaml les points que le nouveau catalogue tranche ;\n"
        f"4. retirer {data / year / TO_REVIEW} quand tout est relu : d'ici là, l'édition n'est montrée nulle part ;\n"
        f"5. vérifier : python -m nes_model verifier ; l'édition {year} est alors au choix dans la page ;\n"
        f"6. pour qu'elle soit montrée d'abord, écrire \"{year}\" dans {data / IN_FORCE}."
    )


def _leave_a_list(folder: Path, latest: str) -> None:
    """The amounts are still last year's: nothing is shown of them while this list is there."""
    files = "\n".join(f"- [ ] {path.name}" for path in sorted(folder.glob("*.yaml")))
    text = (
        f"# Édition {folder.name} : à relire\n\n"
        f"C'est une copie de l'édition {latest}. Tant que ce fichier est là, le simulateur ne la montre pas et "
        f"`python -m nes_model verifier` la refuse.\n\n{files}\n"
    )
    (folder / TO_REVIEW).write_text(text, encoding="utf-8")


def _rename(header: Path, before: str, after: str) -> None:
    """Give the copy its own name; the rest of its text is for a person to read again."""
    text = header.read_text(encoding="utf-8")
    text = re.sub(rf'(?m)^(\s+id: )"{before}"', rf'\g<1>"{after}"', text)
    text = re.sub(rf"(?m)^(\s+libelle: .*){before}", rf"\g<1>{after}", text)
    header.write_text(text, encoding="utf-8")
