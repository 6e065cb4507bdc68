"""The XML of a workbook's parts, read as it goes by and without anything that could expand."""

from collections.abc import Callable
from xml.parsers import expat

from nes_model.problems import InvalidInputError
from nes_model.spreadsheets.table import refuse

_PIECE = 1 << 16
_MOST_LISTED = 100_000  # elements of one name; Excel takes 65 490 styles of cells

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def walk(content: bytes, start: Start, end: End, words: Words | None = None) -> None:
    """Tell of every element, by its name without prefix, when it opens and when it closes.

    Raises:
        InvalidInputError: it is not XML, or declares a type: no spreadsheet does.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if words:
        parser.CharacterDataHandler = words
    try:
        for place in range(0, len(content), _PIECE):
            parser.Parse(content[place : place + _PIECE], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding that is unknown, or too wide
        raise explain_broken() from error


def list_elements(content: bytes, name: str, within: str = "") -> list[dict[str, str]]:
    """The attributes of every element of that name, wherever it is or within another.

    Raises:
        InvalidInputError: as `walk`; or there are more of them than any spreadsheet writes.
    """
    found: list[dict[str, str]] = []
    is_inside = not within

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal is_inside
        is_inside = is_inside or element == within
        if element == name and is_inside:
            if len(found) == _MOST_LISTED:
                raise explain_broken()
            found.append(attributes)

    def end(element: str) -> None:
        nonlocal is_inside
        is_inside = is_inside and element != within

    walk(content, start, end)
    return found


def explain_broken() -> InvalidInputError:
    """Why a workbook that is not what the standard says cannot be used."""
    return refuse("le classeur est abîmé. Ouvrez-le dans votre tableur, puis enregistrez-le de nouveau en XLSX.")


def _refuse_doctype(*_: object) -> None:
    raise explain_broken()
