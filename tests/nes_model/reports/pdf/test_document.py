"""The page for a board: its figures, its doubts and its hypotheses, read back from the file."""

from datetime import date

import pytest
from hypothesis import given, settings

from nes_model.catalogue.charge import ChargePatch
from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.overlay import apply
from nes_model.editions.loading import load_edition
from nes_model.pricing.rule import price
from nes_model.reports.pdf.amounts import format_briefly
from nes_model.reports.pdf.document import write_date, write_quote_pdf
from tests.editions import data_with_2027
from tests.nes_model.reports.printing import DAY, EHPAD, EVERYTHING, LINK, asked, pages, pdf, plain, text_of
from tests.nes_model.strategies import EDITION, scenarios


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
    assert "Première année 6 446,85 € à 6 646,85 €" in text
    assert "Référent médical NeS 1 430,00 à 1 630,00 €" in text


def test_what_is_paid_once_and_what_comes_back_are_told_apart():
    text = text_of(**EHPAD)
    assert "dont 4,05 € une seule fois et 3 700,00 € chaque année" in text
    assert "Rendu en cas de départ 4,05 €" in text


def test_a_first_year_cut_short_is_not_said_to_be_paid_every_year():
    text = text_of(**EHPAD | {"mois_premiere_annee": 6})
    # 100 + 3 × 100 × 6, then 100 + 3 × 100 × 12
    assert "dont 4,05 € une seule fois et 1 900,00 € de ce qui revient chaque année, avec 6 mois de services" in text
    assert "Chaque année suivante 3 700,00 €" in text


def test_a_capital_without_a_price_is_not_shown_as_nothing():
    unpriced = Overlay(charges={"capital-esms": ChargePatch(unpriced="tarif non publié")})
    edition = apply(unpriced, EDITION)
    content = write_quote_pdf(price(asked({"categorie": "esms"}), edition), edition, link=LINK, on=DAY)
    assert "Rendu en cas de départ non chiffré" in pages(content)[0]
    assert "Rendu en cas de départ 0,00 € aucun apport en capital" in text_of(categorie="part")


@settings(max_examples=12)
@given(scenarios())
def test_every_amount_of_the_model_is_on_the_page(scenario):
    quote = price(scenario, EDITION)
    text = " ".join(pages(write_quote_pdf(quote, EDITION, link=LINK, on=DAY)))
    totals = [quote.first_year, quote.following_years]
    amounts = [amount for line in quote.lines for amount in (line.first_year, line.following_years) if amount]
    assert all(plain(format_briefly(amount)) in text for amount in (*totals, *amounts))
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


def test_a_simulated_tariff_is_named_at_the_top_in_every_footer_and_in_the_line():
    first, *others = pages(pdf(asked(EHPAD | {"tarifs": {"pack-esms": "90.00"}})))
    assert first.startswith("Simulation de tarif du 1er décembre 2026")
    above = first.partition("Ce que coûte l'adhésion")[0]
    assert "ces montants ne sont pas ceux du tarif en vigueur." in above
    assert "Pack complémentaire (EHPAD, SSIAD, MAS…) : 90,00 € au lieu de 100,00 €" in above
    assert "Source : Simulation de tarif, au lieu de 100,00 €" in " ".join([first, *others])
    for page in (first, *others):
        assert "Simulation de tarif du 1er décembre 2026 d'après le catalogue 2026" in page


def test_years_that_have_their_own_edition_say_which(tmp_path):
    later = load_edition(data_with_2027(tmp_path) / "2027")
    quote = price(asked({"categorie": "esms", "horizon": 3}), EDITION, [later])
    text = " ".join(pages(write_quote_pdf(quote, EDITION, link=LINK, on=DAY)))
    assert "Chaque année suivante 100,00 € aux tarifs de l'édition 2026" in text
    assert "première année comprise, chaque année avec son édition" in text
    # 104.05, then 104.05 + 120, then 224.05 + 120
    assert "1, édition 2026 104,05 € 104,05 € 2, édition 2027 120,00 € 224,05 €" in text
    assert "3, édition 2027 120,00 € 344,05 €" in text


def test_a_supposed_increase_is_said_beside_the_figures_that_it_moves():
    text = text_of(categorie="part", hausse_annuelle="2.5")
    assert "Chaque année suivante 100,00 € avant la hausse supposée de 2,5 % par an" in text
    assert "première année et hausse de 2,5 % par an comprises" in text


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
        "1 adhérent · 1 structure · 8 utilisateurs",
    ):
        assert supposed in text


def test_a_quantity_that_was_given_is_not_called_a_default():
    assert "Faute d'un nombre" not in text_of(categorie="esms", options={"juridique": {"quantite": 2}})


def test_without_the_number_of_users_the_page_does_not_claim_the_cheapest():
    text = text_of(categorie="ville", options={"pack-complementaire": {"facturation": "utilisateur"}})
    assert "prix par structure, le seul qui se calcule" in text
    assert "nombre d'utilisateurs non indiqué" in text


def test_it_says_that_it_is_an_estimate_where_to_ask_for_a_quote_and_what_it_rests_on():
    text = text_of(**EHPAD)
    assert text.startswith("Estimation du 1er décembre 2026 · elle ne vaut pas devis · demander un devis : contact@")
    assert "02 50 53 70 00" in text
    assert "montants de l'assemblée générale du 27 novembre 2025" in text
    assert "La TVA, sauf pour le DPM ; l'échéance de la contribution" in text
    assert "Demandez-le à NeS : Adhésion et devis : 02 50 53 70 00" in text


def test_a_board_reads_what_membership_opens_beside_what_it_comes_to_and_how_to_join():
    text = text_of(**EHPAD)
    # 3700 / 12 = 308.33, / 3 = 102.78
    assert "L'adhésion et le pack complémentaire vous ouvrent 24 fonctions, dont téléconsultation, avis à" in text
    assert "À partir de la deuxième année : 308,33 € par mois" in text
    assert "soit 102,78 € par établissement" in text
    assert "Dès la réception du courrier NeS Les services vous sont ouverts" in text


def test_the_two_pages_of_a_plain_quote_are_filled():
    assert len(pages(pdf(asked(EHPAD)))) == 2


def test_where_to_find_the_quote_again_ends_the_document():
    text = text_of(**EHPAD)
    assert text.index("Comment adhérer, dans l'ordre") < text.index("Demander un devis, refaire ce calcul")
    assert LINK in text.replace(" ", "")


def test_the_pages_are_numbered_and_long_tables_repeat_their_header():
    found = pages(pdf(asked(EVERYTHING | {"libelle": "Un libellé long " * 7, "horizon": 10})))
    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        assert page.endswith(f"elle ne vaut pas devis. page {number} sur {len(found)}")
    rows = [page for page in found if "Source : " in page]
    assert len(rows) > 1
    assert all("Poste Calcul et source Première année Ensuite, par an" in page for page in rows)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 12, 1), "1er décembre 2026"), (date(2027, 2, 28), "28 février 2027")],
)
def test_a_date_is_written_as_french_writes_it(day, expected):
    assert write_date(day) == expected


def test_a_later_edition_without_a_price_is_told_on_the_page_of_the_board(tmp_path):
    data = data_with_2027(tmp_path, adhesion=("montant: 5000.00", "non-chiffre: sur devis"))
    quote = price(asked({"categorie": "chu"}), EDITION, [load_edition(data / "2027")])
    text = " ".join(pages(write_quote_pdf(quote, EDITION, link=LINK, on=DAY)))
    assert "+ Contribution annuelle, sans prix publié dans l'édition 2027" in text
    assert "Tout est chiffré" not in text
