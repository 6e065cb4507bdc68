"""A quote as plain text."""

from nes_model.pricing.rule import price
from nes_model.reports.quote_text import write_quote_text
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def text(**words: object) -> str:
    quote = price(Scenario.model_validate(words), EDITION)
    return write_quote_text(quote, EDITION).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_totals_come_first_then_every_line_with_its_formula_and_source():
    found = text(libelle="EHPAD Les Tilleuls", categorie="esms", etablissements=3, options={"pack-complementaire": {}})
    lines = [" ".join(line.split()) for line in found.splitlines()]
    assert lines[:7] == [
        "EHPAD Les Tilleuls (collège C, catégorie esms)",
        "Estimation d'après : Catalogue 2026. Elle ne vaut pas devis.",
        "",
        "Première année 3 704,05 €",
        "Chaque année suivante 3 700,00 €",
        "Capital restituable 4,05 €",
        "Cumul sur 5 ans 18 504,05 €",
    ]
    start = lines.index("Pack complémentaire : 3 600,00 € la première année, 3 600,00 € ensuite")
    assert lines[start + 1 : start + 3] == [
        "3 établissements × 100,00 € × 12 mois",
        "Source : « Conditions et tarifs », participation financière mensuelle",
    ]


def test_doubts_and_missing_prices_are_said_after_the_lines():
    found = text(categorie="chu", horizon=1, options={"dpm": {}, "securnes-autonome": {}})
    assert "Cumul sur 1 an  " in found
    assert "DPM : 600,00 € HT la première année, 600,00 € HT ensuite" in found
    assert "Source : « Conditions et tarifs », Autre service proposé, DPM ; à confirmer : R8" in found
    assert "hors 1 prestation non chiffrée : Sécur'NeS autonome (tarif non publié)" in found
    assert "soit 720,00 € TTC à 20 %" in found
    assert "    Si capital de 1 685 € (A) et de 2 143 € (B) : 1 668,15 € de plus la première année" in found


def test_a_scenario_without_a_name_is_named_by_its_category():
    assert text(categorie="chu").startswith("CHU (collège A, catégorie chu)")
