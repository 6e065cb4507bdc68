"""The folder of the next year's tariffs: the latest edition copied under its own name, shown nowhere until reviewed."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from nes_model.documents.edits import apply_edits, compose, find_value, quote_text, read_exactly, replace_entry
from nes_model.editions.folders import TO_REVIEW, list_folders
from nes_model.editions.loading import load_edition
from nes_model.problems import InvalidInputError, Problem

_YEAR = re.compile(r"20\d\d", re.ASCII)


def copy_latest_edition(data: Path, year: str) -> Path:
    """Copy the latest edition of a data folder under a new year, with its list of files to review.

    Returns:
        The new folder.

    Raises:
        InvalidInputError: the year is not one, is there already, or does not follow the latest; or what would be copied
            cannot be read. Nothing is written.
    """
    check_year(data, year)
    latest = list_years(data)[-1]
    load_edition(data / latest)
    with copy_edition(data / latest, data / year) as folder:
        write_review_list(folder, latest, [f"- [ ] {path.name}" for path in sorted(folder.glob("*.yaml"))])
    return data / year


def list_years(data: Path) -> tuple[str, ...]:
    """The folders that can be followed by another year, oldest first: what was put beside them as a copy is none."""
    return tuple(each for each in list_folders(data) if _YEAR.fullmatch(each))


def check_year(data: Path, year: str) -> None:
    """Refuse a year that cannot be prepared.

    Raises:
        InvalidInputError: the year is not one, is there already, or comes before the latest; or there is no edition.
    """
    known = list_years(data)
    if not _YEAR.fullmatch(year):
        message = f"« {year} » n'est pas une année. Écrivez par exemple 2027."
    elif (data / year).exists():
        raise InvalidInputError([Problem(f"le dossier {year} existe déjà : rien n'a été changé.", data.name)])
    elif not known:
        raise InvalidInputError([Problem("aucune édition à recopier.", data.name)])
    elif year < known[-1]:
        message = f"l'édition {year} vient avant la dernière, {known[-1]}. Donnez une année qui la suit."
    else:
        return
    raise InvalidInputError([Problem(message)])


@contextmanager
def copy_edition(source: Path, target: Path) -> Iterator[Path]:
    """A copy of an edition's folder to complete, put in its place once it is whole: until then, nothing is there.

    Args:
        source: the folder to copy.
        target: the folder to make, whose name the header takes; it must not exist.
    """
    # Beside its place, so that it is moved there at once; one level down, where no edition is looked for.
    with TemporaryDirectory(prefix=".en-cours-", dir=target.parent) as place:
        folder = Path(place) / target.name
        folder.mkdir()
        for path in source.glob("*.yaml"):  # what else stands there is no tariff, and is nobody's to take away
            mark, text = read_exactly(path)
            (folder / path.name).write_bytes((mark + _rename(text, target.name)).encode("utf-8"))
        yield folder
        folder.rename(target)


def write_review_list(folder: Path, latest: str, lines: Iterable[str]) -> None:
    """Leave what is to be read again: nothing of the folder is shown while this list is there."""
    text = (
        f"# Édition {folder.name} : à relire\n\n"
        f"C'est une copie de l'édition {latest}. Tant que ce fichier est là, le simulateur ne la montre pas et "
        f"`python -m nes_model verifier` la refuse.\n\n"
    )
    (folder / TO_REVIEW).write_text(text + "\n".join(lines) + "\n", encoding="utf-8")


def _rename(text: str, name: str) -> str:
    """Give the copy its own name, in the file that says it; the rest of its text is for a person to read again."""
    header = find_value(compose(text), "edition")
    if not isinstance(header, yaml.MappingNode):
        return text
    id_, label = (find_value(header, key) for key in ("id", "libelle"))
    said = label.value.replace(id_.value, name) if id_ and label else ""
    written = {"id": f'"{name}"', "libelle": quote_text(said)}
    return apply_edits(text, [replace_entry(text, header, key, value) for key, value in written.items()])
