"""Options as cells write them: `pack-complementaire;imagerie:2`, or a column an option."""

import re
from collections.abc import Mapping
from typing import Any

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Rows
from nes_model.catalogue.wording import name_unit
from nes_model.folding import fold
from nes_model.french import write_count
from nes_model.group.answers import CellAnswer, is_mark, is_question, join_thousands, parse_answer, parse_signs
from nes_model.money import format_number
from nes_model.problems import cite, suggest
from nes_model.scenario.link_entries import RHYTHMS, find_detail_word, is_detail

Words = dict[str, Any]
# A comma before a digit is a decimal comma; one between brackets is of an option's name.
_BETWEEN = re.compile(r"[;\n]|,(?!\d)(?![^();\n]{0,60}\))")
_OTHERWISE_BETWEEN = re.compile(r"[/|+&]|\bet\b")  # where each part is an option's name
_MOST_LISTED = 100  # options in a cell: past it, the cell is no list of options
_MOST_UNKNOWN = 3  # words of a cell that are told one by one


def parse_options(cell: str, edition: Edition) -> tuple[dict[str, Words], list[str]]:
    """The options that a cell lists and how each is taken, none when it says no; and what is wrong with the rest."""
    if parse_answer(cell) is CellAnswer.NO:
        return {}, []
    options: dict[str, Words] = {}
    problems: list[str] = []
    unknown: list[str] = []
    known = {fold(offer.label): option for option, offer in edition.options.items()}
    known |= {option: option for option in edition.options}
    listed = _list(cell, known)
    if len(listed) > _MOST_LISTED:
        return {}, [f"la case énumère {format_number(len(listed))} mots : {_MOST_LISTED} options au plus."]
    for written in listed:
        name, *details = _parts(written)
        option = known.get(fold(name))
        answer = _answer(name, details)
        if option is None or is_question(written):
            unknown.append(name)
        elif answer is CellAnswer.OTHER:
            problems.append(f"{cite(name)} ne dit ni oui ni non. Écrivez {option} pour la prendre, rien sinon.")
        elif answer is CellAnswer.NO:
            continue
        elif option in options:
            problems.append(f"{cite(name)} est donné deux fois. Gardez-en un.")
        else:
            options[option], wrong = _choice(details, written, edition.options[option])
            problems += wrong
    return options, [*problems, *_unknown(unknown, edition)]


def _choice(details: list[str], written: str, offer: Offer) -> tuple[Words, list[str]]:
    """How an option of a list is taken, by what follows its name; a « oui » adds nothing."""
    told = [each for each in details if parse_answer(each) is not CellAnswer.YES]
    clear = [each for each in told if is_detail(each)]
    words, wrong = _details(clear, written, "par exemple rssi:2,5:annuel")
    return words, [*wrong, *(_unknown_detail(each, offer) for each in told if each not in clear)]


def _list(cell: str, known: Mapping[str, str]) -> list[str]:
    """What a cell lists, each whole: a comma may be of an option's name, a slash between two of them."""
    listed: list[str] = []
    for part in filter(None, map(str.strip, _BETWEEN.split(cell))):
        if listed and ":" not in listed[-1] and fold(_parts(f"{listed[-1]}, {part}")[0]) in known:
            listed[-1] += f", {part}"
            continue
        others = [each.strip() for each in _OTHERWISE_BETWEEN.split(part)]
        are_names = fold(part) not in known and all(fold(_parts(each)[0]) in known for each in others)
        listed += others if are_names else [part]
    return listed


def _answer(name: str, details: list[str]) -> CellAnswer:
    """What a word of a list says of its option, by the signs beside it or by a detail: « rssi : non »."""
    beside = parse_signs(name)
    said = parse_answer(details[0]) if len(details) == 1 and details[0] else CellAnswer.OTHER
    if said in (CellAnswer.OTHER, beside):
        return beside
    return said if beside is CellAnswer.YES else CellAnswer.OTHER


def parse_option(cell: str, offer: Offer, rows: Rows) -> tuple[Words | None, list[str]]:
    """How the cell of a column that an option has to itself takes it, None when it does not; and what is wrong.

    Args:
        cell: what is written.
        offer: the option.
        rows: the charges of it that the organisation would pay.
    """
    first, *others = _parts(cell)
    answer = parse_answer(first)
    if answer is CellAnswer.NO and not others:
        return None, []
    if answer is CellAnswer.OTHER and (is_mark(first) or is_question(cell)):
        return None, [f"{cite(cell)} ne dit ni oui ni non. Écrivez {describe_expected(offer, rows)}."]
    details = others if answer is CellAnswer.YES else [first, *others]
    return _details(details, cell, describe_expected(offer, rows))


def describe_expected(offer: Offer, rows: Rows) -> str:
    """What may be written in the column that an option has to itself, for whoever pays those charges of it."""
    if offer.asked:
        return f"oui, non, ou un nombre ({name_unit(offer.asked)})"
    *others, last = list_answers(rows)
    return f"{', '.join(others)} ou {last}"


def list_answers(rows: Rows) -> tuple[str, ...]:
    """What may be written for an option of which no quantity is asked: yes, no, or at which of two prices."""
    return ("oui", "non", *_list_prices(rows))


def _list_prices(rows: Rows) -> list[str]:
    """What the two prices of an option are counted by, where there is a choice."""
    return list(dict.fromkeys(charge.per.value for row in rows for charge in row if len(row) > 1))


def _unknown(names: list[str], edition: Edition) -> list[str]:
    """What is no option; past a few, their number: a suggestion takes a while to find."""
    told = [f"{cite(name)} n'est pas une option. {_advise(name, edition)}" for name in names[:_MOST_UNKNOWN]]
    more = len(names) - _MOST_UNKNOWN
    if more > 0:
        told.append(f"et {write_count(more, 'autre mot')} de cette case de même.")
    return told


def _advise(name: str, edition: Edition) -> str:
    """What to write instead: the options that are named in it, else the nearest, else all of them."""
    named = [option for option in edition.options if f"-{option}-" in f"-{fold(name)}-"]
    if len(named) > 1:
        return f"Écrivez « {' ; '.join(named)} »."
    asked = edition.options[named[0]].asked if named else None
    if asked and any(map(str.isdecimal, name)):
        return f"Écrivez {named[0]}, ou {named[0]}:3 pour un nombre ({name_unit(asked)})."
    return suggest(fold(name), named or list(edition.options))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(":")]


def _details(details: list[str], written: str, advice: str) -> tuple[Words, list[str]]:
    words = {find_detail_word(number): number for number in map(join_thousands, details)}
    if len(words) < len(details):
        return words, [f"{cite(written)} dit deux fois la même chose. Écrivez {advice}."]
    return words, []


def _unknown_detail(detail: str, offer: Offer) -> str:
    taken = [f"un nombre ({name_unit(offer.asked)})"] if offer.asked else []
    taken += RHYTHMS if any(charge.every_is_free for charge in offer.charges) else []
    taken += _list_prices(offer.alternatives)
    read = cite(detail) if detail else "ce qui suit « : »"
    advice = f"Écrivez {' ou '.join(taken)}, ou retirez ce détail." if taken else "Retirez ce détail."
    return f"{offer.id} : {read} ne se lit pas. {advice}"
