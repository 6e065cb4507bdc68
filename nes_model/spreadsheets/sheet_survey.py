"""What a sheet holds that its values do not say: formulas, errors, how far it goes.

The library that reads the values takes a cell in error, or a formula never computed, for an empty one.
"""

import re
from dataclasses import dataclass, field

from nes_model.money import format_number
from nes_model.spreadsheets.table import refusal
from nes_model.spreadsheets.xml_walk import walk

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 600_000
_MOST_ELEMENTS = 2_000_000
_TEXT, _ERROR = "str", "e"  # kinds of what a formula gives; a text may well be empty
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Place = tuple[int, int]  # row from 1, column from 0


@dataclass(slots=True)
class Survey:
    """What was found in a sheet."""

    formulas: int = 0  # those that have a value
    faults: dict[Place, str] = field(default_factory=dict)  # why a cell cannot be used


def survey(sheet: bytes) -> Survey:
    """Go through the XML of a sheet.

    Raises:
        InvalidInputError: too many rows, columns or cells, or not the XML of a sheet.
    """
    surveyor = _Surveyor()
    walk(sheet, surveyor.start, surveyor.end, surveyor.words)
    return surveyor.found


class _Surveyor:
    """Follows the elements `row`, `c` (cell), `f` (formula), `v` (value) and `is` (text) as they go by."""

    def __init__(self) -> None:
        self.found = Survey()
        self._row, self._column, self._cells, self._elements = 0, -1, 0, 0
        self._kind, self._value = "", ""
        self._is_formula = self._has_value = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise refusal("la feuille est trop complexe. Copiez les organisations dans un classeur neuf.")
        match name:
            case "row":
                number = attributes.get("r", "")
                self._row = int(number) if number.isdecimal() and len(number) <= 7 else self._row + 1
                self._column = -1
            case "c":
                self._open_cell(attributes)
            case "f":
                self._is_formula = True
            case "v" | "is":
                self._has_value = self._in_value = True

    def words(self, text: str) -> None:
        if self._in_value and len(self._value) < 40:
            self._value += text

    def end(self, name: str) -> None:
        if name in ("v", "is"):
            self._in_value = False
        elif name == "c":
            self._close_cell()

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = _REFERENCE.fullmatch(attributes.get("r", ""))
        if reference:
            self._row, self._column = int(reference.group(2)), _index(reference.group(1))
        else:
            self._column += 1
        self._kind, self._value = attributes.get("t", ""), ""
        self._is_formula = self._has_value = False

    def _close_cell(self) -> None:
        if not (self._is_formula or self._has_value):
            return
        self._cells += 1
        if self._row > MOST_ROWS + 1 or self._column >= MOST_COLUMNS or self._cells > MOST_CELLS:
            raise refusal(
                f"la feuille va trop loin : {format_number(MOST_ROWS)} lignes et {MOST_COLUMNS} colonnes au plus. "
                "Effacez ce qui est en dehors du tableau, ou enregistrez les organisations en CSV."
            )
        place = (self._row, self._column)
        if self._kind == _ERROR:
            self.found.faults[place] = (
                f"la case contient l'erreur « {self._value} ». Corrigez sa formule, ou écrivez la valeur."
            )
        elif self._is_formula and not self._value.strip() and self._kind != _TEXT:
            self.found.faults[place] = (
                "la formule n'a pas de valeur enregistrée. Enregistrez le classeur dans votre tableur, "
                "ou écrivez la valeur."
            )
        else:
            self.found.formulas += self._is_formula


def _index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
