"""The files of an edition's folder into an `Edition`; every problem at once, with file and line."""

from itertools import takewhile
from pathlib import Path

from nes_model.catalogue.edition import Edition
from nes_model.documents import nodes as documents
from nes_model.documents.nodes import Finding, Node
from nes_model.documents.validation import parse_model
from nes_model.editions import cross_references as references
from nes_model.editions.folders import DATA, find_following, find_in_force, list_editions
from nes_model.problems import InvalidInputError, Problem


def load_edition(folder: Path | None = None) -> Edition:
    """Read every `*.yaml` of a folder as one edition; without a folder, the edition in force.

    The split into files is free.

    Raises:
        InvalidInputError: with every problem of every file.
    """
    document = join_files(folder or DATA / find_in_force())
    edition, found = parse_model(Edition, document.plain())
    if edition is None:
        problems = [document.problem(path, message) for path, message in found]
        raise InvalidInputError(problems + _problems_of_the_rest(document, found))
    problems = _reference_problems(edition, document)
    problems += [document.problem(path, message) for path, message in references.check_memberships(edition)]
    if problems:
        raise InvalidInputError(problems)
    return edition


def load_placed(folder: Path) -> Edition:
    """An edition that is found by its folder: a link that names it must find the same one.

    Raises:
        InvalidInputError: as `load_edition`, and when the edition has another name than its folder.
    """
    edition = load_edition(folder)
    if edition.header.id != folder.name:
        message = f"l'édition « {edition.header.id} » n'est pas dans un dossier de ce nom. Renommez l'un des deux."
        raise InvalidInputError([join_files(folder).problem(("edition", "id"), message)])
    return edition


def find_edition(id_: str, data: Path = DATA) -> Edition | None:
    """The edition of that id as its folder now has it; None when there is none, or none that can be read."""
    try:
        return load_placed(data / id_) if id_ in list_editions(data) else None
    except InvalidInputError:
        return None


def load_following(edition: Edition, data: Path = DATA) -> tuple[Edition, ...]:
    """The editions of the years that follow an edition, up to a year that is missing or cannot be read."""
    found = (find_edition(each, data) for each in find_following(edition.header.id, list_editions(data)))
    return tuple(each for each in takewhile(bool, found) if each)


def join_files(folder: Path) -> Node:
    """The sections of all the files of a folder: lists are joined in file order, anything else is given once.

    Raises:
        InvalidInputError: with every problem that keeps a file from being read at all.
    """
    if not folder.is_dir():
        raise InvalidInputError([Problem("ce dossier n'existe pas.", str(folder))])
    sections: dict[str, Node] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = documents.read(path)
        except InvalidInputError as error:
            problems += error.problems
            continue
        problems += _join(sections, content)
    if problems:
        raise InvalidInputError(problems)
    if not sections:
        raise InvalidInputError([Problem("ce dossier ne contient aucun fichier .yaml.", str(folder))])
    return Node(sections, folder.name, 1)


def _join(sections: dict[str, Node], content: Node) -> list[Problem]:
    if not isinstance(content.value, dict):
        return [Problem("le fichier doit être une suite de sections « nom: ».", content.file, content.line)]
    problems = []
    for name, node in content.value.items():
        present = sections.get(name)
        if present is None:
            sections[name] = node
        elif isinstance(present.value, list) and isinstance(node.value, list):
            sections[name] = Node(present.value + node.value, present.file, present.line)
        else:
            message = f"la section « {name} » est déjà dans {present.file}, ligne {present.line}. Gardez-en une."
            problems.append(Problem(message, node.file, node.line))
    return problems


def _reference_problems(edition: Edition, document: Node) -> list[Problem]:
    return [document.problem(path, message) for path, message in references.check_references(edition)]


def _problems_of_the_rest(document: Node, found: list[Finding]) -> list[Problem]:
    """The reference problems of the entries that are well formed, so that all is said at once.

    What refers to an entry that is itself badly formed is not a problem of its own.
    """
    broken = {path[:2] for path, _ in found}
    sections = document.value if isinstance(document.value, dict) else {}
    sound: dict[str, Node] = {}
    lost: list[str] = []
    for name, node in sections.items():
        if not isinstance(node.value, list) or (name,) in broken:
            sound[name] = node
            continue
        kept = [each for index, each in enumerate(node.value) if (name, index) not in broken]
        lost += [id_ for index, each in enumerate(node.value) if (name, index) in broken for id_ in _ids(each)]
        sound[name] = Node(list(kept), node.file, node.line)
    rest = Node(sound, document.file, document.line)
    edition, _ = parse_model(Edition, rest.plain())
    if edition is None:
        return []
    return [
        each for each in _reference_problems(edition, rest) if not any(f"« {id_} »" in each.message for id_ in lost)
    ]


def _ids(node: Node) -> list[str]:
    """Every id given anywhere in an entry."""
    if isinstance(node.value, list):
        return [id_ for each in node.value for id_ in _ids(each)]
    if not isinstance(node.value, dict):
        return []
    own = [str(child.value) for key, child in node.value.items() if key == "id"]
    return own + [id_ for child in node.value.values() for id_ in _ids(child)]
