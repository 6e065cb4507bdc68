"""Which word of a scenario each column of a table holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.french import list_words
from nes_model.group.title_names import (
    CATEGORY,
    OF_THE_GROUP,
    find_counted_words,
    find_named_options,
    find_near_word,
    find_word,
    list_titles,
)
from nes_model.money import COST_COLUMNS, format_number
from nes_model.problems import InvalidInputError, Problem, cite
from nes_model.spreadsheets.table import Table, list_first, name_column

RESULTS = (*COST_COLUMNS, "capital_restituable", "non_chiffre", "erreur")
REQUIRED = CATEGORY
_NAME = "libelle"  # prices nothing: of several names, the first is taken, and it is said
_LIKELY = ("type", "categ", "nature")  # how a column of categories may begin that is not titled so
_OF_A_SCENARIO = re.compile(r"[\s{\"'-]*categorie[\"']?\s*:\s*\S")  # how a kept file, YAML or JSON, says its category
_MOST_LOOKED_AT = 50  # rows
_MOST_TOLD = 10  # columns of which it is said one by one that they are not known
# What changes nothing to a price, or is near a name that people give to anything.
_HARMLESS = (_NAME, "horizon", "hausse_annuelle", "options", "lectures", "tarifs")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each word is, and which columns are kept."""

    titles: tuple[str, ...]  # as they were written, without those of a former result
    kept: tuple[int, ...]  # their indexes in a row
    places: dict[str, int]  # word → index in a row
    width: int  # how many columns have a title, or stand before one that has
    remarks: tuple[str, ...]

    def title(self, word: str) -> str:
        """The column that holds a word, as its title is written."""
        return self.titles[self.kept.index(self.places[word])] if word in self.places else word


def parse_titles(table: Table, edition: Edition) -> Layout:
    """Read the titles of a table: words of a scenario, options of the edition, anything else.

    Raises:
        InvalidInputError: there is no category, a word is there twice, or a title may well be one that sets the price.
    """
    titles = tuple(" ".join(title.split()) for title in table.titles.cells)
    while titles and not titles[-1]:
        titles = titles[:-1]
    usual = list_titles(edition)
    places, problems = _places(titles, usual)
    others = [index for index, title in enumerate(titles) if index not in places.values() and title not in RESULTS]
    problems += [
        Problem(f"le titre de la colonne {name_column(index)} ne se lit pas : {fault}")
        for index, fault in sorted(table.titles.faults.items())
    ]
    likely = None
    if REQUIRED not in places:
        likely = next((index for index in others if fold(titles[index]).startswith(_LIKELY)), None)
        problems.append(_without_category(titles, table, likely))
    if REQUIRED in places or likely is not None:  # else, these may be no titles at all
        problems += _doubtful(titles, [index for index in others if index != likely], places, usual)
    if problems:
        raise InvalidInputError(problems)
    kept = tuple(index for index, title in enumerate(titles) if title not in RESULTS)
    names = [index for index in others if find_word(titles[index], usual) == _NAME]
    remarks = (
        *_other_names(titles, names, places),
        *_unknown(titles, [index for index in others if index not in names], usual),
        *_hidden(titles, places, table),
        *_former(titles),
    )
    return Layout(tuple(titles[index] for index in kept), kept, places, len(titles), remarks)


def _places(titles: tuple[str, ...], usual: dict[str, str]) -> tuple[dict[str, int], list[Problem]]:
    """A column named by the word itself goes before those that have a usual name of it."""
    found: dict[str, list[int]] = {}
    for index, title in enumerate(titles):
        if title not in RESULTS and (word := find_word(title, usual)):
            found.setdefault(word, []).append(index)
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for word, indexes in found.items():
        exact = [index for index in indexes if fold(titles[index]) == fold(word)]
        chosen = exact or indexes
        places[word] = chosen[0]
        if len(chosen) > 1 and word != _NAME:
            problems.append(_twice(word, [titles[index] for index in chosen], chosen))
    return places, problems


def _twice(word: str, titles: list[str], indexes: list[int]) -> Problem:
    where = list_words([name_column(index) for index in indexes])
    if len({fold(title) for title in titles}) == 1:
        count = "deux" if len(titles) == 2 else format_number(len(titles))
        return Problem(f"{count} colonnes s'appellent {cite(titles[0])} ({where}). Gardez-en une.")
    named = list_words([cite(title) for title in titles])
    others = "celle qui n'en est pas" if len(titles) == 2 else "celles qui n'en sont pas"
    return Problem(f"les colonnes {named} ({where}) se lisent toutes comme « {word} ». Renommez {others}.")


def _without_category(titles: tuple[str, ...], table: Table, likely: int | None) -> Problem:
    first_rows = (*table.above, table.titles, *islice(table.rows, _MOST_LOOKED_AT))
    if any(_OF_A_SCENARIO.match(cell) for row in first_rows for cell in row.cells):
        return Problem(
            "c'est un scénario gardé, et non un tableau d'organisations. "
            "Ajoutez-le à la page Comparer, ou donnez-le à la commande devis ou comparer."
        )
    read = list_first([cite(title) for title in titles], most=8)
    where = f"la ligne {table.titles.number}" if table.titles.number else "la première ligne"
    sheets = f" Feuilles lues : {list_first([cite(name) for name in table.sheets])}." if len(table.sheets) > 1 else ""
    advice = (
        "Écrivez-y les titres du modèle, un par colonne (dans un CSV, séparés par des points-virgules)."
        if likely is None
        else f"Si c'est la colonne {name_column(likely)} {cite(titles[likely])}, renommez-la « {REQUIRED} »."
    )
    return Problem(f"il manque la colonne « {REQUIRED} ».{sheets} Titres lus sur {where} : {read}. {advice}")


def _doubtful(
    titles: tuple[str, ...], others: list[int], places: dict[str, int], usual: dict[str, str]
) -> Iterator[Problem]:
    """A title that may be of a word that sets the price and that no column has: left out, it would price one of it."""
    for index in others:
        near = find_near_word(titles[index], usual)
        meant = ([] if near is None or near in _HARMLESS else [near]) + find_counted_words(titles[index], usual)
        meant += find_named_options(titles[index], usual)
        word = next((word for word in meant if word not in places), None)
        if word:
            yield Problem(
                f"la colonne {name_column(index)} {cite(titles[index])} ressemble à « {word} », qui change le "
                f"prix. Renommez-la « {word} » si c'est elle ; sinon, donnez-lui un titre qui n'y ressemble pas."
            )


def _other_names(titles: tuple[str, ...], others: list[int], places: dict[str, int]) -> Iterator[str]:
    if not others:
        return
    named = list_first([f"{name_column(index)} {cite(titles[index])}" for index in others])
    kept = (
        f"la colonne {named} est gardée, sans être lue" if len(others) == 1 else f"{named} sont gardées, sans être lues"
    )
    yield f"Les noms sont lus dans la colonne {name_column(places[_NAME])} {cite(titles[places[_NAME]])} ; {kept}."


def _unknown(titles: tuple[str, ...], others: list[int], usual: dict[str, str]) -> Iterator[str]:
    near = {index: find_near_word(titles[index], usual) for index in others}
    advised = [index for index in others if near[index] and near[index] not in OF_THE_GROUP]
    told = sorted([*advised, *(index for index in others if index not in advised)][:_MOST_TOLD])
    for index in told:
        advice = f" Vouliez-vous dire « {near[index]} » ?" if index in advised else ""
        named, what = (
            (cite(titles[index]), "n'est pas connue") if titles[index] else (name_column(index), "n'a pas de titre")
        )
        yield f"La colonne {named} {what} : elle est gardée, sans effet sur le calcul.{advice}"
    more = len(others) - _MOST_TOLD
    if more == 1:
        yield "Une autre colonne n'est pas connue, et est gardée de même."
    elif more > 1:
        yield f"{format_number(more)} autres colonnes ne sont pas connues, et sont gardées de même."


def _hidden(titles: tuple[str, ...], places: dict[str, int], table: Table) -> Iterator[str]:
    for index in sorted(set(places.values()) & table.hidden_columns):
        yield f"La colonne {name_column(index)} {cite(titles[index])} est masquée dans le classeur : elle compte."


def _former(titles: Iterable[str]) -> Iterator[str]:
    if any(title in RESULTS for title in titles):
        yield "Les colonnes d'un résultat précédent sont recalculées."
