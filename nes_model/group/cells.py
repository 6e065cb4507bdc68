"""Options, readings, supposed tariffs as cells write them: `pack-complementaire;imagerie:2`, or a column an option."""

import re
from collections.abc import Iterator
from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Rows
from nes_model.catalogue.wording import name_unit
from nes_model.folding import fold
from nes_model.problems import cite
from nes_model.scenario.link import detail_word

Words = dict[str, Any]
_BETWEEN = re.compile(r"[;\n]|,(?!\d)")  # a comma before a digit is a decimal comma
_TAKEN, _LEFT = ("oui", "vrai", "x"), ("", "non", "faux", "0")


def options_in(cell: str, edition: Edition, problems: list[str]) -> dict[str, Words]:
    """The options that a cell lists, and how each is taken."""
    options: dict[str, Words] = {}
    for written in _listed(cell):
        name, *details = _parts(written)
        option = _known(name, edition)
        if option in options:
            problems.append(f"{cite(name)} est donné deux fois. Gardez-en un.")
        else:
            options[option] = _details(details, written, problems)
    return options


def option_in(cell: str, problems: list[str]) -> Words | None:
    """How the cell of a column that an option has to itself takes it; nothing when it does not."""
    first, *others = _parts(cell)
    if fold(first) in _LEFT and not others:
        return None
    return _details(others if fold(first) in _TAKEN else [first, *others], cell, problems)


def expected(offer: Offer, rows: Rows) -> str:
    """What may be written in the column that an option has to itself, for whoever pays those charges of it."""
    if offer.asked:
        return f"oui, non, ou un nombre ({name_unit(offer.asked)})"
    bases = [charge.per.value for row in rows for charge in row if len(row) > 1]
    return f"oui, non, {' ou '.join(bases)}" if bases else "oui ou non"


def readings_in(cell: str, problems: list[str]) -> dict[str, str]:
    """The readings that a cell lists: `R1:sans-virgule;R4:prorata`."""
    return _pairs(cell, "ne dit pas quelle lecture. Écrivez par exemple R1:sans-virgule.", problems)


def tariffs_in(cell: str, problems: list[str]) -> dict[str, Any]:
    """The amounts that a cell supposes: `contribution-esms:120,00;referent-medical:700-800`."""
    written = _pairs(cell, "ne dit pas quel montant. Écrivez par exemple contribution-esms:120,00.", problems)
    return {charge: _amount(amount) for charge, amount in written.items()}


def _amount(text: str) -> Any:
    low, is_range, high = text.partition("-")
    return {"min": low.strip(), "max": high.strip()} if is_range else text


def _pairs(cell: str, missing: str, problems: list[str]) -> dict[str, str]:
    """Names and what each is given, `name:value`, each name once."""
    pairs: dict[str, str] = {}
    for written in _listed(cell):
        name, *values = _parts(written)
        if name in pairs:
            problems.append(f"{cite(name)} est donné deux fois. Gardez-en un.")
        elif len(values) != 1:
            problems.append(f"{cite(written)} {missing}")
        else:
            pairs[name] = values[0]
    return pairs


def _listed(cell: str) -> Iterator[str]:
    return (each.strip() for each in _BETWEEN.split(cell) if each.strip())


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(":")]


def _known(name: str, edition: Edition) -> str:
    """The option so named, whatever the case and the accents; the name as it is when there is none."""
    return fold(name) if fold(name) in edition.options else name


def _details(details: list[str], written: str, problems: list[str]) -> Words:
    words = {detail_word(detail): detail for detail in details}
    if len(words) < len(details):
        problems.append(f"{cite(written)} dit deux fois la même chose. Écrivez par exemple rssi:2,5:annuel.")
    return words
