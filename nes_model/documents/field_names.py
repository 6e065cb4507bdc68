"""The name of a field as YAML gives it, and what is wrong with it."""

import re

import yaml

from nes_model.money import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from nes_model.problems import cite

_NO_BREAK = NO_BREAK_SPACE + NARROW_NO_BREAK_SPACE
_DECIMALS = re.compile(r"(\d+)[\s€%]*", re.ASCII)


def read_name(key: yaml.Node) -> str:
    """The name without the no-break space that a word processor puts before a colon."""
    return str(key.value).rstrip(" " + _NO_BREAK)


def find_fault(fields: yaml.MappingNode, place: int) -> str | None:
    """What keeps one of these fields from being read, in French."""
    key, _ = fields.value[place]
    if not isinstance(key, yaml.ScalarNode):
        return "un nom de champ doit être un mot."
    if key.value.startswith(tuple(_NO_BREAK)):  # it does not indent: the field would go to another place
        return f"une espace insécable précède {cite(key.value)}. Remplacez-la par une espace ordinaire."
    return _find_cut_number(fields, place) if fields.flow_style and place else None


def _find_cut_number(fields: yaml.MappingNode, place: int) -> str | None:
    """A comma between braces starts another field: `{montant: 120,50}` has a field named 50, which holds nothing."""
    (_, before), (key, value) = fields.value[place - 1 : place + 1]
    is_alone = not key.style and value.value == "" and not value.style
    decimals = _DECIMALS.fullmatch(key.value) if is_alone else None
    if not decimals or not isinstance(before, yaml.ScalarNode) or before.style or not before.value[-1:].isdigit():
        return None
    return (
        f"{cite(f'{before.value},{key.value}')} est coupé à sa virgule. "
        f"Entre accolades, une décimale s'écrit avec un point : {before.value}.{decimals[1]}."
    )
