"""Which kind of file it is, told by its bytes and never by its name, and its table."""

import codecs
import io
from collections.abc import Callable
from typing import BinaryIO

from nes_model.spreadsheets.csv_file import read_delimited
from nes_model.spreadsheets.table import LOCKED, HasTitles, Table, refuse
from nes_model.spreadsheets.xlsx_file import read_workbook

ReadTable = Callable[[bytes, HasTitles], Table]
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0"
_OTHERS = {
    b"%PDF": "un PDF",
    b"MZ\x90": "un programme",
    b"\x7fELF": "un programme",
    b"\x89PNG": "une image",
    b"\xff\xd8\xff": "une image",
    b"GIF8": "une image",
    b"\x1f\x8b": "une archive compressée",
    b"7z\xbc\xaf": "une archive compressée",
    b"Rar!": "une archive compressée",
    b"{\\rtf": "un texte mis en forme",
}
# What some software calls .xls, and a spreadsheet opens all the same.
_MARKUP = {b"<html": "une page web", b"<!doctype": "une page web", b"<table": "une page web", b"<?xml": "du XML"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_SAMPLE = 1_000_000
_LONGEST_START = 20  # bytes, a mark and a few blank lines included


def read_table(stream: BinaryIO, has_titles: HasTitles) -> Table:
    """The table of a CSV file or of an XLSX workbook. A CSV file is read row by row, whatever its size.

    Args:
        stream: the file, which can be read again from its start.
        has_titles: whether cells are the titles looked for.

    Raises:
        InvalidInputError: it is neither, or cannot be read safely.
    """
    start = stream.read(_LONGEST_START)
    stream.seek(0)
    if start.startswith(_ZIP):
        return read_workbook(stream, has_titles)
    if start.startswith(_OLE):
        raise _old_workbook(stream.read(_OLE_SAMPLE))
    for signature, kind in _OTHERS.items():
        if start.startswith(signature):
            raise refuse(f"c'est {kind}, pas un tableau. Enregistrez vos organisations en CSV ou en XLSX.")
    text = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if kind := next((kind for tag, kind in _MARKUP.items() if text.startswith(tag)), ""):
        raise refuse(f"c'est {kind}. Ouvrez ce fichier dans votre tableur, puis enregistrez-le en XLSX ou en CSV.")
    return read_delimited(stream, has_titles)


def read_content(content: bytes, has_titles: HasTitles) -> Table:
    """As `read_table`, of a file that is in memory."""
    return read_table(io.BytesIO(content), has_titles)


def _old_workbook(sample: bytes) -> Exception:
    if _ENCRYPTED in sample:
        return refuse(LOCKED)
    return refuse("c'est un ancien fichier Office (.xls, .doc…). Enregistrez le tableau en XLSX ou en CSV.")
