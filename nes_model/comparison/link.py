"""A comparison as a readable query string, and back.

`v=1&edition=2026&s1=esms+etablissements~3&n1=EHPAD&s2=esms+options~pack-complementaire_dpm&reference=2&de=1&vers=2`:
`s1` is a category, then the words of a scenario link (`links.py`), whose lists are joined by `_`; `n1` its name; `a1`
what it was worth when it was kept; `ensemble=1_2` numbers those that are added up. A link of the simulator opens as a
comparison of one scenario. Nothing is compressed: a link can never hold more than it shows.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from nes_model.catalogue.edition import Edition
from nes_model.comparison.link_words import frozen_read, frozen_written, scenario_read, scenario_written
from nes_model.comparison.selection import Selection
from nes_model.problems import cite
from nes_model.scenario import link as links
from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario
from nes_model.scenario.scenario import Scenario
from nes_model.scenario.tracking import is_tracking

VERSION = "1"
MOST_CHARACTERS = 20_000
_MOST_TOLD = 8
_CATEGORY, _TOGETHER = "categorie", "ensemble"
_PLACES = range(1, MOST_SCENARIOS + 1)
_KNOWN = (
    *(f"{letter}{place}" for place in _PLACES for letter in "sna"),
    *("v", links.EDITION, "reference", "de", "vers", _TOGETHER),
)


_ONE_MORE = re.compile(r"s[1-9]\d?")
_TOO_MANY = f"Ce lien a plus de {MOST_SCENARIOS} scénarios : les {MOST_SCENARIOS} premiers sont comparés."


@dataclass(frozen=True, slots=True)
class ComparisonReading:
    """What a link compares, as far as it can be understood, and a French sentence for whatever cannot."""

    selection: Selection
    problems: tuple[str, ...] = ()


def to_parameters(selection: Selection, edition: Edition) -> dict[str, str]:
    """The link's parameters; a comparison of nothing has none."""
    if not selection.kept:
        return {}
    words = {"v": VERSION, links.EDITION: edition.header.id}
    for place, kept in enumerate(selection.kept, start=1):
        words[f"s{place}"] = scenario_written(kept.scenario, edition)
        if kept.scenario.label:
            words[f"n{place}"] = kept.scenario.label
        if kept.frozen and kept.edition:
            words[f"a{place}"] = frozen_written(kept.edition, kept.frozen)
    if selection.reference:
        words["reference"] = str(selection.reference + 1)
    if selection.explained:
        words |= {"de": str(selection.explained[0] + 1), "vers": str(selection.explained[1] + 1)}
    if selection.together:
        words[_TOGETHER] = "_".join(str(place + 1) for place in selection.together)
    return words


def to_query(selection: Selection, edition: Edition) -> str:
    """The same as a query string, without its question mark."""
    return urlencode(to_parameters(selection, edition))


def from_text(text: str, edition: Edition) -> ComparisonReading:
    """Read a whole link, or its query string, as someone pastes it."""
    query = text.strip().partition("#")[0].rpartition("?")[2]
    if len(query) > MOST_CHARACTERS:
        return ComparisonReading(Selection(), ("Ce lien est trop long pour être lu.",))
    try:
        parameters = parse_qs(query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return ComparisonReading(Selection(), ("Ce lien a trop de paramètres pour être lu.",))
    if "=" not in query:
        return ComparisonReading(Selection(), ("Ce texte n'est pas un lien du simulateur. Copiez l'adresse entière.",))
    return from_parameters(parameters, edition)


def from_parameters(parameters: Mapping[str, Sequence[str]], edition: Edition) -> ComparisonReading:
    """Read link parameters, whatever the version that wrote them: what is valid is kept, the rest is told."""
    if sum(len(value) for values in parameters.values() for value in values) > MOST_CHARACTERS:
        return ComparisonReading(Selection(), ("Ce lien est trop long pour être lu.",))
    parameters = {word: values for word, values in parameters.items() if not is_tracking(word)}
    problems: list[str] = []
    if _CATEGORY in parameters:
        selection = _one_scenario(parameters, edition, problems)
    else:
        words = {word: _first(word, values, problems) for word, values in parameters.items()}
        version = words.get("v", VERSION)
        read = _READERS.get(version)
        if read is None:
            problems.append(f"La version {cite(version)} de ce lien n'est pas connue ici. Demandez un lien récent.")
        selection = read(words, edition, problems) if read else Selection()
    return ComparisonReading(selection, _told(problems))


def _one_scenario(parameters: Mapping[str, Sequence[str]], edition: Edition, problems: list[str]) -> Selection:
    """A link of the simulator."""
    reading = links.from_parameters(parameters, edition, Scenario(category=next(iter(edition.categories))))
    problems += reading.problems
    return Selection((SavedScenario(reading.scenario),))


def _version_1(words: Mapping[str, str], edition: Edition, problems: list[str]) -> Selection:
    problems += [_unknown(word) for word in words if word not in _KNOWN]
    if words.get(links.EDITION, edition.header.id) != edition.header.id:
        problems.append(
            f"L'édition {cite(words[links.EDITION])} n'est pas disponible ici. "
            f"Montants calculés avec l'édition {edition.header.id}."
        )
    at: dict[int, SavedScenario] = {}  # the number in the link of each scenario that could be read
    for place in _PLACES:
        if f"s{place}" in words:
            kept = _kept_read(words, place, edition, problems)
            if kept:
                at[place] = kept
        elif f"n{place}" in words or f"a{place}" in words:
            problems.append(f"Le scénario {place} manque dans ce lien.")
    selection = Selection(tuple(at.values()))
    order = {str(number): place for place, number in enumerate(at)}
    selection = selection.with_reference(_place(words, "reference", order, problems))
    if {"de", "vers"} <= words.keys() and len(at) > 1:
        ends = _place(words, "de", order, problems), _place(words, "vers", order, problems)
        selection = selection.explaining(*ends)
    return selection.adding_up(_together(words, order, problems))


def _together(words: Mapping[str, str], order: Mapping[str, int], problems: list[str]) -> list[int]:
    """The places of those that are added up; what is no number of this link is told."""
    numbers = list(dict.fromkeys(words[_TOGETHER].split("_"))) if _TOGETHER in words else []
    unknown = [number for number in numbers if number not in order]
    problems += [f"« {_TOGETHER} » : {cite(each)} n'est pas le numéro d'un scénario de ce lien." for each in unknown]
    known = [order[number] for number in numbers if number in order]
    if _TOGETHER in words and not unknown and len(known) == 1:
        problems.append(f"« {_TOGETHER} » ne nomme qu'un scénario : il en faut deux pour une somme.")
    return known


def _unknown(word: str) -> str:
    return _TOO_MANY if _ONE_MORE.fullmatch(word) else f"{cite(word)} n'est pas connu, il est ignoré."


_READERS: dict[str, Callable[[Mapping[str, str], Edition, list[str]], Selection]] = {VERSION: _version_1}
VERSIONS = tuple(_READERS)  # every version that was ever given out


def _kept_read(words: Mapping[str, str], place: int, edition: Edition, problems: list[str]) -> SavedScenario | None:
    who = f"Scénario {place}"
    scenario = scenario_read(words[f"s{place}"], words.get(f"n{place}", ""), edition, who, problems)
    if scenario is None:
        return None
    then = words.get(f"a{place}")
    if then is None:
        return SavedScenario(scenario)
    try:
        return SavedScenario(scenario, *frozen_read(then))
    except ValueError:
        problems.append(f"{who} : ses montants d'alors, {cite(then)}, ne peuvent être lus ; ils sont laissés de côté.")
        return SavedScenario(scenario)


def _place(words: Mapping[str, str], word: str, order: Mapping[str, int], problems: list[str]) -> int:
    """A place given by the scenario's number in the link; the first one when it is not there."""
    number = words.get(word, next(iter(order), ""))
    if number not in order and order:
        problems.append(f"« {word} » : {cite(number)} n'est pas le numéro d'un scénario de ce lien.")
    return order.get(number, 0)


def _first(word: str, values: Sequence[str], problems: list[str]) -> str:
    if len(values) > 1:
        problems.append(f"{cite(word)} est donné {len(values)} fois. La première valeur est utilisée.")
    return values[0] if values else ""


def _told(problems: Sequence[str]) -> tuple[str, ...]:
    more = len(problems) - _MOST_TOLD
    rest = (f"Et {more} autre{'s' * (more > 1)} problème{'s' * (more > 1)} dans ce lien.",) if more > 0 else ()
    return (*problems[:_MOST_TOLD], *rest)
