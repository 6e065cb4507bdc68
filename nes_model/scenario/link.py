"""A scenario as a readable query string, and back.

`categorie=esms&etablissements=3&options=pack-complementaire+imagerie~2&lectures=R1~sans-virgule&tarifs=pack-esms~90`:
the words are those of a scenario file; what has its default is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from nes_model.catalogue.category_names import find_word
from nes_model.catalogue.edition import Edition
from nes_model.documents.nodes import Finding, Location
from nes_model.documents.sound_part import Words, keep_sound
from nes_model.documents.validation import parse_model
from nes_model.problems import cite, explain_cut, explain_repetition, suggest
from nes_model.scenario import checking
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.field_labels import find_quantity, name_field
from nes_model.scenario.link_entries import LISTS, parse_entries, write_entries
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario
from nes_model.scenario.tracking import drop_tracking
from nes_model.scenario.trimming import reset_idle_counts

EDITION = "edition"
MOST_CHARACTERS = 20_000  # of a link: more than any that is written, and soon read
WORDS = frozenset(FIELDS_BY_WORD)


class ParsedLink(NamedTuple):
    """What a link asks for, as far as it can be understood, and a French sentence for whatever cannot."""

    checked: CheckedScenario
    problems: tuple[str, ...] = ()


def write_parameters(scenario: Scenario, edition: Edition) -> dict[str, str]:
    """The link's parameters, the edition among them: a link never drifts to another year's prices."""
    written = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    lists = {word: written.pop(word, {}) for word in LISTS}
    parameters = {EDITION: edition.header.id} | {word: str(value) for word, value in written.items()}
    return parameters | {word: write_entries(word, values) for word, values in lists.items() if values}


def write_query(scenario: Scenario, edition: Edition) -> str:
    """The same as a query string, without its question mark."""
    return urlencode(write_parameters(scenario, edition))


def parse_parameters(parameters: Mapping[str, Sequence[str]], edition: Edition, default: str) -> ParsedLink:
    """Read link parameters: what is valid is taken, the rest falls back and is told.

    Args:
        parameters: each parameter and its values, as given.
        edition: the edition that prices the scenario.
        default: the category that a page shows when nothing is asked.
    """
    asked, problems = _parse_words(drop_tracking(parameters), edition)
    category = _known(default, edition)
    if (asked or problems) and "categorie" not in asked:
        problems.append(f"Le lien ne dit pas la catégorie. {_category_used(category, edition)}")
    checked, more = understand(asked, edition, category)
    return ParsedLink(checked, (*problems, *more))


def check_edition(asked: str, edition: Edition) -> list[str]:
    """What to say of the edition that a link names, when it is not the one that prices it."""
    if asked == edition.header.id:
        return []
    return [f"L'édition {cite(asked)} n'est pas disponible ici. Montants calculés avec l'édition {edition.header.id}."]


def understand(asked: Words, edition: Edition, default: str, *, with_idle_counts: bool = True) -> ParsedLink:
    """The scenario that words ask for without what is wrong in them, and what stands in its place.

    Args:
        asked: the words of a scenario file and their values.
        edition: the edition that prices the scenario.
        default: the category when none is asked, or one that does not exist.
        with_idle_counts: whether to keep counts that the category is not asked for, as a hidden field still holds them.
    """

    def parse(sound: Words) -> tuple[CheckedScenario | None, list[Finding]]:
        scenario, found = parse_model(Scenario, {"categorie": _known(default, edition), **sound})
        if scenario is None:
            return None, found
        return checking.check(scenario if with_idle_counts else reset_idle_counts(scenario, edition), edition)

    checked, found = keep_sound(asked, parse)
    told = (f"{name_field(message, path, edition)} {_stand_in(path, checked)}" for path, message in found)
    return ParsedLink(checked, tuple(told))


def _known(default: str, edition: Edition) -> str:
    """That category, or the first where the edition does not have it."""
    return default if default in edition.categories else next(iter(edition.categories))


def _parse_words(parameters: Mapping[str, Sequence[str]], edition: Edition) -> tuple[dict[str, Any], list[str]]:
    """The words of a scenario file and their values, and what of the link could not be one of them."""
    asked: dict[str, Any] = {}
    problems: list[str] = []
    known: Mapping[str, Iterable[str]] = {
        "options": edition.options,
        "lectures": edition.doubts_by_id,
        "tarifs": edition.charges,
    }
    for word, values in parameters.items():
        if len(values) > 1:
            problems.append(explain_repetition(word, values))
        value = values[0] if values else ""
        if word == EDITION:
            problems += check_edition(value, edition)
        elif word not in WORDS:
            problems.append(f"{cite(word)} n'est pas connu, il est ignoré. {suggest(word, sorted(WORDS))}")
        elif word == "categorie":
            asked[word] = find_word(value, edition)
        elif word in LISTS:
            asked[word], repeated = parse_entries(word, value, known[word])
            problems += repeated
            if not asked[word]:
                problems.append(explain_cut(word))
        else:
            asked[word] = value
    return asked, problems


def _stand_in(path: Location, checked: CheckedScenario) -> str:
    """What is used in the place of what was found at a path."""
    scenario, word = checked.scenario, str(path[0])
    if word == "options" and len(path) > 2 and path[1] in scenario.options:  # else it is wrong in other ways too
        return _usual_detail(str(path[1]), str(path[2]), checked)
    if word in _LEFT_ASIDE:
        return _LEFT_ASIDE[word]
    if word == "categorie":
        return _category_used(scenario.category, checked.published)
    default = str(FIELDS_BY_WORD[word].get_default())
    return f"Valeur utilisée : {default}." if default else "Il est laissé vide."


def _usual_detail(option: str, word: str, checked: CheckedScenario) -> str:
    per = find_quantity(option, checked.published)
    if word != "quantite" or per is None:
        return "La valeur habituelle est utilisée."
    return f"Valeur utilisée : {checked.scenario.quantity(option, per)}."


def _category_used(default: str, edition: Edition) -> str:
    return f"Valeur utilisée : {default}, « {edition.categories[default].label} »."


_LEFT_ASIDE = {
    "options": "Option laissée de côté.",
    "lectures": "Lecture retenue utilisée.",
    "tarifs": "Montant de l'édition utilisé.",
}
