"""The editions there are, one folder each, and the one in force."""

from collections.abc import Container
from pathlib import Path

from nes_model.documents import nodes as documents
from nes_model.documents.entry import Entry, Id
from nes_model.documents.validation import validate
from nes_model.problems import InvalidInputError, suggest

_PACKAGE = Path(__file__).parents[1]
# An installed package holds the tariffs; in a checkout they are beside it, where those who write them find them.
DATA = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent / "data"
IN_FORCE = "en-vigueur.yaml"
TO_REVIEW = "A-RELIRE.md"  # as long as it is in a folder, the edition is being prepared and is shown nowhere


class _InForceFile(Entry):
    edition: Id


def list_editions(data: Path = DATA) -> tuple[str, ...]:
    """The editions that have a folder of tariffs, oldest first, without those still to be reviewed."""
    return tuple(each for each in list_folders(data) if not (data / each / TO_REVIEW).exists())


def list_folders(data: Path = DATA) -> tuple[str, ...]:
    """Every folder of tariffs, oldest first."""
    return tuple(sorted({path.parent.name for path in data.glob("*/*.yaml")}))


def find_in_force(data: Path = DATA) -> str:
    """The edition that is shown first. It is written down, never guessed from a date or from the latest folder.

    Raises:
        InvalidInputError: the file that says it cannot be used, or names an edition that has no folder.
    """
    document = documents.read(data / IN_FORCE)
    named = validate(_InForceFile, document).edition
    if named in list_folders(data) and (data / named / TO_REVIEW).exists():
        message = f"l'édition « {named} » est encore à relire. Retirez {named}/{TO_REVIEW} quand c'est fait."
        raise InvalidInputError([document.problem(("edition",), message)])
    if named not in list_editions(data):
        message = f"l'édition « {named} » n'a pas de dossier. {suggest(named, list(list_editions(data)))}"
        raise InvalidInputError([document.problem(("edition",), message)])
    return named


def find_following(edition: str, known: Container[str]) -> tuple[str, ...]:
    """The editions of the years that follow an edition without a gap: after 2026, 2027 then 2028."""
    following = []
    while edition.isdigit() and (edition := str(int(edition) + 1)) in known:
        following.append(edition)
    return tuple(following)
