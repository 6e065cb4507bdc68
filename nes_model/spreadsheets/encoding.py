"""In which encoding a text file is written: UTF-8, UTF-16 or Windows-1252."""

import codecs
import re
from functools import partial
from typing import BinaryIO

from nes_model.spreadsheets.table import refuse

_CHUNK = 1 << 20
_SAMPLE = 4096
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What no text holds: control characters, tab and line breaks excepted.
_CONTROLS = bytes({*range(9), *range(14, 32)} | {0x0B})
_NOT_IN_WINDOWS_1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
# Between letters in Windows-1252, signs that are letters in what Excel calls CSV (Macintosh) and CSV (MS-DOS).
_MISREAD = re.compile(rb"\x83[a-z]|[A-Za-z][\x82\x87-\x8a\x8e][a-z]")
_NOT_KNOWN = (
    "le texte mélange plusieurs encodages, ou en a un qui n'est pas reconnu. Enregistrez le fichier en CSV UTF-8."
)
_NOT_TEXT = "ce n'est pas un tableau de texte. Enregistrez vos organisations en CSV ou en XLSX."


def find_encoding(stream: BinaryIO) -> str:
    """The name of the encoding; the whole file is read for it, a piece at a time.

    Raises:
        InvalidInputError: the file is not text, or mixes encodings.
    """
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    encoding = next((name for bom, name in _BOMS.items() if sample.startswith(bom)), None) or _without_bom(sample)
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")()
    is_valid, is_windows = True, encoding is None
    for chunk in iter(partial(stream.read, _CHUNK), b""):
        if not (encoding or "").startswith("utf-16") and len(chunk.translate(None, _CONTROLS)) < len(chunk):
            raise refuse(_NOT_TEXT)
        is_windows = is_windows and _may_be_windows(chunk)
        is_valid = is_valid and _decodes(decoder, chunk)
    stream.seek(0)
    if is_valid and _decodes(decoder, b"", is_last=True):
        return encoding or "utf-8"
    if is_windows:
        return "windows-1252"
    raise refuse(_NOT_KNOWN)


def _may_be_windows(chunk: bytes) -> bool:
    return len(chunk.translate(None, _NOT_IN_WINDOWS_1252)) == len(chunk) and not _MISREAD.search(chunk)


def _without_bom(sample: bytes) -> str | None:
    """UTF-16 without its mark: one byte in two of a French text is nil."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half / 2:
        return "utf-16-le"
    if half and sample[0::2].count(0) > half / 2:
        return "utf-16-be"
    return None


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(chunk, is_last)
    except UnicodeDecodeError:
        return False
    return True
