"""Which word of a scenario each column of a table holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from nes_model.catalogue.edition import Edition
from nes_model.folding import fold
from nes_model.french import list_words
from nes_model.group.terms import OF_THE_GROUP
from nes_model.group.title_names import (
    CATEGORY,
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
_NAME = "libelle"  # prices nothing: of several names, the first is taken, and it is said
_LIKELY = ("type", "categ", "nature")  # how a column of categories may begin that is not titled so
_OF_A_SCENARIO = re.compile(r"[\s{\"'-]*categorie[\"']?\s*:\s*\S")  # how a saved file, YAML or JSON, says its category
_MOST_LOOKED_AT = 50  # rows
_MOST_TOLD = 10  # columns of which it is said one by one that they are not known
# What changes nothing to a price, or is near a name that people give to anything.
_HARMLESS = (_NAME, "horizon", "hausse_annuelle", "options", *OF_THE_GROUP)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each word is, and which columns are kept."""

    titles: tuple[str, ...]  # as they were written, without those of a former result
    kept: tuple[int, ...]  # their indexes in a row
    places: dict[str, int]  # word → index in a row
    width: int  # how many columns have a title, or stand before one that has
    remarks: tuple[str, ...]

    def find_title(self, word: str) -> str:
        """The title of the column that holds a word, as it is written; the word itself when none does."""
        return self.titles[self.kept.index(self.places[word])] if word in self.places else word


def parse_titles(table: Table, edition: Edition) -> Layout:
    """Read the titles of a table: words of a scenario, options of the edition, anything else.

    Raises:
        InvalidInputError: there is no category, a word is there twice, or a title may well be one that sets the price.
    """
    reader = _TitleReader(table, edition)
    if problems := list(reader.list_problems()):
        raise InvalidInputError(problems)
    titles, kept = reader.titles, [index for index, title in enumerate(reader.titles) if title not in RESULTS]
    remarks = tuple(reader.list_remarks())
    return Layout(tuple([titles[index] for index in kept]), tuple(kept), reader.places, len(titles), remarks)


class _TitleReader:
    """Reads the titles of one table."""

    def __init__(self, table: Table, edition: Edition):
        self.titles = [" ".join(title.split()) for title in table.titles.cells]
        while self.titles and not self.titles[-1]:
            self.titles.pop()
        self._table, self._usual = table, list_titles(edition)
        self._words = [None if title in RESULTS else find_word(title, self._usual) for title in self.titles]
        self._columns = self._find_columns()
        self.places = {word: indexes[0] for word, indexes in self._columns.items()}
        places = self.places.values()
        self._others = [i for i, title in enumerate(self.titles) if i not in places and title not in RESULTS]

    def _find_columns(self) -> dict[str, list[int]]:
        """Those of each word: one that is named by the word itself goes before those that have a usual name of it."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self._words):
            if word:
                found.setdefault(word, []).append(index)
        return {
            word: [index for index in indexes if fold(self.titles[index]) == fold(word)] or indexes
            for word, indexes in found.items()
        }

    def list_problems(self) -> Iterator[Problem]:
        for word, indexes in self._columns.items():
            if len(indexes) > 1 and word != _NAME:
                yield self._explain_twice(word, indexes)
        for index, fault in sorted(self._table.titles.faults.items()):
            yield Problem(f"le titre de la colonne {name_column(index)} ne se lit pas : {fault}")
        if CATEGORY in self.places:
            yield from self._list_doubtful(self._others)
            return
        likely = next((index for index in self._others if fold(self.titles[index]).startswith(_LIKELY)), None)
        yield self._explain_without_category(likely)
        if likely is not None:  # else, these may be no titles at all
            yield from self._list_doubtful([index for index in self._others if index != likely])

    def list_remarks(self) -> Iterator[str]:
        names = [index for index in self._others if self._words[index] == _NAME]
        if names:
            yield self._tell_other_names(names)
        yield from self._tell_unknown([index for index in self._others if index not in names])
        for index in sorted(self._table.hidden_columns.intersection(self.places.values())):
            yield f"La colonne {self._cite(index)} est masquée dans le classeur : elle compte."
        if any(title in RESULTS for title in self.titles):
            yield "Les colonnes d'un résultat précédent sont recalculées."

    def _cite(self, index: int) -> str:
        return f"{name_column(index)} {cite(self.titles[index])}"

    def _explain_twice(self, word: str, indexes: Sequence[int]) -> Problem:
        titles = [self.titles[index] for index in indexes]
        where = list_words([name_column(index) for index in indexes])
        if len({fold(title) for title in titles}) == 1:
            count = "deux" if len(titles) == 2 else format_number(len(titles))
            return Problem(f"{count} colonnes s'appellent {cite(titles[0])} ({where}). Gardez-en une.")
        named = list_words([cite(title) for title in titles])
        others = "celle qui n'en est pas" if len(titles) == 2 else "celles qui n'en sont pas"
        return Problem(f"les colonnes {named} ({where}) se lisent toutes comme « {word} ». Renommez {others}.")

    def _explain_without_category(self, likely: int | None) -> Problem:
        table = self._table
        first_rows = (*table.above, table.titles, *islice(table.rows, _MOST_LOOKED_AT))
        if any(_OF_A_SCENARIO.match(cell) for row in first_rows for cell in row.cells):
            return Problem(
                "c'est un scénario gardé, et non un tableau d'organisations. "
                "Ajoutez-le à la page Comparer, ou donnez-le à la commande devis ou comparer."
            )
        read = list_first([cite(title) for title in self.titles], most=8)
        where = f"la ligne {table.titles.number}" if table.titles.number else "la première ligne"
        names = [cite(name) for name in table.sheets]
        sheets = f" Feuilles lues : {list_first(names)}." if len(names) > 1 else ""
        advice = (
            "Écrivez-y les titres du modèle, un par colonne (dans un CSV, séparés par des points-virgules)."
            if likely is None
            else f"Si c'est la colonne {self._cite(likely)}, renommez-la « {CATEGORY} »."
        )
        return Problem(f"il manque la colonne « {CATEGORY} ».{sheets} Titres lus sur {where} : {read}. {advice}")

    def _list_doubtful(self, columns: Sequence[int]) -> Iterator[Problem]:
        """Titles that may be of a word that sets the price and that no column has: left out, they would price one."""
        for index in columns:
            title = self.titles[index]
            near = find_near_word(title, self._usual)
            meant = ([] if near is None or near in _HARMLESS else [near]) + find_counted_words(title, self._usual)
            meant += find_named_options(title, self._usual)
            word = next((word for word in meant if word not in self.places), None)
            if word:
                yield Problem(
                    f"la colonne {self._cite(index)} ressemble à « {word} », qui change le "
                    f"prix. Renommez-la « {word} » si c'est elle ; sinon, donnez-lui un titre qui n'y ressemble pas."
                )

    def _tell_other_names(self, names: Sequence[int]) -> str:
        named = list_first([self._cite(index) for index in names])
        kept = (
            f"la colonne {named} est gardée, sans être lue"
            if len(names) == 1
            else f"{named} sont gardées, sans être lues"
        )
        return f"Les noms sont lus dans la colonne {self._cite(self.places[_NAME])} ; {kept}."

    def _tell_unknown(self, columns: Sequence[int]) -> Iterator[str]:
        near = {index: find_near_word(self.titles[index], self._usual) for index in columns}
        advised = [index for index in columns if near[index] and near[index] not in OF_THE_GROUP]
        for index in sorted([*advised, *(index for index in columns if index not in advised)][:_MOST_TOLD]):
            title = self.titles[index]
            named = f"{cite(title)} n'est pas connue" if title else f"{name_column(index)} n'a pas de titre"
            advice = f" Vouliez-vous dire « {near[index]} » ?" if index in advised else ""
            yield f"La colonne {named} : elle est gardée, sans effet sur le calcul.{advice}"
        more = len(columns) - _MOST_TOLD
        if more == 1:
            yield "Une autre colonne n'est pas connue, et est gardée de même."
        elif more > 1:
            yield f"{format_number(more)} autres colonnes ne sont pas connues, et sont gardées de même."
