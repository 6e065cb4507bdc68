"""Scenarios as files that people read and the command line understands, with what they were worth when saved.

    libelle: EHPAD Les Tilleuls
    categorie: esms
    etablissements: 3
    edition: "2026"
    chiffre:                      # frozen: what it cost, and under which data
      le: 2026-11-24
      empreinte: 0f1c2b3a4d5e6f70
      premiere_annee: 104.05
      annees_suivantes: 100.00

A plain scenario file is the same without `edition` and `chiffre`. Several scenarios are a list under `scenarios`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, Field, StringConstraints

from nes_model.catalogue.edition import Edition
from nes_model.documents.entry import Entry, Id, parse_day
from nes_model.documents.nodes import Node
from nes_model.money import Costs, Price
from nes_model.problems import InvalidInputError, cite
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.from_document import parse_asked
from nes_model.scenario.scenario import Scenario

MOST_SCENARIOS = 8
_HEADING = (
    "# Gardé par le simulateur d'adhésion à Normand'e-Santé.\n"
    "# À rouvrir dans la page « Comparer », ou avec : python -m nes_model {command} CE_FICHIER\n"
)
_OF_A_SUPPOSITION = "# Ou dans la page « Tarifs », sous « Reprendre une simulation gardée ».\n"
_SEVERAL = "scenarios"
Day = Annotated[str, BeforeValidator(lambda value: parse_day(value).isoformat())]
Mark = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Frozen(Entry):
    """What a scenario cost, on which day and under which data."""

    day: Day = Field(alias="le")
    digest: Mark = Field(alias="empreinte")
    first_year: Price = Field(alias="premiere_annee")
    following_years: Price = Field(alias="annees_suivantes")

    @property
    def costs(self) -> Costs:
        """The two figures of that day."""
        return Costs(self.first_year, self.following_years)


@dataclass(frozen=True, slots=True)
class SavedScenario:
    """A scenario that can be priced, and what its file says of the day it was saved."""

    checked: CheckedScenario
    edition: str | None = None  # the id of the edition that priced it then
    frozen: Frozen | None = None

    @property
    def scenario(self) -> Scenario:
        """What is asked."""
        return self.checked.scenario


class _Written(Scenario):
    """A scenario as a file has it."""

    edition: Id | None = None
    frozen: Frozen | None = Field(None, alias="chiffre")


def parse_saved(document: Node, edition: Edition) -> tuple[SavedScenario, ...]:
    """The scenarios of a file: one at its root, or a list under `scenarios`.

    Raises:
        InvalidInputError: with every problem of every scenario, each with its line.
    """
    found, problems = [], []
    for node in list_nodes(document):
        try:
            written, checked = parse_asked(_Written, node, edition)
            found.append(SavedScenario(checked, written.edition, written.frozen))
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(problems)
    return tuple(found)


def parse_only_one(document: Node, edition: Edition) -> SavedScenario:
    """The scenario of a file that must hold just one.

    Raises:
        InvalidInputError: with every problem and its line, or when there are several scenarios.
    """
    found = parse_saved(document, edition)
    if len(found) > 1:
        message = (
            f"ce fichier contient {len(found)} scénarios : il en faut un seul ici. Gardez-en un. Pour les comparer : "
            "la commande « comparer », ou la page Comparer."
        )
        raise InvalidInputError([document.problem((), message)])
    return found[0]


def list_nodes(document: Node) -> list[Node]:
    """Where each scenario of a file is.

    Raises:
        InvalidInputError: the list of scenarios is none, or has something beside it.
    """
    several = document.child(_SEVERAL)
    if several is None:
        return [document]
    if not isinstance(several.value, list) or not several.value:
        message = "« scenarios » n'est pas une liste remplie. Écrivez une ligne « - categorie: … » par scénario."
        raise InvalidInputError([document.problem((_SEVERAL,), message)])
    problems = [
        document.problem((key,), f"{cite(key)} n'est pas connu à côté de « {_SEVERAL} ». Retirez-le.")
        for key in document.plain()
        if key != _SEVERAL
    ]
    if len(several.value) > MOST_SCENARIOS:
        message = f"{len(several.value)} scénarios, c'est trop : {MOST_SCENARIOS} au plus."
        problems.append(document.problem((_SEVERAL,), message))
    if problems:
        raise InvalidInputError(problems)
    return several.value


def write_saved(scenarios: Sequence[SavedScenario]) -> str:
    """The YAML file of these scenarios."""
    entries = [_words(each) for each in scenarios]
    content: Any = entries[0] if len(entries) == 1 else {_SEVERAL: entries}
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return _write_heading(scenarios) + text


def _write_heading(scenarios: Sequence[SavedScenario]) -> str:
    """Where a file is opened again: with one scenario there is nothing to compare."""
    if len(scenarios) > 1:
        return _HEADING.format(command="comparer")
    scenario = scenarios[0].scenario
    is_supposition = scenario.tariffs or scenario.readings
    return _HEADING.format(command="devis") + (_OF_A_SUPPOSITION if is_supposition else "")


def _words(saved: SavedScenario) -> dict[str, Any]:
    words = saved.scenario.model_dump(by_alias=True, exclude_defaults=True)
    if saved.scenario.tariffs:
        words["tarifs"] = {charge: amount.words for charge, amount in saved.scenario.tariffs.items()}
    if saved.edition:
        words["edition"] = saved.edition
    if saved.frozen:
        words["chiffre"] = {
            "le": saved.frozen.day,
            "empreinte": saved.frozen.digest,
            "premiere_annee": saved.frozen.first_year.words,
            "annees_suivantes": saved.frozen.following_years.words,
        }
    return words


class _Dumper(yaml.SafeDumper):
    """Numbers without quotation marks; equal values written out each time, never as aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    text = f"{value:f}"
    return dumper.represent_scalar("tag:yaml.org,2002:float" if "." in text else "tag:yaml.org,2002:int", text)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_str(str(value))


_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_multi_representer(str, _text)
