"""Names that people type: which characters would show otherwise than they are written, or not at all."""

import re
import unicodedata

# Controls, halves of characters, marks that turn a line round or say where it may break, ends of lines.
_UNSHOWN = ("Cc", "Cs", "Cf", "Zl", "Zp")
_JOINERS = "\u200c\u200d"  # they make one emoji of several, and the letters of some languages
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")  # of a region: a black flag, and what names it
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters of their kind, drawn as nothing


def is_shown_as_written(name: str) -> bool:
    """Whether a name shows all that it holds, on one line and in its order; an empty one does."""
    text = _FLAG.sub("x", name)
    if any(_is_unshown(each) for each in text):
        return False
    visible = [each for each in text if each not in _JOINERS and unicodedata.category(each) not in ("Mn", "Me", "Zs")]
    return bool(visible) or not text.strip()


def keep_shown(text: str) -> str:
    """What is typed for a document, on one line, without the characters that would not show as they are written."""
    return "".join("" if _is_unshown(each) else each for each in " ".join(text.split()))


def clean_name(cell: str) -> str:
    """The name that a cell holds, on one line: no row is refused for a line end, or a mark that nobody sees."""
    written = cell.strip()
    return written if written.isprintable() else keep_shown(written)


def _is_unshown(character: str) -> bool:
    if character in _JOINERS:
        return False
    return unicodedata.category(character) in _UNSHOWN or character in _BLANKS or _is_no_character(ord(character))


def _is_no_character(code: int) -> bool:
    """Whether the standard keeps a code for no character, for ever."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
