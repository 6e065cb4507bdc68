"""Supposed amounts as a file that people can read, send and load back."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from nes_model.catalogue.edition import Edition
from nes_model.documents import nodes as documents
from nes_model.documents.entry import Entry, Text
from nes_model.documents.nodes import Node
from nes_model.documents.validation import validate
from nes_model.money import Amount
from nes_model.problems import InvalidInputError, Problem, cite, suggest
from nes_model.scenario.scenario import Scenario, Tariffs

KIND = "simulation de tarif"


class _File(Entry):
    kind: Literal["simulation de tarif"] = Field(alias="nature")
    edition: Text | None = None  # the one that they were supposed against, for whoever reads the file
    tariffs: Tariffs = Field(alias="montants")


@dataclass(frozen=True, slots=True)
class Simulation:
    """What such a file supposes."""

    tariffs: dict[str, Amount]
    remark: str = ""  # in French, when it was made under another edition


def written(scenario: Scenario, edition: Edition) -> str:
    """The file. It says what it is, so that nobody takes it for the tariff in force."""
    amounts = scenario.model_dump(mode="json", by_alias=True)["tarifs"]
    lines = [f"nature: {KIND}", f'edition: "{edition.header.id}"', "montants:" if amounts else "montants: {}"]
    return "\n".join([*lines, *(f"  {charge}: {_amount(amount)}" for charge, amount in amounts.items()), ""])


def read(content: bytes, file: str, edition: Edition) -> Simulation:
    """What a file supposes of this edition's amounts.

    Raises:
        InvalidInputError: with every problem, its line, and the nearest known name of an unknown charge.
    """
    document = documents.parse(content, file, documents.MOST_BYTES_UPLOADED)
    unknown = _unknown_charges(document, edition)
    try:
        kept = validate(_File, document)
    except InvalidInputError as error:
        raise InvalidInputError(sorted([*error.problems, *unknown], key=lambda problem: problem.line or 0)) from error
    if unknown:
        raise InvalidInputError(unknown)
    return Simulation(kept.tariffs, _remark(kept.edition, edition.header.id))


def _remark(kept: str | None, present: str) -> str:
    if kept in (None, present):
        return ""
    return (
        f"Cette simulation a été faite sous l'édition {kept} : ses montants sont maintenant comparés à ceux de "
        f"l'édition {present}."
    )


def _unknown_charges(document: Node, edition: Edition) -> list[Problem]:
    """Looked for in the document, so that they are said together with what is badly written."""
    amounts, known = document.child("montants"), list(edition.charges)
    named = amounts.value if amounts and isinstance(amounts.value, dict) else {}
    return [
        document.problem(("montants", charge), f"{cite(charge)} n'est pas un tarif. {suggest(charge, known)}")
        for charge in named
        if charge not in edition.charges
    ]


def _amount(amount: str | dict[str, str]) -> str:
    return amount if isinstance(amount, str) else f"{{min: {amount['min']}, max: {amount['max']}}}"
