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


def copy_edition(case: Case, source: Case) -> Case:
    """The case under the source's edition."""
    return replace(case, edition=source.edition)


def copy_field(name: str, case: Case, source: Case) -> Case:
    """The case with one field of its scenario as the source has it."""
    return _set_field(case, name, getattr(source.scenario, name))


def copy_entry(field: str, key: str, case: Case, source: Case) -> Case:
    """The case with one option, reading or supposed tariff as the source has it, or without it if it has none."""
    return set_entry(case, field, key, getattr(source.scenario, field).get(key))


def copy_detail(option: str, field: str, case: Case, source: Case) -> Case:
    """The case with how many, how often or at which price as the source has it, of an option that both have."""
    value = getattr(source.scenario.options[option], field)
    return set_entry(case, "options", option, case.scenario.options[option].model_copy(update={field: value}))


def set_entry(case: Case, field: str, key: str, value: object) -> Case:
    """The case with another entry in one of its scenario's dictionaries, or without it when the value is None."""
    others = {each: held for each, held in getattr(case.scenario, field).items() if each != key}
    return _set_field(case, field, others if value is None else others | {key: value})


def _set_field(case: Case, field: str, value: object) -> Case:
    return replace(case, scenario=case.scenario.model_copy(update={field: value}))
