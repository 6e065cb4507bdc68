"""The file for a board: its tags, its fonts, and the same bytes each time."""

import hashlib
import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pikepdf

from nes_model.reports.pdf.document import _fonts
from nes_model.reports.pdf.drawable import FONTS
from tests.nes_model.reports.printing import (
    EHPAD,
    LINK,
    ROOT,
    alternative_texts,
    asked,
    pages,
    pdf,
    plain,
    tags,
)


def test_it_is_tagged_as_pdf_ua_1_in_french_with_its_title():
    with pikepdf.open(io.BytesIO(pdf(asked(EHPAD)))) as document:
        assert str(document.Root.Lang) == "fr-FR"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert plain(metadata["dc:title"]) == "Adhésion à Normand'e-Santé : estimation pour EHPAD Les Tilleuls"


def test_it_has_real_headings_and_table_headers():
    found = tags(pdf(asked(EHPAD)))
    kinds = [kind for kind, _ in found]
    assert kinds.count("/Title") == 1
    assert (kinds.count("/H1"), kinds.count("/H2")) == (5, 4)  # under « Ce que coûte »: chart, years, hypotheses, lines
    assert kinds.count("/Table") == kinds.count("/THead") == 5  # years, hypotheses, lines, points, steps
    assert [said for kind, said in found if kind == "/TH"] == ["/Column"] * (3 + 2 + 4 + 3 + 4)


def test_the_chart_and_the_code_carry_their_content_in_words():
    code, chart = alternative_texts(pdf(asked(EHPAD)))
    assert code == f"Code QR qui mène à ce calcul : {LINK}"
    assert chart == (
        "Première année : 3 704,05 €, soit Apport en capital 4,05 €, payé une seule fois ; "
        "Contribution annuelle 100,00 € ; Pack complémentaire 3 600,00 €. "
        "Chaque année suivante : 3 700,00 €, soit Contribution annuelle 100,00 € ; Pack complémentaire 3 600,00 €."
    )


def test_with_nothing_to_pay_there_is_no_chart():
    assert len(alternative_texts(pdf(asked({"categorie": "cst"})))) == 1  # the code alone


def test_a_link_too_long_for_a_code_is_printed_all_the_same():
    content = pdf(asked({"categorie": "esms"}), link=f"{LINK}&libelle={'%C3%A9' * 700}")
    assert len(alternative_texts(content)) == 1  # the chart alone
    assert "%C3%A9" * 700 in "".join(pages(content)).replace(" ", "")


def test_every_font_is_embedded_and_comes_from_the_repository():
    used = set()
    label = "Maison de santé 🏥 شفاء"
    with pikepdf.open(io.BytesIO(pdf(asked(EHPAD | {"libelle": label})))) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                (descendant,) = font.DescendantFonts
                assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys())
                used.add(str(descendant.BaseFont).partition("+")[2].removesuffix("-Identity-H"))
    assert used == {"SourceSans3-Regular", "SourceSans3-Semibold", "NotoEmoji-Regular", "DejaVuSans"}
    assert used == {font.stem for font in FONTS.iterdir() if font.suffix in (".otf", ".ttf")}


def test_no_font_of_the_machine_nor_of_the_compiler_can_be_used():
    assert _fonts().families() == ["DejaVu Sans", "Noto Emoji", "Source Sans 3"]


def test_every_font_has_its_licence_beside_it():
    for font in FONTS.iterdir():
        assert (FONTS / f"{font.name.partition('-')[0].partition('.')[0]}-LICENSE.txt").exists()


def test_two_processes_write_the_same_bytes():
    code = (
        "import hashlib, sys\n"
        "from tests.nes_model.reports.printing import EHPAD, asked, pdf\n"
        "print(hashlib.sha256(pdf(asked(EHPAD))).hexdigest())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == hashlib.sha256(pdf(asked(EHPAD))).hexdigest()


def test_people_who_print_at_the_same_time_each_get_their_own_page():
    asked_for = [asked(EHPAD | {"etablissements": count}) for count in range(1, 9)]
    alone = [pdf(scenario) for scenario in asked_for]
    with ThreadPoolExecutor(4) as people:
        assert list(people.map(pdf, asked_for)) == alone


def test_typst_is_loaded_only_to_print():
    code = "import sys, nes_model.reports.pdf; print('typst' in sys.modules or 'segno' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
