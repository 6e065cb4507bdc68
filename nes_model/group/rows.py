"""One row of a table into a scenario, or into everything that is wrong with it."""

from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from nes_model.catalogue.category_names import explain_unknown, find_categories, list_category_words
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer, Rows
from nes_model.documents.nodes import Finding, Location
from nes_model.documents.sound_part import keep_sound
from nes_model.documents.validation import parse_model, write_sentence
from nes_model.group.answers import explain_none, explain_number, is_question, join_thousands
from nes_model.group.cells import describe_expected, parse_option, parse_options
from nes_model.group.columns import Layout
from nes_model.group.terms import Terms
from nes_model.group.title_names import CATEGORY
from nes_model.problems import cite
from nes_model.scenario import checking
from nes_model.scenario.counts import EVERY_COUNT
from nes_model.scenario.names import clean_name
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario
from nes_model.spreadsheets.table import Row

_TERMS = {  # chosen for the whole group, and no longer row by row
    "lectures": "une lecture se choisit pour tout le groupe : sur la page Groupe, ou par --lecture. Videz cette case.",
    "tarifs": "un tarif se suppose pour tout le groupe : sur la page Tarifs, ou par --tarif. Videz cette case.",
}
_FREE = ("libelle",)
_MAY_BE_NONE = {each.word for each in EVERY_COUNT if each.least == 0}
_UNKNOWN = "inconnue"  # stands for a category that is not one, so that the rest is still checked
_MOST_KINDS = 10_000  # ways of asking that are remembered: in a long table, they come back
_NO_ORGANISATION = "Si la ligne n'est pas une organisation (total, note), retirez-la."
_BEYOND = (
    "est au-delà de la dernière colonne qui porte un titre. Donnez-lui un titre ; "
    "en CSV, mettez entre guillemets une case qui contient le séparateur."
)


class ColumnFault(NamedTuple):
    """What is wrong in the column of a word; no word for the row itself."""

    word: str
    message: str


class _Kind(NamedTuple):
    """A category, its options and its readings, as many rows share them."""

    asked: dict[str, Any]
    faults: tuple[ColumnFault, ...]


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, layout: Layout, edition: Edition, terms: Terms):
        self._layout, self._edition = layout, edition
        self._terms = {"lectures": dict(terms.readings), "tarifs": dict(terms.tariffs)}
        self._alone = [word for word in layout.places if word not in FIELDS_BY_WORD]  # options with a column each
        shared = (CATEGORY, "options", *_TERMS, *self._alone)
        self._shared = [(word, place) for word, place in layout.places.items() if word in shared]
        self._counts = [(word, place) for word, place in layout.places.items() if word not in shared]
        self._kind = lru_cache(_MOST_KINDS)(self._read_kind)

    def read(self, row: Row) -> tuple[Scenario | None, list[ColumnFault]]:
        """The scenario of a row that is at least as wide as the titles, or all its faults."""
        if row.fault:
            return None, [ColumnFault("", row.fault)]
        cells = row.cells
        kind = self._kind(tuple([cells[place].strip() for _, place in self._shared]))
        asked = kind.asked.copy()
        for word, place in self._counts:
            if written := cells[place].strip():
                asked[word] = clean_name(written) if word in _FREE else join_thousands(written)
        faults = list(kind.faults)
        try:
            scenario = Scenario.model_validate(asked)
        except ValidationError as error:
            scenario = None
            faults += [_fault(each) for each in error.errors(include_url=False)]
        if row.faults or len(cells) > self._layout.width:
            faults = self._with_faults_of_cells(faults, row)
        return (None if faults else scenario), faults

    def _read_kind(self, cells: tuple[str, ...]) -> _Kind:
        written = dict(zip((word for word, _ in self._shared), cells, strict=True))
        faults = [ColumnFault(word, message) for word, message in _TERMS.items() if written.get(word)]
        category, of_category = self._category(written[CATEGORY])
        options, of_options = self._options(written)
        asked, found = self._checked({CATEGORY: category, "options": options} | self._terms)
        placed = [self._placed(path, message, written) for path, message in found]
        return _Kind(asked, tuple(dict.fromkeys((*faults, *of_category, *of_options, *placed))))

    def _category(self, written: str) -> tuple[str, list[ColumnFault]]:
        """A category by its word, its label or a usual name that decides."""
        found = find_categories(written, self._edition)
        if len(found) == 1 and not is_question(written):
            return found[0].id, []
        empty = f"la case est vide. {list_category_words(self._edition)} {_NO_ORGANISATION}"
        return _UNKNOWN, [ColumnFault(CATEGORY, explain_unknown(written, self._edition) if written else empty)]

    def _options(self, written: dict[str, str]) -> tuple[dict[str, Any], list[ColumnFault]]:
        options, problems = parse_options(written.get("options", ""), self._edition)
        faults = [ColumnFault("options", message) for message in problems]
        for option in self._alone:
            choice, problems = parse_option(written[option], *self._offer(option, written))
            faults += [ColumnFault(option, message) for message in problems]
            if choice is not None and option in options:
                again = f"{cite(option)} est déjà dans la colonne « options ». Gardez l'un des deux."
                faults.append(ColumnFault(option, again))
            if choice is not None:
                options[option] = choice
        return options, faults

    def _offer(self, option: str, written: dict[str, str]) -> tuple[Offer, Rows]:
        """An option, and the charges of it that a row's category pays; those of all when it is not known."""
        offer = self._edition.options[option]
        found = find_categories(written[CATEGORY], self._edition)
        return offer, offer.billed_to(found[0].id) if len(found) == 1 else offer.alternatives

    def _checked(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
        """What is left to ask once the options that are badly asked are out, and what is wrong with options."""
        scenario, found = keep_sound(asked, lambda sound: parse_model(Scenario, sound))
        misread = {path[:2] for path, _ in found}  # of these, it is enough to say what cannot be read
        refused = [each for each in checking.list_findings(scenario, self._edition) if each[0][0] == "options"]
        of_options = [each for each in refused if each[0][:2] not in misread]
        return asked | {"options": scenario.options}, found + of_options

    def _placed(self, path: Location, message: str, written: dict[str, str]) -> ColumnFault:
        """In which column what is wrong with an option is, and what to write there."""
        option, word = str(path[1]), str(path[-1])
        is_refused = len(path) == 2  # else, it is how the option is taken that is wrong
        if option in self._alone:
            advice = f"{message} Écrivez « non »." if is_refused else self._misread(option, written, word, message)
            return ColumnFault(option, advice)
        if is_refused:
            return ColumnFault("options", f"{message} Retirez « {option} » de cette case.")
        return ColumnFault("options", f"{option} : {self._as_written(option, word, message, written)}")

    def _as_written(self, option: str, word: str, message: str, written: dict[str, str]) -> str:
        """A finding on a detail, which a cell does not name: what is to be removed is what the cell says."""
        details = parse_options(written.get("options", ""), self._edition)[0].get(option, {})
        return message.replace(f"Retirez « {word} »", f"Retirez {cite(details.get(word, word))} de cette case")

    def _misread(self, name: str, written: dict[str, str], detail: str, message: str) -> str:
        """What to write in the column that an option has to itself."""
        offer = self._edition.options[name]
        asks_decimals = offer.asked and not offer.asked.is_divisible and "deux décimales" in message
        if detail == "quantite" and offer.asked and not asks_decimals:
            return message.removeprefix("quantite : ")
        allowed = describe_expected(*self._offer(name, written))
        return f"{cite(written[name])} ne se lit pas dans cette colonne. Écrivez {allowed}."

    def _with_faults_of_cells(self, faults: list[ColumnFault], row: Row) -> list[ColumnFault]:
        """What cannot be used in a cell replaces what would be said of it for being empty."""
        places = self._layout.places.items()
        own = [ColumnFault(word, row.faults[place]) for word, place in places if place in row.faults]
        words = {fault.word for fault in own}
        beyond = next((cell for cell in row.cells[self._layout.width :] if cell.strip()), None)
        if beyond is not None:
            own.append(ColumnFault("", f"{cite(beyond)} {_BEYOND}"))
        return own + [fault for fault in faults if fault.word not in words]


def _fault(error: ErrorDetails) -> ColumnFault:
    word = str(error["loc"][0])
    better = None
    if error["type"] == "entier":
        cell = str(error["input"])
        better = explain_number(cell) or (explain_none(cell) if word in _MAY_BE_NONE else None)
    return ColumnFault(word, better or write_sentence(error, Scenario).removeprefix(f"{word} : "))
