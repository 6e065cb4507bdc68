"""A comparison as a readable query string, and back.

`edition=2026&1.categorie=esms&1.etablissements=3&2.categorie=esms&2.options=pack-complementaire&reference=2&de=1&vers=2`:
each scenario has the words of its own link (`scenario/link.py`) behind its number; `1.alors` is what it was worth when
it was saved; `ensemble=1 2` numbers those that are added up. A link of the simulator opens as a comparison of one
scenario. Nothing is compressed: a link can never hold more than it shows.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nes_model.catalogue.category_names import explain_unknown, find_word
from nes_model.catalogue.edition import Edition
from nes_model.comparison.link_then import parse_then, write_then
from nes_model.comparison.pasted import find_link
from nes_model.comparison.selection import Selection
from nes_model.french import write_count
from nes_model.problems import InvalidInputError, cite
from nes_model.scenario import link as links
from nes_model.scenario.saved import MOST_SCENARIOS, SavedScenario
from nes_model.scenario.tracking import drop_tracking

_MOST_TOLD = 8
_CATEGORY, _THEN, _TOGETHER = "categorie", "alors", "ensemble"
_KNOWN = (links.EDITION, "reference", "de", "vers", _TOGETHER)
_NUMBERED = re.compile(r"([1-9]\d?)\.(.+)")
_TOO_MANY = f"Ce lien a plus de {MOST_SCENARIOS} scénarios : seuls les {MOST_SCENARIOS} premiers sont lus."
_Words = Mapping[str, Sequence[str]]


class ParsedComparison(NamedTuple):
    """What a link compares, as far as it can be understood, and a French sentence for whatever cannot."""

    selection: Selection
    problems: tuple[str, ...] = ()


def write_parameters(selection: Selection, edition: Edition) -> dict[str, str]:
    """The link's parameters; a comparison of nothing has none."""
    if not selection.scenarios:
        return {}
    words = {links.EDITION: edition.header.id}
    for number, saved in enumerate(selection.scenarios, start=1):
        own = links.write_parameters(saved.scenario, edition)
        words |= {f"{number}.{word}": value for word, value in own.items() if word != links.EDITION}
        if saved.frozen and saved.edition:
            words[f"{number}.{_THEN}"] = write_then(saved.edition, saved.frozen)
    if selection.reference:
        words["reference"] = str(selection.reference + 1)
    if selection.explained:
        words |= {"de": str(selection.explained[0] + 1), "vers": str(selection.explained[1] + 1)}
    if selection.together:
        words[_TOGETHER] = " ".join(str(index + 1) for index in selection.together)
    return words


def parse_text(text: str, edition: Edition) -> ParsedComparison:
    """Read the link that a text holds, as someone pastes it, or its query string; of several links, none."""
    if len(text) > links.MOST_CHARACTERS:
        return ParsedComparison(Selection(), ("Ce lien est trop long pour être lu.",))
    try:
        pasted = find_link(text)
    except InvalidInputError as error:
        return ParsedComparison(Selection(), (str(error),))
    reading = parse_parameters(pasted.parameters, edition)
    problems = (*reading.problems, *pasted.problems)
    nothing = () if reading.selection.scenarios or problems else ("Ce lien ne contient aucun scénario.",)
    return ParsedComparison(reading.selection, problems or nothing)


def parse_parameters(parameters: _Words, edition: Edition) -> ParsedComparison:
    """Read link parameters: what is valid is taken, the rest is told."""
    given = drop_tracking(parameters)
    if _CATEGORY in given or (links.WORDS & given.keys() and not any(map(_NUMBERED.fullmatch, given))):
        return _parse_alone(given, edition)
    scenarios, of_scenarios = _parse_scenarios(given, edition)
    words, of_words = _parse_words(given, edition)
    selection, of_numbers = _arrange(words, scenarios)
    return ParsedComparison(selection, _cap([*of_words, *of_scenarios, *of_numbers]))


def _parse_alone(words: _Words, edition: Edition) -> ParsedComparison:
    """A link of the simulator. Nobody's category is guessed: without one, nothing is compared."""
    category, unknown = _parse_category(words, edition)
    if category is None:
        return ParsedComparison(Selection(), (f"Scénario {unknown}",))
    own = links.parse_parameters(words, edition, category)
    return ParsedComparison(Selection((SavedScenario(own.checked),)), _cap(own.problems))


def _parse_category(words: _Words, edition: Edition) -> tuple[str | None, str]:
    """The category that a scenario's words name; or none, and why."""
    if _CATEGORY not in words:
        return None, "laissé de côté : sa catégorie manque dans ce lien."
    category = find_word(next(iter(words[_CATEGORY]), ""), edition)
    if category in edition.categories:
        return category, ""
    return None, f"laissé de côté : {explain_unknown(category, edition)}"


def _parse_scenarios(given: _Words, edition: Edition) -> tuple[dict[str, SavedScenario], list[str]]:
    """Every scenario that could be read, by its number in the link, in order."""
    by_number: dict[int, dict[str, Sequence[str]]] = {}
    for found, values in ((_NUMBERED.fullmatch(word), values) for word, values in given.items()):
        if found:
            by_number.setdefault(int(found[1]), {})[found[2]] = values
    scenarios: dict[str, SavedScenario] = {}
    problems: list[str] = [_TOO_MANY] if any(number > MOST_SCENARIOS for number in by_number) else []
    for number in sorted(each for each in by_number if each <= MOST_SCENARIOS):
        saved, told = _parse_scenario(by_number[number], edition)
        problems += [f"Scénario {number} {each}" for each in told]
        if saved:
            scenarios[str(number)] = saved
    return scenarios, problems


def _parse_scenario(words: dict[str, Sequence[str]], edition: Edition) -> tuple[SavedScenario | None, list[str]]:
    """A scenario of its own words, and what is told of it; none when its category is not known."""
    then = next(iter(words.pop(_THEN, ())), None)
    misplaced = [f": {cite(links.EDITION)} n'a pas sa place ici, il est ignoré."]
    problems = misplaced if words.pop(links.EDITION, None) else []
    category, unknown = _parse_category(words, edition)
    if category is None:
        return None, [unknown]
    own = links.parse_parameters(words, edition, category)
    problems += [f": {each}" for each in own.problems]
    if then is None:
        return SavedScenario(own.checked), problems
    try:
        return SavedScenario(own.checked, *parse_then(then)), problems
    except ValueError:
        lost = f": ses montants d'alors, {cite(then)}, ne peuvent être lus ; ils sont laissés de côté."
        return SavedScenario(own.checked), [*problems, lost]


def _parse_words(given: _Words, edition: Edition) -> tuple[dict[str, str], list[str]]:
    """What is said of the comparison itself, each word once."""
    words: dict[str, str] = {}
    problems: list[str] = []
    for word, values in given.items():
        if _NUMBERED.fullmatch(word):
            continue
        if word not in _KNOWN:
            problems.append(f"{cite(word)} n'est pas connu, il est ignoré.")
            continue
        if len(values) > 1:
            problems.append(f"{cite(word)} est donné {len(values)} fois. La première valeur est utilisée.")
        words[word] = values[0] if values else ""
    return words, [*problems, *links.check_edition(words.get(links.EDITION, edition.header.id), edition)]


def _arrange(words: Mapping[str, str], scenarios: Mapping[str, SavedScenario]) -> tuple[Selection, list[str]]:
    """The scenarios with their reference, the two that are explained, and those that are added up."""
    index = {number: each for each, number in enumerate(scenarios)}
    problems: list[str] = []
    found: dict[str, int] = {}
    for word in ("reference", "de", "vers"):
        if word in words and words[word] in index:
            found[word] = index[words[word]]
        elif word in words and scenarios:
            problems.append(_no_number(word, words[word]))
    selection = Selection(tuple(scenarios.values())).with_reference(found.get("reference", 0))
    if {"de", "vers"} <= words.keys() and len(scenarios) > 1:
        selection = selection.explaining(found.get("de", 0), found.get("vers", 0))
    if len({"de", "vers"} & words.keys()) == 1 and scenarios:
        problems.append("« de » et « vers » vont ensemble : celui qui est seul est ignoré.")
    numbers = list(dict.fromkeys(words[_TOGETHER].replace("+", " ").split() or [""])) if _TOGETHER in words else []
    unknown = [number for number in numbers if number not in index]
    problems += [_no_number(_TOGETHER, each) for each in unknown]
    if len(numbers) == 1 and not unknown:
        problems.append(f"{cite(_TOGETHER)} ne nomme qu'un scénario : il en faut deux pour une somme.")
    return selection.adding_up([index[number] for number in numbers if number in index]), problems


def _no_number(word: str, value: str) -> str:
    return f"{cite(word)} : {cite(value)} n'est pas le numéro d'un scénario de ce lien."


def _cap(problems: Sequence[str]) -> tuple[str, ...]:
    more = len(problems) - _MOST_TOLD
    rest = (f"Et {write_count(more, 'autre problème')} dans ce lien.",) if more > 0 else ()
    return (*problems[:_MOST_TOLD], *rest)
