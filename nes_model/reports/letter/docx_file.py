"""The letter as a file that a word processor opens: real headings, a table with its header row, French throughout."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from nes_model.french import space
from nes_model.reports.letter.content import Letter

if TYPE_CHECKING:
    from docx.document import Document

_FONT, _SIZE = "Calibri", 11  # points


def write_letter_docx(letter: Letter, on: date) -> bytes:
    """Write the letter, all of which is text to show, in a file that bears that day."""
    from docx import Document

    document = Document()
    _set_up(document, letter, on)
    document.add_heading(space(letter.title), level=0)
    document.add_paragraph().add_run(space(letter.draft)).italic = True
    for block in (letter.sender, letter.recipient, (letter.dated,)):
        _write_lines(document, block)
    document.add_heading(space(f"Objet : {letter.subject}"), level=1)
    _write_paragraphs(document, letter.opening)
    document.add_heading("Ce que nous demandons", level=1)
    _write_paragraphs(document, (f"{label} : {value}." for label, value in letter.request), "List Bullet")
    document.add_heading("Ce que cela coûterait", level=1)
    _write_amounts(document, letter)
    _write_paragraphs(document, letter.amounts_note)
    document.add_heading("La suite", level=1)
    _write_paragraphs(document, letter.next_steps)
    document.add_heading("Pièces jointes", level=1)
    _write_paragraphs(document, letter.enclosures, "List Bullet")
    _write_paragraphs(document, (letter.closing,))
    _write_lines(document, letter.signature)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _set_up(document: "Document", letter: Letter, on: date) -> None:
    """Who reads it aloud reads French; the file says what it is and who made it."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE)
    for each in document.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), letter.language)
        each.set(qn("w:eastAsia"), letter.language)
    about = document.core_properties
    about.title, about.subject, about.language = space(letter.title), space(letter.draft), letter.language
    about.author, about.comments, about.keywords = "Simulateur d'adhésion à Normand'e-Santé", "", ""
    about.created = about.modified = datetime.combine(on, time())


def _write_lines(document: "Document", lines: tuple[str, ...]) -> None:
    """A block whose lines stay together."""
    paragraph = document.add_paragraph()
    for index, line in enumerate(lines):
        if index:
            paragraph.add_run().add_break()
        paragraph.add_run(space(line))


def _write_paragraphs(document: "Document", texts: Iterable[str], style: str | None = None) -> None:
    for text in texts:
        document.add_paragraph(space(text), style)


def _write_amounts(document: "Document", letter: Letter) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    head = ("Poste", "Première année", "Chaque année suivante")
    table = document.add_table(rows=0, cols=len(head), style="Table Grid")
    for row, texts in enumerate((head, *letter.amounts)):
        cells = table.add_row().cells
        for column, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.add_run(space(text)).bold = row in (0, len(letter.amounts))
            if column:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    # Said of the first row, so that it is read with each cell, and repeated on a second page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - it has no public name
