"""Tables made to take a reader's memory or time, each small enough to be sent."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter

TITLES = ("libelle", "categorie", "etablissements")
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def workbook(*rows: tuple[object, ...]) -> bytes:
    """A sound workbook."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((TITLES, *rows)):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook of one row of which a part is written again."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(("A", "esms", 3)))) as source,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            read = source.read(name)
            target.writestr(name, change(read) if name == part else read)
    return content.getvalue()


def renamed(cell: bytes) -> bytes:
    """A workbook whose cell C2 has another name."""
    return changed(_SHEET, lambda sheet: sheet.replace(b'r="C2"', b'r="' + cell + b'"'))


def row_renamed(row: bytes) -> bytes:
    """A workbook whose row 2 has another number."""
    return changed(_SHEET, lambda sheet: sheet.replace(b'<row r="2"', b'<row r="' + row + b'"'))


def text_named(times: int, length: int) -> bytes:
    """A workbook in which many cells refer to one long text."""
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(3, times + 3))
    sheet = changed(_SHEET, lambda read: read.replace(b"</sheetData>", cells + b"</sheetData>"))
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as source, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            read = source.read(name)
            long = read.replace(b"<t>libelle</t>", b"<t>" + b"x" * length + b"</t>")
            target.writestr(name, long if name == _STRINGS else read)
    return content.getvalue()


def inline(rows: int, length: int, character: str = "x") -> bytes:
    """A workbook of so many organisations, each with a text of that length in its own cell."""
    long = f'<c r="A{{0}}" t="inlineStr"><is><t>{character * length}</t></is></c>'
    row = f'<row r="{{0}}">{long}<c r="B{{0}}" t="inlineStr"><is><t>esms</t></is></c></row>'
    added = "".join(row.format(number) for number in range(3, rows + 3)).encode()
    return changed(_SHEET, lambda sheet: sheet.replace(b"</sheetData>", added + b"</sheetData>"))


def text(*rows: str) -> bytes:
    """A CSV file under its titles."""
    return "\n".join((";".join(TITLES), *rows)).encode()


WORKBOOKS = {
    "a cell in lower case": renamed(b"c2"),
    "a cell of the last row there is": renamed(b"C1048576"),
    "a cell past the last column": renamed(b"ZZZZZZ2"),
    "a cell past the last row": renamed(b"C4294967295"),
    "a cell with zeros before its row": renamed(b"C00000000002"),
    "a cell at row zero": renamed(b"C0"),
    "a cell without a row": renamed(b"C"),
    "a cell named by nothing": renamed(b""),
    "a cell in other digits": renamed("C٢".encode()),
    "a row with zeros before it": row_renamed(b"0000002"),
    "a row below zero": row_renamed(b"-2"),
    "a row past the last": row_renamed(b"4294967295"),
    "a long text named 10,000 times": text_named(10_000, 200_000),
    "a long text named 100 times": text_named(100, 4_000_000),
    "a long text in each of 20,000 cells": inline(20_000, 2_000),
}
TEXTS = {
    "330,000 titles": (";".join(["categorie", *(f"t{each}" for each in range(330_000))]) + "\nesms\n").encode(),
    "600,000 options": ("categorie;options\nesms;" + ",".join(f"o{each}" for each in range(600_000)) + "\n").encode(),
    "250 options behind 18,000 signs": "\n".join(
        ["categorie;options", *(f'esms;"{"-" * (18_000 + each)}rssi"' for each in range(250))]
    ).encode(),
    "20,000 wrong rows": text(*["A;clinique;trois"] * 20_000),
    "20,000 wrong words, all different": text(*[f"A;inconnu{each};1" for each in range(20_000)]),
    "600,000 rows": text(*["A;esms;1"] * 500_000),
    "a million blank rows": text("A;esms;1", *[";;"] * 1_500_000),
    "quotation marks everywhere": text(*['"A;"esms;"1'] * 100_000),
    "one quotation mark": text('"' + "A;esms;1\n" * 400_000),
    "no line ends": b"categorie;" * 450_000,
    "nothing but zeros": bytes(4_900_000),
    "separators": b";" * 4_900_000,
}
