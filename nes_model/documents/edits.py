"""Changes to YAML text where its values stand; every other byte stays as a person wrote it.

Nodes here are PyYAML's own: unlike `documents.nodes`, they know in which character a value starts and ends.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, takewhile
from pathlib import Path

import yaml

from nes_model.documents.field_names import read_name
from nes_model.documents.nodes import LOADER

_MARK = "\ufeff"
_NEEDS_QUOTES = re.compile(r"""[,:#{}\[\]&*!|>'"%@`\\]|^[\s?-]|\s$|^$|^[\d.]+$""")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One replacement: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def read_exactly(path: Path) -> tuple[str, str]:
    """The mark by which some programs know UTF-8, which a parser does not count, and the text, its line ends kept."""
    text = path.read_bytes().decode("utf-8")
    plain = text.removeprefix(_MARK)
    return _MARK * (plain != text), plain


def compose(text: str) -> yaml.Node:
    """The nodes of a text that was loaded before: something is in it."""
    root = yaml.compose(text, Loader=LOADER)
    assert root is not None  # noqa: S101 - an empty file would not have loaded
    return root


def apply_edits(text: str, edits: list[Edit]) -> str:
    """The text with every edit made.

    Raises:
        ValueError: two edits overlap: nothing sensible could be written.
    """
    ordered = sorted(edits)
    for before, after in pairwise(ordered):
        if after.start < before.end:
            raise ValueError(f"edits overlap at {after.start}")
    for edit in reversed(ordered):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def list_entries(mapping: yaml.Node | None, key: str) -> Iterator[tuple[str, yaml.MappingNode]]:
    """The entries of the list that stands under a key, each with its id; an entry without an id has an empty one."""
    listed = find_value(mapping, key)
    if isinstance(listed, yaml.SequenceNode):
        for each in listed.value:
            if isinstance(each, yaml.MappingNode):
                own = find_value(each, "id")
                yield read_id(own) if own else "", each


def find_value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under a key, if there is something; a node without keys has nothing there."""
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in entries if read_name(name) == key), None)


def read_id(node: yaml.Node) -> str:
    """An identifier as it is understood: without the spaces around it."""
    return str(node.value).strip()


def quote_text(text: str) -> str:
    """A text as YAML, in a list between braces too: between quotation marks only where it needs them."""
    return json.dumps(text, ensure_ascii=False) if _NEEDS_QUOTES.search(text) else text


def write_value(value: object) -> str:
    """A value as the files write it: oui, 100.00, {min: 715.00}, [chu], a text between quotation marks if it must."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list | tuple):
        return f"[{', '.join(quote_text(str(each)) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {write_value(each)}' for key, each in value.items())}}}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return quote_text(str(value))


def replace_entry(text: str, mapping: yaml.MappingNode, key: str, written: str, instead_of: str | None = None) -> Edit:
    """Write `key: written` in a mapping: in the place of `instead_of` or of the key itself, else as a new entry.

    Args:
        text: the file that the mapping stands in.
        mapping: where to write.
        key: the name of the entry.
        written: its value, as YAML.
        instead_of: another entry, which this one replaces.
    """
    for name, value in mapping.value:
        if read_name(name) in (key, instead_of):
            end = value.start_mark.index + len(text[value.start_mark.index : value.end_mark.index].rstrip())
            return Edit(name.start_mark.index, end, f"{key}: {written}")
    _, last = mapping.value[-1]
    if mapping.flow_style:
        return Edit(last.end_mark.index, last.end_mark.index, f", {key}: {written}")
    column = mapping.value[0][0].start_mark.column
    above = find_value(mapping, "id") or mapping.value[0][1]  # an id is never taken out: nothing overlaps below it
    end_of_line = _end_of_line(text, above.end_mark.index)
    carriage_return = "\r" if text[end_of_line - 1] == "\r" else ""
    return Edit(end_of_line, end_of_line, f"\n{' ' * column}{key}: {written}{carriage_return}")


def remove_entries(text: str, mapping: yaml.MappingNode, keys: Collection[str]) -> Iterator[Edit]:
    """Take entries out of a mapping that keeps others: their lines, or their part of the line with its commas."""
    names, values = zip(*mapping.value, strict=True)
    leading = len(list(takewhile(lambda name: read_name(name) in keys, names)))
    if leading:  # with no entry before, what goes is all that stands before the first one kept
        yield Edit(names[0].start_mark.index, names[leading].start_mark.index, "")
    for index in range(leading, len(names)):
        start, end = names[index].start_mark.index, values[index].end_mark.index
        goes = read_name(names[index]) in keys
        if goes and mapping.flow_style:
            yield Edit(values[index - 1].end_mark.index, end, "")
        elif goes:
            yield Edit(text.rindex("\n", 0, start), _end_of_line(text, max(end - 1, start)), "")


def remove_item(text: str, sequence: yaml.SequenceNode, index: int) -> Edit:
    """Take an item out of a list that has one a line: all its lines and the blank one that follows."""
    item = sequence.value[index]
    start = text.rindex("\n", 0, item.start_mark.index) + 1
    content = text[item.start_mark.index : item.end_mark.index].rstrip()
    lines = content.split("\n")
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()  # what stands after the last value belongs to the next item
    end = _end_of_line(text, item.start_mark.index + len("\n".join(lines))) + 1
    end += next((len(blank) for blank in ("\n", "\r\n") if text.startswith(blank, end)), 0)
    return Edit(start, min(end, len(text)), "")


def _end_of_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end
