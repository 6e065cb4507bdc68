"""The letter of membership says what the quote says, in a file for paper and in one for a word processor."""

import io
import zipfile
from datetime import date

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from nes_model.pricing.rule import price
from nes_model.reports.letter.content import MOST_TYPED, Letter, Sender, write_letter
from nes_model.reports.letter.docx_file import write_letter_docx
from nes_model.reports.pdf.document import write_letter_pdf
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios

DAY = date(2026, 12, 1)
EHPAD = {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}}
DIRECTOR = Sender("EHPAD Les Tilleuls", "12 rue des Lilas, 14000 Caen", "Caen", "Claude Durand", "Directrice")


def letter(sender: Sender = DIRECTOR, **words: object) -> Letter:
    return write_letter(price(Scenario.model_validate(words), EDITION), EDITION, sender, DAY)


def plain(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'").split())


def in_word(found: Letter) -> docx.document.Document:
    return docx.Document(io.BytesIO(write_letter_docx(found, DAY)))


def text_in_word(found: Letter) -> str:
    document = in_word(found)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return plain("\n".join([*(each.text for each in document.paragraphs), *cells]))


def text_on_paper(found: Letter) -> str:
    return plain(
        "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(write_letter_pdf(found, DAY))).pages)
    )


@pytest.mark.parametrize("read", [text_in_word, text_on_paper])
def test_it_says_who_asks_for_what_and_what_it_would_cost(read):
    text = read(letter(**EHPAD))
    for said in (
        "Demande d'adhésion à Normand'e-Santé",
        "préparé d'après une estimation du 1er décembre 2026",
        "EHPAD Les Tilleuls",
        "12 rue des Lilas, 14000 Caen",
        "Représentée par : Claude Durand",
        "À Caen, le …",
        "collège C",
        "lettre recommandée avec accusé de réception",
        "1 adhérent, 3 établissements",
        "Options souhaitées : Pack complémentaire",
        "réunie deux à trois fois par an",
        "Directrice",
    ):
        assert said in text


def test_its_amounts_are_those_of_the_quote():
    assert [tuple(map(plain, row)) for row in letter(**EHPAD).amounts] == [
        ("Apport en capital, versé une fois et rendu en cas de départ", "4,05 €", "0,00 €"),
        ("Contribution annuelle", "100,00 €", "100,00 €"),
        ("Options souhaitées", "3 600,00 €", "3 600,00 €"),  # 3 × 100 × 12
        ("Total estimé", "3 704,05 €", "3 700,00 €"),
    ]


def test_what_has_no_price_is_never_nil():
    found = letter(categorie="rst", lectures={"R2": "sans-tarif"}, options={"securnes-autonome": {}})
    rows = {row[0]: row[1:] for row in found.amounts}
    assert rows["Contribution annuelle"] == ("non chiffré : tarif non publié", "non chiffré")
    assert "Options souhaitées" not in rows
    assert any("Sécur'NeS autonome (tarif non publié)" in each for each in found.amounts_note)


def test_what_nobody_typed_is_left_to_fill_in():
    found = letter(Sender(), categorie="esms")
    assert all("……" in each for each in (*found.sender, found.recipient[1], found.dated, *found.signature[:2]))


def test_amounts_that_suppose_other_tariffs_say_so_first():
    assert "supposent d'autres tarifs" in letter(categorie="esms", tarifs={"contribution-esms": "120"}).draft


def test_each_option_is_asked_for_with_its_quantity_and_its_rhythm():
    options = {"imagerie": {"quantite": 2}, "rssi": {"quantite": 10, "rythme": "annuel"}}
    assert dict(letter(categorie="autre-es", etablissements=5, options=options).request)["Options souhaitées"] == (
        "Échange et partage d'imagerie (e-m@ge), 2 établissements raccordés ; "
        "Responsable de la sécurité (RSSI) NeS, 10 jours, chaque année"
    )


def test_a_shorter_first_year_is_asked_for_and_a_whole_one_goes_without_saying():
    assert dict(letter(categorie="chu", mois_premiere_annee=3).request)["Première année"] == "3 mois"
    assert "Première année" not in dict(letter(categorie="chu").request)


def test_its_amounts_say_the_readings_and_the_taxes_that_they_rest_on():
    found = letter(categorie="chu", lectures={"R1": "colonnes-inversees"}, options={"dpm": {}})
    _, *said, _ = map(plain, found.amounts_note)  # between the catalogue's name and the points à confirmer
    assert said == ["Autre lecture choisie : R1.", "Totaux en partie hors taxes, le reste sans taxe précisée."]


def test_a_word_processor_finds_headings_a_header_row_and_french():
    document = in_word(letter(**EHPAD))
    headings = [each.style.name for each in document.paragraphs if each.style.name.startswith(("Title", "Heading"))]
    assert headings == ["Title", *["Heading 1"] * 5]
    assert document.core_properties.language == "fr-FR"
    assert document.core_properties.title
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"fr-FR"}
    (table,) = document.tables
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_on_paper_it_is_tagged_and_in_french():
    found = pypdf.PdfReader(io.BytesIO(write_letter_pdf(letter(**EHPAD), DAY)))
    assert found.trailer["/Root"]["/Lang"] == "fr-FR"
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(found.pages) == 1


HOSTILE = [
    "<w:p/>&amp;]]>",
    '=HYPERLINK("http://x")',
    "#strong[a] \\ $x$ @b",
    "a\u202eb\u0000c\x07",
    "\ud800",
    "\u200b\u2066",
    "ligne\nretour\rtab\t",
    "x" * 5_000,
    "🏥 漢字 é\u0301",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=ascii)
def test_whatever_is_typed_stays_text(typed):
    found = letter(Sender(typed, typed, typed, typed, typed), categorie="esms")
    assert len(found.sender[0]) <= MOST_TYPED
    assert pypdf.PdfReader(io.BytesIO(write_letter_pdf(found, DAY))).pages
    document = in_word(found)
    assert found.sender[0] in plain_lines(document)
    names = zipfile.ZipFile(io.BytesIO(write_letter_docx(found, DAY))).namelist()
    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]


def plain_lines(document: docx.document.Document) -> list[str]:
    """The lines of the letter; `space` changes no word of what is typed here."""
    return [line for each in document.paragraphs for line in each.text.replace("\u00a0", " ").split("\n")]


@settings(max_examples=25)
@given(scenarios(), st.text(max_size=40))
def test_any_quote_and_any_name_make_a_letter_whose_total_is_the_quotes(scenario, name):
    quote = price(scenario, EDITION)
    found = write_letter(quote, EDITION, Sender(organisation=name), DAY)
    assert write_letter_docx(found, DAY)
    assert write_letter_pdf(found, DAY)
    first = quote.first_year
    assert str(first) == found.amounts[-1][1] or first.is_range
