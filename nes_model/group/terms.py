"""Under what a whole group is priced: readings of the doubts, and supposed amounts. One set for all its rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nes_model.catalogue.edition import Edition
from nes_model.documents.validation import parse_model
from nes_model.money import Amount
from nes_model.money.typed_amount import read_typed
from nes_model.problems import InvalidInputError, Problem, cite
from nes_model.scenario import checking, link
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario

OF_THE_GROUP = ("lectures", "tarifs")  # words chosen once for all its rows: no column holds them
_OF_EACH = FIELDS_BY_WORD.keys() - {*OF_THE_GROUP}
_SIGN = re.compile("[=~]")  # the second is that of a link


@dataclass(frozen=True, slots=True)
class Terms:
    """Readings other than those retained, and amounts other than those of the edition."""

    readings: Mapping[str, str] = field(default_factory=dict)
    tariffs: Mapping[str, Amount] = field(default_factory=dict)


def parse_address(parameters: Mapping[str, Sequence[str]], edition: Edition) -> tuple[Terms, tuple[str, ...]]:
    """The terms of an address, as far as they can be understood, and a French sentence for what cannot.

    Args:
        parameters: each word and its values, `lectures` and `tarifs` as the link of a scenario writes them.
        edition: whose doubts and amounts they name.
    """
    of_each = [word for word in parameters if word in _OF_EACH]
    asked = {word: values for word, values in parameters.items() if word not in of_each}
    default = next(iter(edition.categories))
    checked, problems = link.parse_parameters(asked | {"categorie": [default]}, edition, default)
    told = [f"{cite(word)} se dit de chaque organisation : il n'est pas lu dans un lien de groupe." for word in of_each]
    return Terms(checked.scenario.readings, checked.scenario.tariffs), (*told, *problems)


def write_address(terms: Terms, edition: Edition) -> dict[str, str]:
    """The same as words of an address; nothing when the group is priced as published."""
    asked = {"categorie": next(iter(edition.categories)), "lectures": terms.readings, "tarifs": terms.tariffs}
    words = link.write_parameters(Scenario.model_validate(asked), edition)
    return {word: words[word] for word in OF_THE_GROUP if word in words}


def parse_terms(readings: Iterable[str], tariffs: Iterable[str], edition: Edition) -> Terms:
    """The terms that words of a command line ask for: `R1=sans-virgule`, `contribution-esms=120`.

    Raises:
        InvalidInputError: with every word that cannot be understood.
    """
    chosen, badly_written = _pairs(readings, "R1=sans-virgule")
    supposed, others = _pairs(tariffs, "contribution-esms=120,00")
    asked = {
        "categorie": next(iter(edition.categories)),
        "lectures": chosen,
        "tarifs": {charge: read_typed(amount) for charge, amount in supposed.items()},
    }
    scenario, found = parse_model(Scenario, asked)
    if scenario:
        found = checking.list_findings(scenario, edition)
    problems = [*badly_written, *others, *(message for _, message in found)]
    if scenario is None or problems:
        raise InvalidInputError([Problem(message) for message in problems])
    return Terms(scenario.readings, scenario.tariffs)


def _pairs(words: Iterable[str], example: str) -> tuple[dict[str, str], list[str]]:
    """Names and what each is given, and what is wrong with the others."""
    pairs: dict[str, str] = {}
    problems: list[str] = []
    for word in words:
        name, _, value = (part.strip() for part in _SIGN.sub("=", word, count=1).partition("="))
        if not (name and value):
            problems.append(f"{cite(word)} ne se lit pas. Écrivez par exemple {example}.")
        elif name in pairs:
            problems.append(f"{cite(name)} est donné deux fois. Gardez-en un.")
        else:
            pairs[name] = value
    return pairs, problems
