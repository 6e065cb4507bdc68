"""Doubts that are settled, taken out of an edition's files."""

from collections.abc import Iterator

import yaml

from nes_model.documents.edits import (
    Edit,
    find_value,
    read_id,
    remove_entries,
    remove_item,
    replace_entry,
    write_value,
)
from nes_model.documents.field_names import read_name


def take_out_doubts(text: str, node: yaml.Node, doubts: set[str]) -> Iterator[Edit]:
    """Settled doubts, taken out of a file: themselves, and wherever they are quoted.

    Args:
        text: the file.
        node: what to look in.
        doubts: their ids.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if read_name(key) == "lectures" and isinstance(value, yaml.SequenceNode):
                yield from _take_out_of_list(text, node, value, doubts)
            else:
                yield from take_out_doubts(text, value, doubts)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from take_out_doubts(text, each, doubts)


def _take_out_of_list(
    text: str, holder: yaml.MappingNode, listed: yaml.SequenceNode, doubts: set[str]
) -> Iterator[Edit]:
    settled = [index for index, each in enumerate(listed.value) if _id_of(each) in doubts]
    if settled and len(settled) == len(listed.value):
        if len(holder.value) == 1:  # a file of doubts alone: without a section left it could not be read
            yield replace_entry(text, holder, "lectures", "[]")
        else:
            yield from remove_entries(text, holder, ["lectures"])
        return
    if listed.flow_style and settled:  # written anew: two neighbours taken out one by one would share a comma
        rest = [read_id(each) for index, each in enumerate(listed.value) if index not in settled]
        yield Edit(listed.start_mark.index, listed.end_mark.index, write_value(rest))
        return
    for index in settled:
        yield remove_item(text, listed, index)


def _id_of(node: yaml.Node) -> str:
    own = find_value(node, "id") if isinstance(node, yaml.MappingNode) else node
    return read_id(own) if own else ""
