"""The texts that cells of a workbook refer to by a number: how long each is, and how it starts."""

from dataclasses import dataclass

from nes_model.spreadsheets.xml_walk import walk

_START = 100  # characters, enough to know a title


@dataclass(frozen=True, slots=True)
class SharedStrings:
    """One text after the other, as cells count them."""

    starts: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()


def measure_strings(content: bytes) -> SharedStrings:
    """Go through the part of a workbook that holds its texts."""
    reader = _Reader()
    walk(content, reader.start, reader.end, reader.words)
    return SharedStrings(tuple(reader.starts), tuple(reader.lengths))


class _Reader:
    """Follows the elements `si` (a text) and `t` (a piece of it) as they go by."""

    def __init__(self) -> None:
        self.starts: list[str] = []
        self.lengths: list[int] = []
        self._text, self._length, self._is_text = "", 0, False

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self._text, self._length = "", 0
        self._is_text = name == "t"

    def words(self, text: str) -> None:
        if self._is_text:
            self._length += len(text)
            if len(self._text) < _START:
                self._text += text[:_START]

    def end(self, name: str) -> None:
        self._is_text = False
        if name == "si":
            self.starts.append(self._text)
            self.lengths.append(self._length)
