"""What an XLSX workbook is allowed to weigh: checked before anything in it is read."""

import io
import zipfile
import zlib
from typing import BinaryIO

from nes_model.spreadsheets.table import LOCKED, refuse
from nes_model.spreadsheets.xml_walk import explain_broken

MOST_BYTES = 5_000_000  # of a file, CSV or workbook
MOST_UNPACKED = 50_000_000  # of all that it holds, once unpacked
MOST_PARTS = 500
_PIECE = 1 << 16
_LOCAL_HEADER = 30  # bytes, before a part's name
_ENCRYPTED_FLAG = 0x1
_TOO_LARGE = "le classeur dépasse 50 Mo une fois décompressé. Gardez la seule feuille des organisations."


def open_archive(stream: BinaryIO) -> zipfile.ZipFile:
    """The workbook's archive, of which every part is what it says and all of them are of a reasonable size.

    Raises:
        InvalidInputError: too heavy, encrypted, broken, or not an XLSX workbook.
    """
    if len(stream.read(MOST_BYTES + 1)) > MOST_BYTES:
        raise refuse(
            f"le classeur dépasse {MOST_BYTES // 1_000_000} Mo. Enregistrez les organisations en CSV, ou en plusieurs "
            "classeurs."
        )
    stream.seek(0)
    try:
        archive = zipfile.ZipFile(stream)
        _refuse_other_kinds(archive)
        _refuse_bombs(archive, stream)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise explain_broken() from error
    stream.seek(0)
    return archive


def _refuse_other_kinds(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    lowered = [name.lower() for name in names]
    if any(name.endswith("vbaproject.bin") for name in lowered):
        raise refuse("le classeur contient des macros. Enregistrez-le en XLSX, sans macro.")
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in archive.infolist()):
        raise refuse(LOCKED)
    if len(set(lowered)) < len(lowered):
        raise explain_broken()
    if "content.xml" in names:
        raise refuse("c'est un classeur LibreOffice (.ods). Enregistrez-le en XLSX ou en CSV.")
    if "xl/workbook.xml" not in names:
        raise refuse("ce n'est pas un classeur XLSX. Enregistrez le tableau en XLSX ou en CSV.")


def _refuse_bombs(archive: zipfile.ZipFile, stream: BinaryIO) -> None:
    """Unpack every part and keep nothing: the sizes that an archive declares may be false."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refuse(_TOO_LARGE)
    if any(_unpacked_size(part, stream) != part.file_size for part in parts):
        raise explain_broken()


def _unpacked_size(part: zipfile.ZipInfo, stream: BinaryIO) -> int:
    """How much a part really holds; counting stops past what it declares."""
    stream.seek(part.header_offset)
    header = stream.read(_LOCAL_HEADER)
    stream.seek(sum(int.from_bytes(header[at : at + 2], "little") for at in (26, 28)), io.SEEK_CUR)
    if part.compress_type == zipfile.ZIP_STORED:
        return part.compress_size
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile(part.filename)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    size, left = 0, part.compress_size
    while left > 0 and size <= part.file_size:
        packed = stream.read(min(_PIECE, left))
        if not packed:
            break
        left -= len(packed)
        while packed and size <= part.file_size:
            size += len(inflater.decompress(packed, _PIECE))
            packed = inflater.unconsumed_tail
    return size
