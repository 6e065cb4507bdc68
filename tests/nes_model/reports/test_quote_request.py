"""The letter that asks for a quote says what the screen says, and fits in a mail program."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from hypothesis import given

from nes_model.pricing.rule import price
from nes_model.reports.quote_request import MOST_ENCODED, write_mail_link, write_request
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios
from tests.nes_model.tables import plain

SITE = "https://simulateur.exemple.fr/?"
GOLDEN = [
    pytest.param(case["scenario"], id=f"{path.stem}-{place}")
    for path in sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))
    for place, case in enumerate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - text only
    if isinstance(case, dict) and "scenario" in case
]


def quoted(words: dict[str, object]):
    return price(Scenario.model_validate(words), EDITION)


def asked(quote) -> str:
    return write_request(quote, EDITION, SITE + links.to_query(quote.scenario, EDITION))


def body(address: str) -> str:
    return parse_qs(urlsplit(address).query)["body"][0]


def test_the_letter_says_who_asks_for_what_at_which_cost_and_where_it_is_shown():
    quote = quoted(
        {
            "libelle": "EHPAD Les Tilleuls",
            "categorie": "esms",
            "etablissements": 3,
            "options": {"pack-complementaire": {}},
        }
    )
    text = plain(asked(quote))
    for said in (
        "EHPAD Les Tilleuls (collège C)",
        "3 établissements · Pack complémentaire",
        "Première année : 3 704,05 €. Chaque année suivante : 3 700,00 €.",  # 4.05 + 100 + 3 × 100 × 12
        "À confirmer :\n- R",
        "https://simulateur.exemple.fr/?edition=2026&libelle=EHPAD+Les+Tilleuls&categorie=esms&etablissements=3",
    ):
        assert said in text


def test_what_has_no_price_is_said_and_never_counted_as_nothing():
    quote = quoted({"categorie": "esms", "options": {"securnes-autonome": {}}})
    assert "(hors 1 prestation non chiffrée)" in plain(asked(quote))


@pytest.mark.parametrize("words", GOLDEN)
def test_every_golden_case_fits_in_a_mail_program_with_its_figures(words):
    quote = quoted({str(key): value for key, value in words.items()})
    address = write_mail_link(quote, EDITION, SITE + links.to_query(quote.scenario, EDITION))
    assert address.startswith("mailto:contact@normand-esante.fr?subject=Demande%20de%20devis")
    assert len(address) <= MOST_ENCODED
    assert f"Première année : {quote.first_year}. Chaque année suivante : {quote.following_years}" in body(address)


@given(scenarios())
def test_any_scenario_fits_and_keeps_its_figures_and_no_name_adds_a_field(scenario):
    quote = price(scenario, EDITION)
    address = write_mail_link(quote, EDITION, SITE + links.to_query(scenario, EDITION))
    assert len(address) <= MOST_ENCODED
    assert str(quote.first_year) in body(address)
    assert set(parse_qs(urlsplit(address).query)) == {"subject", "body"}
    assert "\n" not in address
