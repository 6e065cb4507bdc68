"""What a sheet holds that its values do not say: formulas, errors, what is hidden, how far it goes.

The library that reads the values takes a cell in error, or a formula never computed, for an empty one; it also
believes what a cell says of where it is, and of which text it holds, and makes room for it.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field

from nes_model.money import format_number
from nes_model.spreadsheets.cell_formats import find_format
from nes_model.spreadsheets.table import MOST_ABOVE, MOST_COLUMNS, HasTitles, Row, refuse
from nes_model.spreadsheets.workbook_parts import YES, References
from nes_model.spreadsheets.xml_walk import explain_broken, walk

MOST_ROWS = 20_000
MOST_CELLS = 600_000
MOST_TEXT = 20_000_000  # characters of all the texts that cells refer to
_MOST_ELEMENTS = 2_000_000
_START = 100  # characters of a value, enough to know a title
_NOT_COMPUTED = "0"
_TEXT, _ERROR, _SHARED = "str", "e", "s"  # kinds of cells; what a formula gives may well be an empty text
# A character that XML could not hold, or a line end, as workbooks write it.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# The standard's own form, and no other: the library reads `a1` and `A01` otherwise.
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_ROW = re.compile(r"[1-9][0-9]{0,6}", re.ASCII)

Place = tuple[int, int]  # row from 1, column from 0


@dataclass(slots=True)
class Survey:
    """What was found in a sheet."""

    titles: Row | None = None
    first_rows: list[Row] = field(default_factory=list)  # down to the titles, each with the start of what it holds
    formulas: int = 0  # those that have a value
    faults: dict[Place, str] = field(default_factory=dict)  # why a cell cannot be used
    formats: dict[Place, str] = field(default_factory=dict)  # those that change what is read
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class _EnoughError(Exception):
    """What was looked for is known: the rest of the sheet need not be looked at."""


def survey(sheet: bytes, has_titles: HasTitles, references: References, *, is_glance: bool = False) -> Survey:
    """Go through the XML of a sheet; through its first rows only, without titles there or when they are all wanted.

    Raises:
        InvalidInputError: too many rows, columns, cells or characters, or not the XML of a sheet.
    """
    surveyor = _Surveyor(has_titles, references, is_glance=is_glance)
    with suppress(_EnoughError):
        walk(sheet, surveyor.start, surveyor.end, surveyor.words)
    return surveyor.found


class _Surveyor:
    """Follows the elements `row`, `c` (cell), `f` (formula), `v` (value) and `is` (text) as they go by."""

    def __init__(self, has_titles: HasTitles, references: References, *, is_glance: bool) -> None:
        self.found = Survey()
        self._is_glance = is_glance
        self._has_titles, self._references = has_titles, references
        self._row, self._column, self._cells, self._elements, self._characters = 0, -1, 0, 0, 0
        self._kind, self._value, self._style = "", "", ""
        self._is_formula = self._has_value = self._in_value = False
        self._written: dict[int, str] = {}  # cells of a row that may hold the titles

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise refuse("la feuille est trop complexe. Copiez les organisations dans un classeur neuf.")
        match name:
            case "row":
                self._open_row(attributes)
            case "c":
                self._open_cell(attributes)
            case "f":
                self._is_formula = True
            case "v" | "is":
                self._has_value = self._in_value = True
            case "col" if attributes.get("hidden") in YES:
                self._hide_columns(attributes)

    def words(self, text: str) -> None:
        if self._in_value and len(self._value) < _START:
            self._value += text[:_START]

    def end(self, name: str) -> None:
        if name in ("v", "is"):
            self._in_value = False
        elif name == "c":
            self._close_cell()
        elif name == "row" and not self.found.titles and self._written:
            self._look_for_titles()

    def _open_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        if number is not None and not _ROW.fullmatch(number):
            raise explain_broken()
        self._row = int(number) if number else self._row + 1
        self._column = -1
        self._written = {}
        if attributes.get("hidden") in YES or attributes.get("ht") == "0":
            self.found.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        first, last = (attributes.get(word, "") for word in ("min", "max"))
        if _ROW.fullmatch(first) and _ROW.fullmatch(last):
            self.found.hidden_columns.update(range(int(first) - 1, min(int(last), MOST_COLUMNS)))

    def _open_cell(self, attributes: dict[str, str]) -> None:
        name = attributes.get("r")
        if name is None:
            self._column += 1
        elif reference := _CELL.fullmatch(name):
            self._row, self._column = int(reference.group(2)), _index(reference.group(1))
        else:
            raise explain_broken()
        self._kind, self._value, self._style = attributes.get("t", ""), "", attributes.get("s", "")
        self._is_formula = self._has_value = False

    def _close_cell(self) -> None:
        if not (self._is_formula or self._has_value):
            return
        self._cells += 1
        if self._row > MOST_ROWS + 1 + MOST_ABOVE or self._column >= MOST_COLUMNS or self._cells > MOST_CELLS:
            raise refuse(
                f"la feuille va trop loin : {format_number(MOST_ROWS)} lignes et {MOST_COLUMNS} colonnes au plus. "
                "Effacez ce qui est en dehors du tableau, ou enregistrez les organisations en CSV."
            )
        place = (self._row, self._column)
        if self._kind == _SHARED:
            self._follow_text()
        elif code := find_format(self._references.formats, self._style):
            self.found.formats[place] = code
        if self._kind == _ERROR:
            self.found.faults[place] = (
                f"la case contient l'erreur « {self._value} ». Corrigez sa formule, ou écrivez la valeur."
            )
        elif self._is_formula and not self._has_result():
            self.found.faults[place] = (
                "la formule n'a pas de valeur enregistrée. Enregistrez le classeur dans votre tableur, "
                "ou écrivez la valeur."
            )
        else:
            self.found.formulas += self._is_formula
        if not self.found.titles and self._value.strip():
            self._written[self._column] = _ESCAPED.sub(_unescape, self._value)

    def _has_result(self) -> bool:
        """Whether its value was computed: a program that writes formulas leaves nothing, or 0, for what it has not."""
        if self._kind == _TEXT:
            return True
        return bool(self._value.strip()) and (self._references.has_computed or self._value != _NOT_COMPUTED)

    def _follow_text(self) -> None:
        """What the text says that a cell refers to, and how much all of them weigh."""
        index = int(self._value) if _ROW.fullmatch(self._value) or self._value == "0" else -1
        strings = self._references.strings
        if not 0 <= index < len(strings.lengths):
            raise explain_broken()
        self._characters += strings.lengths[index]
        if self._characters > MOST_TEXT:
            raise refuse("les textes de la feuille sont trop longs. Gardez les seules colonnes utiles.")
        self._value = strings.starts[index]

    def _look_for_titles(self) -> None:
        cells = [self._written.get(column, "") for column in range(max(self._written) + 1)]
        row = Row(self._row, cells)
        self.found.first_rows.append(row)
        self.found.titles = row if self._has_titles(cells) else None
        if self._is_glance if self.found.titles else len(self.found.first_rows) >= MOST_ABOVE:
            raise _EnoughError


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found.group(1), 16))


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
