"""YAML or JSON text into plain text values that know their line.

Values stay text: "no" is not a boolean and 1685.00 keeps its cents. What YAML allows and a careful
reader does not expect (a key given twice, aliases, tags, several documents) is refused.
"""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from nes_model.documents.field_names import find_fault, read_name
from nes_model.documents.syntax import find_syntax_fault
from nes_model.money import format_number
from nes_model.problems import InvalidInputError, Problem, cite, explain_unreadable

MOST_BYTES = 1_000_000
MOST_BYTES_UPLOADED = 100_000  # of a visitor: the longest eight scenarios take a third of it; a million takes seconds
MOST_DEPTH = 20

Location = tuple[str | int, ...]
Finding = tuple[Location, str]  # where in what someone wrote, and what is wrong there
_TWO_HALVES = re.compile(r"\\\\|(?P<halves>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the line where it starts."""

    value: "str | list[Node] | dict[str, Node] | None"
    file: str
    line: int

    def plain(self) -> Any:
        """The value without its lines."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def at(self, path: Location) -> "Node":
        """The node at a path, or the nearest one above it. A list is entered by index or by its entries' id."""
        node = self
        for step in path:
            node = node.child(step) or node
        return node

    def problem(self, path: Location, message: str) -> Problem:
        """A problem with what stands at a path."""
        node = self.at(path)
        return Problem(message, node.file, node.line)

    def child(self, step: str | int) -> "Node | None":
        """What one step leads to, if there is something there."""
        if isinstance(self.value, dict):
            return self.value.get(str(step))
        if isinstance(self.value, list) and isinstance(step, int):
            return self.value[step] if step < len(self.value) else None
        if isinstance(self.value, list):
            return next((found for each in self.value if (found := each.find_id(str(step)))), None)
        return None

    def find_id(self, wanted: str) -> "Node | None":
        """This entry if it has that id, or the one inside it that does."""
        if not isinstance(self.value, dict):
            return None
        own = self.value.get("id")
        if own and own.value == wanted:
            return self
        inside = [each for child in self.value.values() if isinstance(child.value, list) for each in child.value]
        return next((found for each in inside if (found := each.find_id(wanted))), None)


def read(path: Path) -> Node:
    """Read a file of at most `MOST_BYTES`.

    Raises:
        InvalidInputError: the file cannot be read, or its text cannot be used.
    """
    try:
        with path.open("rb") as file:
            return parse(file.read(MOST_BYTES + 1), path.name)
    except OSError as error:
        raise explain_unreadable(str(path), error) from error


def parse(content: bytes | str, file: str, most: int = MOST_BYTES) -> Node:
    """Turn YAML or JSON of at most so many bytes into nodes.

    Raises:
        InvalidInputError: with every problem found, each with its line.
    """
    text = _text(content, file, most)
    try:
        _refuse_dangerous(text, file)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise InvalidInputError([find_syntax_fault(error, text, file)]) from error
    except yaml.YAMLError as error:
        raise InvalidInputError([Problem("le texte contient un caractère interdit.", file)]) from error
    if root is None:
        raise InvalidInputError([Problem("le fichier est vide.", file)])
    node, problems = _build(root, file)
    if problems:
        raise InvalidInputError(problems)
    return node


def _text(content: bytes | str, file: str, most: int) -> str:
    if len(content) > most:
        raise InvalidInputError(
            [Problem(f"le fichier dépasse {format_number(most // 1000)}\N{NO-BREAK SPACE}ko.", file)]
        )
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    except UnicodeDecodeError as error:
        message = "le texte n'est pas en UTF-8. Enregistrez le fichier avec l'encodage UTF-8."
        raise InvalidInputError([Problem(message, file)]) from error
    return _json_as_yaml(text) if text.lstrip().startswith("{") else text


def _json_as_yaml(text: str) -> str:
    """JSON is YAML, but for the tabs that indent it and the characters that it writes as two halves."""
    return _TWO_HALVES.sub(
        lambda found: json.loads(f'"{found[0]}"') if found["halves"] else found[0], text.replace("\t", " ")
    )


def _refuse_dangerous(text: str, file: str) -> None:
    """Walk the events before anything is built: an alias bomb or a bottomless list stops here."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1  # type: ignore[union-attr]
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "les ancres et les renvois (& et *) ne sont pas acceptés : recopiez la valeur."
        elif getattr(event, "tag", None) not in (None, "!"):
            message = "les étiquettes (!) ne sont pas acceptées : écrivez la valeur seule."
        elif depth > MOST_DEPTH:
            message = f"plus de {MOST_DEPTH} niveaux imbriqués."
        elif documents > 1:
            message = "un seul document par fichier : retirez « --- »."
        else:
            continue
        raise InvalidInputError([Problem(message, file, line)])


def _build(node: yaml.Node, file: str) -> tuple[Node, list[Problem]]:
    """A node of ours, and what is wrong in it."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        entries, problems = _build_entries(node, file)
        return Node(entries, file, line), problems
    if isinstance(node, yaml.SequenceNode):
        built = [_build(each, file) for each in node.value]
        return Node([each for each, _ in built], file, line), [problem for _, found in built for problem in found]
    if not isinstance(node, yaml.ScalarNode):  # pragma: no cover - YAML has no fourth kind
        raise TypeError(node)
    # A plain ~, null or nothing at all is an absent value; between quotation marks it is a text.
    absent = not node.style and node.value in ("", "~", "null")
    return Node(None if absent else node.value, file, line), []


def _build_entries(node: yaml.MappingNode, file: str) -> tuple[dict[str, Node], list[Problem]]:
    entries: dict[str, Node] = {}
    problems: list[Problem] = []
    for place, (key, value) in enumerate(node.value):
        line, name = key.start_mark.line + 1, read_name(key)
        if said := find_fault(node, place):
            problems.append(Problem(said, file, line))
        elif name in entries:
            said = f"{cite(name)} est donné deux fois (déjà ligne {entries[name].line}). Gardez-en un."
            problems.append(Problem(said, file, line))
        else:
            built, found = _build(value, file)
            entries[name] = replace(built, line=line)  # a block starts lower than its name
            problems += found
    return entries, problems
