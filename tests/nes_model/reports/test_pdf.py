"""The page for a board: its figures read back, its tags, its fonts, and the same bytes each time."""

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from nes_model.money import Amount
from nes_model.pricing import price
from nes_model.reports.drawable import FONTS, UNDRAWABLE, drawable
from nes_model.reports.figures import brief
from nes_model.reports.pdf import long_date, quote_pdf
from nes_model.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios

ROOT = Path(__file__).parents[3]
LINK = "https://simulateur.exemple.fr/?categorie=esms&etablissements=3"
DAY = date(2026, 12, 1)
PLAIN = str.maketrans({"\u202f": " ", "\u00a0": " ", "’": "'", "\u2011": "-"})

EHPAD: dict[str, Any] = {
    "libelle": "EHPAD Les Tilleuls",
    "categorie": "esms",
    "etablissements": 3,
    "options": {"pack-complementaire": {}},
}
EVERYTHING: dict[str, Any] = {
    "categorie": "chu",
    "options": {option.id: {} for option in EDITION.options.values() if option.available_to("chu")},
}


def pdf(scenario: Scenario, link: str = LINK) -> bytes:
    return quote_pdf(price(scenario, EDITION), EDITION, link=link, on=DAY)


def asked(words: dict[str, Any]) -> Scenario:
    return Scenario.model_validate(words)


def plain(text: str) -> str:
    """Spaces and apostrophes as they are typed, on one line."""
    return " ".join(text.translate(PLAIN).split())


def pages(content: bytes) -> list[str]:
    return [plain(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


def text_of(**words: Any) -> str:
    return " ".join(pages(pdf(asked(words))))


def tags(content: bytes) -> list[tuple[str, str]]:
    """Every structure element in reading order: its kind, and its alternative text or its scope."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return list(_tags_below(document.Root.StructTreeRoot.K))


def _tags_below(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    for each in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            said = each.A[0].Scope if each.S == "/TH" else each.get("/Alt", "")
            yield str(each.S), plain(str(said))
            yield from _tags_below(each.get("/K", pikepdf.Array()))


def alternative_texts(content: bytes) -> list[str]:
    return [said for kind, said in tags(content) if kind == "/Figure"]


@pytest.mark.parametrize(
    ("words", "first_year", "following", "cumulative"),
    [
        # 4.05 + 100 + 3 × 100 × 12, then 100 + 3 × 100 × 12, then 3704.05 + 4 × 3700
        (EHPAD, "3 704,05 €", "3 700,00 €", "Cumul sur 5 ans 18 504,05 €"),
        # 16.85 + 2000, then 2000, then 2016.85 + 2000
        ({"categorie": "ght-support", "horizon": 2}, "2 016,85 €", "2 000,00 €", "Cumul sur 2 ans 4 016,85 €"),
        # 30.30 + 100 + 12 × 10 × 6, then 100 + 12 × 10 × 12, then 850.30 alone
        (
            {
                "categorie": "rst",
                "utilisateurs": 12,
                "mois_premiere_annee": 6,
                "horizon": 1,
                "options": {"pack-complementaire": {"facturation": "utilisateur"}},
            },
            "850,30 €",
            "1 540,00 €",
            "Cumul sur 1 an 850,30 €",
        ),
        # 100, then 100, then 100 + 100 × 1.10 + 100 × 1.10 × 1.10
        (
            {"categorie": "part", "hausse_annuelle": 10, "horizon": 3},
            "100,00 €",
            "100,00 €",
            "Cumul sur 3 ans 331,00 €",
        ),
        ({"categorie": "cst"}, "0,00 €", "0,00 €", "Cumul sur 5 ans 0,00 €"),
    ],
)
def test_the_totals_are_read_back_from_the_page(words, first_year, following, cumulative):
    text = text_of(**words)
    assert f"Première année {first_year}" in text
    assert f"Chaque année suivante {following}" in text
    assert cumulative in text
    assert f"Total {first_year} {following}" in text


def test_a_range_shows_both_its_ends():
    text = text_of(categorie="chu", options={"referent-medical": {"quantite": 2}})
    # 16.85 + 5000 + 2 × 715 = 6446.85, and + 2 × 815 = 6646.85
    assert "Première année entre 6 446,85 € et 6 646,85 €" in text
    assert "Référent médical NeS 1 430,00 à 1 630,00 €" in text


def test_what_is_paid_once_and_what_comes_back_are_told_apart():
    text = text_of(**EHPAD)
    assert "4,05 € payés une seule fois, 3 700,00 € qui reviennent chaque année" in text
    assert "Rendu en cas de départ 4,05 €" in text


@settings(max_examples=25)
@given(scenarios())
def test_every_amount_of_the_model_is_on_the_page(scenario):
    quote = price(scenario, EDITION)
    text = " ".join(pages(quote_pdf(quote, EDITION, link=LINK, on=DAY)))
    totals = [quote.first_year, quote.following_years]
    amounts = [amount for line in quote.lines for amount in (line.first_year, line.following_years) if amount]
    assert all(plain(brief(amount)) in text for amount in (*totals, *amounts))
    assert all(plain(line.explanation) in text and plain(line.source) in text for line in quote.lines)


def test_what_has_no_price_is_said_beside_the_totals_and_never_free():
    text = text_of(categorie="esms", options={"securnes-autonome": {}, "creation-site": {}})
    assert "Hors 2 prestations non chiffrées · " in text.partition("De quoi se composent")[0]
    assert "Sécur'NeS autonome chaque année Tarif non publié Source : Fiche Plateforme" in text
    assert "non chiffré non chiffré" in text  # both years
    assert "Création du site une fois Sur devis, en jours-homme" in text


def test_an_amount_without_tax_has_the_amount_with_tax_below():
    text = text_of(categorie="esms", options={"dpm": {}})
    assert "240,00 € HT soit 288,00 € TTC" in text  # 20 × 12, × 1.20
    assert "Les totaux additionnent des montants hors taxes" in text


def test_a_point_shows_what_is_printed_what_is_read_and_the_effect_of_another_reading():
    text = text_of(categorie="rst")
    assert "R2 · Contribution des collèges B et D Un seul « 100.00 € »" in text
    assert "100 € pour les trois collèges, en une case fusionnée." in text
    assert "100,00 € de moins la première année" in text
    assert "suit pas partout la lecture" not in text


def test_another_reading_is_said_before_the_figures():
    text = text_of(categorie="chu", lectures={"R1": "sans-virgule"})
    above, _, below = text.partition("Ce que coûte l'adhésion")
    assert "R1 : capital de 1 685 € (A) et de 2 143 € (B), au lieu de : contributions de 5 000" in above
    assert "Lecture utilisée ici : capital de 1 685 €" in below
    assert "1 668,15 € de moins la première année" in below  # 1685 − 16.85, back to the reading kept


def test_the_hypotheses_are_printed_with_their_defaults():
    text = text_of(categorie="ville", utilisateurs=8, options={"pack-complementaire": {}, "juridique": {}})
    for supposed in (
        "Première année 12 mois de services mensuels",
        "Cumul 5 ans, première année comprise",
        "Hausse des prix aucune",
        "Catalogue les lectures que le simulateur retient",
        "le moins cher des prix par utilisateur et par structure",
        "comptés une seule fois",
        "Faute d'un nombre indiqué, sont comptés : 1 jour (Accompagnement juridique).",
        "1 adhérent · 1 établissement · 1 structure · 8 utilisateurs",
    ):
        assert supposed in text


def test_without_the_number_of_users_the_page_does_not_claim_the_cheapest():
    text = text_of(categorie="ville", options={"pack-complementaire": {"facturation": "utilisateur"}})
    assert "prix par structure, le seul qui se calcule" in text
    assert "nombre d'utilisateurs non indiqué" in text


def test_it_says_that_it_is_an_estimate_where_to_ask_for_a_quote_and_what_it_rests_on():
    text = text_of(**EHPAD)
    assert text.startswith("Estimation du 1er décembre 2026 · ne vaut pas devis · demander un devis : contact@")
    assert "02 50 53 70 00" in text
    assert "montants de l'assemblée générale du 27 novembre 2025" in text
    assert "La TVA, sauf pour le DPM ; l'échéance de la contribution" in text
    assert LINK in text.replace(" ", "")


def test_the_pages_are_numbered_and_long_tables_repeat_their_header():
    found = pages(pdf(asked(EVERYTHING | {"horizon": 10})))
    assert 2 <= len(found) <= 4
    for number, page in enumerate(found, start=1):
        assert page.endswith(f"elle ne vaut pas devis. page {number} sur {len(found)}")
    long = pages(pdf(asked(EVERYTHING | {"libelle": "Un libellé long " * 7, "etablissements": 9})))
    rows = [page for page in long if "Source : " in page]
    assert all("Poste Calcul et source Première année Ensuite, par an" in page for page in rows)


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
    assert kinds.count("/H1") == 8
    assert kinds.count("/Table") == kinds.count("/THead") == 4  # years, hypotheses, lines, points
    assert [said for kind, said in found if kind == "/TH"] == ["/Column"] * (3 + 2 + 4 + 3)


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


def test_every_font_has_its_licence_beside_it():
    for font in FONTS.iterdir():
        assert (FONTS / f"{font.name.partition('-')[0].partition('.')[0]}-LICENSE.txt").exists()


def test_two_processes_write_the_same_bytes():
    code = (
        "import hashlib, sys\n"
        "from tests.nes_model.reports.test_pdf import EHPAD, asked, pdf\n"
        "print(hashlib.sha256(pdf(asked(EHPAD))).hexdigest())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == hashlib.sha256(pdf(asked(EHPAD))).hexdigest()


@pytest.mark.parametrize(
    "label",
    [
        '#import "secret.typ": *',
        "*gras* _souligné_ `code` $x^2$ <ref> @ref = titre",
        "\\ \\u{41} // pas un commentaire /* ni ceci */ [crochets] #panic()",
        'l\'EHPAD « d’à côté » -- 50 % ~ ... "guillemets"',
        "Œuvre Ærø Łódź Ηράκλειο Москва",
        "Hôpital 🏥 😀 ❤️ 👩‍⚕️",
    ],
)
def test_a_label_is_shown_as_it_is_written(label):
    content = pdf(asked({"categorie": "esms", "libelle": label}))
    assert "".join(plain(label).split()) in "".join(pages(content)[0].split())
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.docinfo.Title).endswith(f"estimation pour {label}")


def test_right_to_left_letters_are_all_there():
    text = text_of(categorie="esms", libelle="مرحبا שלום")
    assert set("مرحباשלום") <= set(text)


def test_a_label_of_120_letters_without_a_space_stays_within_the_margins():
    reader = PdfReader(io.BytesIO(pdf(asked({"categorie": "esms", "libelle": "W" * 120}))))
    lines = [line for line in reader.pages[0].extract_text().splitlines() if set(line) == {"W"}]
    assert len(lines) > 1
    assert sum(map(len, lines)) == 120


@settings(max_examples=25)
@given(st.text(max_size=120))
def test_any_label_makes_a_page(label):
    content = pdf(asked({"categorie": "part", "libelle": label.encode("utf-8", "replace").decode()}))
    assert plain("Première année 100,00 €") in pages(content)[0]


@given(st.text())
def test_what_is_drawable_once_is_drawable_for_good(text):
    assert drawable(drawable(text)) == drawable(text)


def test_what_no_font_draws_is_shown_as_missing_and_what_turns_the_line_around_is_dropped():
    assert drawable("漢字 a\u202eb\tc") == f"{UNDRAWABLE * 2} ab c"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 12, 1), "1er décembre 2026"), (date(2027, 2, 28), "28 février 2027")],
)
def test_a_date_is_written_as_french_writes_it(day, expected):
    assert long_date(day) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount.exactly("3704.05"), "3 704,05 €"),
        (Amount(Decimal(715), Decimal(1815)), "715,00 à 1 815,00 €"),
    ],
)
def test_an_amount_takes_little_width(amount, expected):
    assert plain(brief(amount)) == expected


def test_typst_is_loaded_only_to_print():
    code = "import sys, nes_model.reports.pdf; print('typst' in sys.modules or 'segno' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"
