"""A workbook as every report makes one: nothing in it is read as a formula or a link, and it says its language."""

import io
import zipfile
from collections.abc import Callable

from xlsxwriter.workbook import Workbook

_PROPERTIES, _END = "docProps/core.xml", b"</cp:coreProperties>"
_LANGUAGE = b"<dc:language>fr-FR</dc:language>"


def make_workbook(write: Callable[[Workbook], None]) -> bytes:
    """An XLSX file with what `write` puts in it."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        write(workbook)
    return _with_its_language(content)


def _with_its_language(content: io.BytesIO) -> bytes:
    """Say the language among the file's properties, which xlsxwriter has no word for."""
    said = io.BytesIO()
    with zipfile.ZipFile(content) as parts, zipfile.ZipFile(said, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in parts.infolist():
            text = parts.read(part)
            copy.writestr(part, text.replace(_END, _LANGUAGE + _END) if part.filename == _PROPERTIES else text)
    return said.getvalue()
