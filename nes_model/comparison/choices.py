"""Two cases as they differ by choices only, and not by what follows from other choices."""

from nes_model.comparison.case import Case, copy_entry, set_entry
from nes_model.scenario import checking


def make_comparable(one: Case, other: Case) -> tuple[Case, Case]:
    """The two cases as they differ by choices only.

    Each has the options that it is refused and the other takes: they go with what refuses them. Quantities of options
    are written out, unless both leave an option to its default: one that follows the number of establishments on one
    side only would else seem to change twice.
    """
    cases = _with_refused(one, other), _with_refused(other, one)
    sides = [case.scenario.options for case in cases]
    left = {id_ for id_ in sides[0].keys() & sides[1].keys() if all(side[id_].quantity is None for side in sides)}
    return _written_out(cases[0], left), _written_out(cases[1], left)


def _with_refused(case: Case, other: Case) -> Case:
    for option in other.scenario.options.keys() - case.scenario.options.keys():
        taken = copy_entry("options", option, case, other)
        case = taken if _refuses(taken, option) else case
    return case


def _refuses(case: Case, option: str) -> bool:
    """Whether the case may not take that option at all."""
    return ("options", option) in [path for path, _ in checking.list_findings(case.scenario, case.edition)]


def _written_out(case: Case, left: set[str]) -> Case:
    for id_, choice in case.scenario.options.items():
        per = case.edition.options[id_].asked
        if per and id_ not in left:
            written = choice.model_copy(update={"quantity": case.scenario.quantity(id_, per)})
            case = set_entry(case, "options", id_, written)
    return case
