"""A scenario under an edition, and taking one thing of it from another."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from nes_model.catalogue.edition import Edition
from nes_model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario and the edition that prices it, as that edition is published: the scenario chooses its readings."""

    scenario: Scenario
    edition: Edition = field(repr=False)  # a whole catalogue tells nobody which case failed


Copying = Callable[[Case, Case], Case]  # of a case and a source: the case, with one thing as the source has it


def edition_copied(case: Case, source: Case) -> Case:
    """The edition."""
    return replace(case, edition=source.edition)


def field_copied(name: str) -> Copying:
    """One field of the scenario."""
    return lambda case, source: _updated(case, name, getattr(source.scenario, name))


def entry_copied(field: str, key: str) -> Copying:
    """One option, reading or supposed tariff: taken as the source has it, or away if the source does not."""
    return lambda case, source: with_entry(case, field, key, getattr(source.scenario, field).get(key))


def detail_copied(option: str, field: str) -> Copying:
    """How many, how often or at which price of an option that both have."""

    def copied(case: Case, source: Case) -> Case:
        value = getattr(source.scenario.options[option], field)
        return with_entry(case, "options", option, case.scenario.options[option].model_copy(update={field: value}))

    return copied


def with_entry(case: Case, field: str, key: str, value: object) -> Case:
    """The case with another entry in one of its scenario's dictionaries, or without it when the value is None."""
    others = {each: held for each, held in getattr(case.scenario, field).items() if each != key}
    return _updated(case, field, others if value is None else others | {key: value})


def _updated(case: Case, field: str, value: object) -> Case:
    return replace(case, scenario=case.scenario.model_copy(update={field: value}))
