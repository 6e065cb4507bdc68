"""An XLSX of organisations: what is read, and what is refused before it can do harm."""

import datetime
import io
import struct
import zipfile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from nes_model.problems import InvalidInputError
from nes_model.spreadsheets.zip_limits import open_archive
from tests.nes_model.tables import (
    asked,
    plain,
    reasons,
    refusal,
    remarks,
    repacked,
    rows,
    said,
    saved_by_a_spreadsheet,
    workbook,
)

TITLES = ("libelle", "categorie", "etablissements", "chef-de-projet")
HOME = {"libelle": "Été", "categorie": "esms", "etablissements": 3}
SOUND = workbook(TITLES, ("Été", "esms", 3))


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_numbers_texts_and_decimals_are_read_as_they_are_shown():
    found = asked(workbook(TITLES, ("Été", "esms", 3, 2.5), ("B", "chu", "4", "2,5"), (12, "chu", 2.0, 0.1 + 0.2)))
    assert found[0] == HOME | {"options": {"chef-de-projet": found[0]["options"]["chef-de-projet"]}}
    assert [each["options"]["chef-de-projet"]["quantite"] for each in found] == ["2.5", "2.5", "0.3"]
    assert found[2]["libelle"] == "12"


@pytest.mark.parametrize(
    ("value", "shown"), [(True, "VRAI"), (2.5, "2,5"), (datetime.date(2026, 1, 2), "02/01/2026"), (-1, "-1")]
)
def test_a_value_of_another_kind_is_said_as_a_french_spreadsheet_shows_it(value, shown):
    book = openpyxl.Workbook()
    book.active.append(TITLES)
    book.active.append(("A", "esms", value))
    assert said(saved(book)) == [
        f"Ligne 2, colonne etablissements : « {shown} » n'est pas un nombre entier positif. Écrivez par exemple 3."
    ]


def with_a_formula(value: int) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TITLES)
        sheet.write_row(1, 0, ("Été", "esms"))
        sheet.write_formula(1, 2, "=1+2", None, value)
    return content.getvalue()


def test_the_last_value_of_a_formula_is_read_and_it_is_said():
    content = with_a_formula(3)
    assert asked(content) == [HOME]
    assert remarks(content) == (
        "1 case contient une formule : la dernière valeur calculée par votre tableur a été lue.",
    )


def test_a_formula_that_was_never_computed_is_not_taken_for_an_empty_cell():
    book = openpyxl.Workbook()
    book.active.append(TITLES)
    book.active.append(("A", "esms", "=1+2"))
    assert said(saved(book)) == [
        "Ligne 2, colonne etablissements : la formule n'a pas de valeur enregistrée. "
        "Enregistrez le classeur dans votre tableur, ou écrivez la valeur."
    ]


def test_the_nought_that_a_program_leaves_for_a_formula_that_nothing_has_computed_is_no_value():
    assert said(with_a_formula(0)) == [
        "Ligne 2, colonne etablissements : la formule n'a pas de valeur enregistrée. "
        "Enregistrez le classeur dans votre tableur, ou écrivez la valeur."
    ]


def test_a_nought_that_a_spreadsheet_has_computed_is_one():
    (told,) = said(saved_by_a_spreadsheet(with_a_formula(0)))
    assert told.startswith("Ligne 2, colonne etablissements : « 0 »")


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell():
    formula = b'<c r="D2" t="str"><f>IF(A2="","oui","")</f><v></v></c></row></sheetData>'
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert asked(repacked(SOUND, sheet1=sheet.replace(b"</row></sheetData>", formula))) == [HOME]


def test_an_error_is_not_taken_for_an_empty_cell():
    book = openpyxl.Workbook()
    book.active.append(TITLES)
    book.active.append(("A", "#N/A", "#DIV/0!"))
    for cell in ("B2", "C2"):
        book.active[cell].data_type = "e"
    assert said(saved(book)) == [
        "Ligne 2, colonne categorie : la case contient l'erreur « #N/A ». Corrigez sa formule, ou écrivez la valeur.",
        "Ligne 2, colonne etablissements : la case contient l'erreur « #DIV/0! ». "
        "Corrigez sa formule, ou écrivez la valeur.",
    ]


@pytest.mark.parametrize(
    ("value", "kind", "reason"),
    [
        ("#REF!", "e", "la case contient l'erreur « #REF! ». Corrigez sa formule, ou écrivez la valeur."),
        ('="Nb "&"sites"', "f", "la formule n'a pas de valeur enregistrée. Enregistrez le classeur dans votre tableur, "
                                "ou écrivez la valeur."),
    ],
)  # fmt: skip
def test_a_title_that_cannot_be_read_is_asked_about(value, kind, reason):
    book = openpyxl.Workbook()
    book.active.append(TITLES)
    book.active.append(("A", "esms", 3))
    book.active["C1"] = value
    book.active["C1"].data_type = kind
    assert refusal(saved(book)) == f"le titre de la colonne C ne se lit pas : {reason}"


def test_a_merged_cell_does_not_spread_in_silence():
    book = openpyxl.Workbook()
    for row in (TITLES, ("A", "esms", 1), ("B", None, 1)):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    assert said(saved(book)) == [
        "Ligne 3, colonne categorie : la case est fusionnée avec celle de la ligne 2. "
        "Défusionnez-les et remplissez chaque case."
    ]


def test_the_sheet_named_organisations_is_read_wherever_it_is():
    content = workbook(TITLES, ("Été", "esms", 3), sheet="organisations", others=["Notes"])
    assert asked(content) == [HOME]
    assert remarks(content) == ("Seule la feuille « organisations » a été lue ; « Notes » n'a pas été lue.",)


def test_a_hidden_sheet_is_not_read():
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    book.active.append(("secret",))
    shown = book.create_sheet("Membres")
    shown.append(TITLES)
    shown.append(("Été", "esms", 3))
    assert asked(saved(book)) == [HOME]


def test_rows_keep_the_numbers_that_the_spreadsheet_gives_them():
    content = workbook((), (), TITLES, (), ("A", "esms", 0))
    assert [each.row for each in rows(content)] == [5]
    assert remarks(content) == ("1 ligne vide est laissée de côté : 4.",)


def without_content_types(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()


def bomb(part: bytes) -> bytes:
    """A workbook whose sheet is worth a thousand times its weight."""
    return repacked(SOUND, sheet1=part)


def lying_bomb() -> bytes:
    """The same, which declares that it unpacks to almost nothing."""
    content = bytearray(bomb(b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>"))
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        if struct.unpack_from("<I", content, place + 24)[0] > 1_000_000:
            struct.pack_into("<I", content, place + 24, 1000)
        place = content.find(b"PK\x01\x02", place + 1)
    return bytes(content)


def test_an_archive_that_lies_about_its_weight_is_refused_before_anything_reads_it():
    with pytest.raises(InvalidInputError, match="abîmé"):
        open_archive(io.BytesIO(lying_bomb()))
    assert open_archive(io.BytesIO(SOUND)).namelist()


SHEET = b'<worksheet><sheetData><row r="%d"><c r="%s"><v>1</v></c></row></sheetData></worksheet>'
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'


def named(row: bytes, cell: bytes) -> bytes:
    """A workbook one of whose rows and cells are named so."""
    part = b'<worksheet><sheetData><row r="%s"><c r="%s"><v>1</v></c></row></sheetData></worksheet>'
    return bomb(part % (row, cell))


@pytest.mark.parametrize(
    ("row", "cell"),
    [(b"1", b"a1"), (b"1", b"A01"), (b"01", b"A1"), (b"1", b"A0"), (b"0", b"A1"), (b"1", b"1A"), (b"1", b" A1"),
     (b"1", b"A1:B2"), (b"1", b""), (b"", b"A1"), (b"1", b"$A$1"), (b"+1", b"A1"), (b"1", "A\u0661".encode())],
)  # fmt: skip
def test_a_cell_or_a_row_that_has_not_a_name_of_the_standard_is_refused(row, cell):
    assert "le classeur est abîmé" in refusal(named(row, cell))


def test_texts_that_cells_refer_to_are_counted_before_they_are_read():
    long = b"<sst><si><t>categorie</t></si><si><t>%s</t></si></sst>" % (b"x" * 30_000)
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>1</v></c></row>' % (n, n) for n in range(2, 702))
    titles = b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    sheet = b"<worksheet><sheetData>" + titles + cells + b"</sheetData></worksheet>"
    assert "les textes de la feuille sont trop longs" in refusal(repacked(SOUND, sheet1=sheet, sharedStrings=long))
    assert "le classeur est abîmé" in refusal(repacked(SOUND, sheet1=sheet.replace(b"<v>1</v>", b"<v>9</v>")))


def test_more_styles_than_a_spreadsheet_takes_are_not_listed():
    styles = b"<styleSheet><cellXfs>" + b"<xf/>" * 100_001 + b"</cellXfs></styleSheet>"
    assert "le classeur est abîmé" in refusal(repacked(SOUND, styles=styles))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bomb(b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>"), "dépasse 50 Mo une fois décompressé"),
        (lying_bomb(), "le classeur est abîmé"),
        (bomb(DOCTYPE), "le classeur est abîmé"),
        (bomb(SHEET % (1_048_576, b"A1048576")), "la feuille va trop loin"),
        (bomb(SHEET % (1, b"XFD1")), "la feuille va trop loin"),
        (bomb(b"<worksheet>" + b"<a/>" * 2_000_001 + b"</worksheet>"), "la feuille est trop complexe"),
        (bomb(b"<worksheet><sheetData>"), "le classeur est abîmé"),
        (bomb(b'<?xml version="1.0" encoding="TF-8"?><worksheet/>'), "le classeur est abîmé"),
        (bomb(b'<?xml version="1.0" encoding="euc_jp"?><worksheet/>'), "le classeur est abîmé"),
        (repacked(SOUND, vbaProject=b"macro"), "le classeur contient des macros"),
        (SOUND[: len(SOUND) // 2], "le classeur est abîmé"),
        (b"PK\x03\x04" + b"x" * 100, "le classeur est abîmé"),
        (SOUND + b"x" * 5_000_000, "dépasse 5 Mo"),
        (without_content_types("mimetype"), "ce n'est pas un classeur XLSX"),
        (without_content_types("content.xml"), "c'est un classeur LibreOffice (.ods). Enregistrez-le en XLSX"),
        (without_content_types("xl/workbook.bin"), "ce n'est pas un classeur XLSX"),
        (without_content_types("xl/workbook.xml"), "le classeur est abîmé"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "c'est un ancien fichier Office"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protégé par un mot de passe"),
        (workbook(), "le tableau est vide"),
        (workbook(("nom",), ("A",)), "il manque la colonne « categorie »"),
        (workbook(("categorie",), *[("esms",)] * 20_001), "plus de 20 000 organisations"),
    ],
    ids=range(22),
)  # fmt: skip
def test_a_workbook_that_cannot_be_used_safely_says_why_in_french(content, reason):
    assert reason in plain(refusal(content))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(damages):
    content = bytearray(SOUND)
    for place, byte in damages:
        content[place] = byte
    assert all(reason.endswith((".", "?")) for reason in reasons(bytes(content)))


@settings(max_examples=60)
@given(st.sampled_from(["sheet1", "workbook", "styles", "sharedStrings"]), st.data())
def test_a_workbook_with_a_damaged_part_is_read_or_refused_in_a_sentence(part, data):
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        path = next(name for name in archive.namelist() if name.endswith(f"/{part}.xml"))
        content = bytearray(archive.read(path))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    assert all(reason.endswith((".", "?")) for reason in reasons(repacked(SOUND, **{part: bytes(content)})))
