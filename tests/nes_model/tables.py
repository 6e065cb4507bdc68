"""Tables of organisations as people and machines write them."""

import io
import zipfile
from collections.abc import Sequence

import xlsxwriter

from nes_model.group.organisations import Organisation, Organisations, read_organisations
from nes_model.problems import InvalidInputError
from tests.nes_model.strategies import EDITION

HEADER = "libelle;categorie;etablissements;utilisateurs;options\n"


def read(content: bytes | str) -> Organisations:
    return read_organisations(content.encode() if isinstance(content, str) else content, EDITION)


def rows(content: bytes | str) -> list[Organisation]:
    return list(read(content))


def asked(content: bytes | str) -> list[dict[str, object] | None]:
    """What each row asks for, without what it leaves to its default."""
    return [
        each.scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True) if each.scenario else None
        for each in rows(content)
    ]


def said(content: bytes | str) -> list[str]:
    """Everything to correct, row by row."""
    return [plain(str(problem)) for each in rows(content) for problem in each.problems]


def remarks(content: bytes | str) -> tuple[str, ...]:
    organisations = read(content)
    for _ in organisations:
        pass
    return tuple(plain(remark) for remark in organisations.remarks)


def reasons(content: bytes) -> list[str]:
    """Why the file as a whole cannot be used; nothing when every row was read, as a scenario or with its problems."""
    try:
        found = rows(content)
    except InvalidInputError as error:
        return [problem.message for problem in error.problems]
    assert all(bool(each.scenario) is not bool(each.problems) for each in found)
    return []


def refusal(content: bytes | str) -> str:
    """Why the file as a whole cannot be used, at its opening or further on."""
    try:
        rows(content)
    except InvalidInputError as error:
        return plain(str(error))
    raise AssertionError("the file was read")


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def workbook(*written: Sequence[object], sheet: str = "Feuil1", others: Sequence[str] = ()) -> bytes:
    """A workbook whose first sheet holds these rows."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name in (sheet, *others):
            page = book.add_worksheet(name)
            for number, cells in enumerate(written if name == sheet else ()):
                page.write_row(number, 0, cells)
    return content.getvalue()


def repacked(content: bytes, *, without: str = "", **parts: bytes) -> bytes:
    """A workbook with other parts; a part is named by the end of its path, or added under its name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, parts.pop(name.rpartition("/")[2].partition(".")[0], b"") or old.read(name))
        for name, part in parts.items():
            new.writestr(f"xl/{name}.bin", part)
    return made.getvalue()


def saved_by_a_spreadsheet(content: bytes) -> bytes:
    """A workbook made here, as it is once a spreadsheet has computed and saved it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b' fullCalcOnLoad="1"', b""))
    return made.getvalue()
