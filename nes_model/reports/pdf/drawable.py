"""Text as print wants it: French spaces and apostrophes, and only characters that the shipped fonts can draw."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nes_model.french import space
from nes_model.money import NO_BREAK_SPACE

FONTS = Path(__file__).parent / "fonts"
UNDRAWABLE = "\N{REPLACEMENT CHARACTER}"
_JOINER = "\N{ZERO WIDTH JOINER}"  # makes one emoji of several

Ranges = tuple[tuple[int, int], ...]  # first and last code points


def typeset_for_print(text: str) -> str:
    """French typography: curved apostrophes, and no line that starts with a mark which belongs to the one above."""
    text = space(text.replace("'", "’"))
    text = re.sub(rf"-(?={NO_BREAK_SPACE})", "\N{NON-BREAKING HYPHEN}", text)
    return re.sub(r"(?<!\w)(\d+) (?=[^\W\d]{2})", rf"\1{NO_BREAK_SPACE}", text)


def keep_drawable(text: str) -> str:
    """The text as it is written, but for what no font of ours can draw, which shows as a replacement character.

    Invisible characters go: some of them would turn the line around.
    """
    visible = "".join(map(_visible, text))
    return "".join(cluster if _has_font(cluster) else UNDRAWABLE for cluster in _clusters(visible))


def _visible(char: str) -> str:
    """The character, a space instead of a line break or a control, or nothing."""
    kind = unicodedata.category(char)
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    return char if char == _JOINER or kind not in ("Cf", "Cs", "Co", "Cn") else ""


def _clusters(text: str) -> Iterator[str]:
    """Each character with the marks that combine with it: one font must have them all."""
    cluster = ""
    for char in text:
        if cluster and not (unicodedata.category(char).startswith("M") or _JOINER in (char, cluster[-1])):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _has_font(cluster: str) -> bool:
    return any(all(_covers(ranges, ord(char)) for char in cluster) for ranges in _coverage())


def _covers(ranges: Ranges, code: int) -> bool:
    return any(first <= code <= last for first, last in ranges)


@cache
def _coverage() -> tuple[Ranges, ...]:
    """The characters of each font that is shipped."""
    return tuple(_character_ranges(path.read_bytes()) for path in FONTS.glob("*.[ot]tf"))


def _character_ranges(font: bytes) -> Ranges:
    """The characters of a font, from the segmented coverage (format 12) of its `cmap` table (ISO/IEC 14496-22)."""
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * _number(font, 4, ">H"), 16)}
    cmap = _number(font, tables[b"cmap"] + 8)
    subtables = [cmap + _number(font, cmap + 8 + 8 * index) for index in range(_number(font, cmap + 2, ">H"))]
    full = next(at for at in subtables if _number(font, at, ">H") == 12)
    groups = range(full + 16, full + 16 + 12 * _number(font, full + 12), 12)
    return tuple((_number(font, at), _number(font, at + 4)) for at in groups)


def _number(font: bytes, at: int, size: str = ">I") -> int:
    return int(struct.unpack_from(size, font, at)[0])
