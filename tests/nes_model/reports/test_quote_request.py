"""The letter that asks for a quote says what the screen says, and fits in a mail program."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from hypothesis import given

from nes_model.catalogue.overlay import apply_readings
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
    return write_request(quote, EDITION, SITE + links.write_query(quote.scenario, EDITION))


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
    address = write_mail_link(quote, EDITION, SITE + links.write_query(quote.scenario, EDITION))
    assert address.startswith("mailto:contact@normand-esante.fr?subject=Demande%20de%20devis")
    assert len(address) <= MOST_ENCODED
    assert f"Première année : {quote.first_year}. Chaque année suivante : {quote.following_years}" in body(address)


@given(scenarios())
def test_any_scenario_fits_and_keeps_its_figures_and_no_name_adds_a_field(scenario):
    quote = price(scenario, EDITION)
    address = write_mail_link(quote, EDITION, SITE + links.write_query(scenario, EDITION))
    assert len(address) <= MOST_ENCODED
    assert str(quote.first_year) in body(address)
    assert set(parse_qs(urlsplit(address).query)) == {"subject", "body"}
    assert "\n" not in address


SUPPOSED = "Ces montants supposent d'autres tarifs que ceux en vigueur."
LONG = (
    "Établissement public de santé mentale et d'hébergement pour personnes âgées dépendantes de la vallée de la Risle"
)
EVERYTHING = {
    "categorie": "autre-es",
    "options": {option: {} for option in EDITION.options},  # this category may take all of the 16
    "tarifs": {"contribution-autre-es": "900"},
    "lectures": {"R4": "par-etablissement"},
}


def mailed(quote) -> str:
    address = write_mail_link(quote, EDITION, SITE + links.write_query(quote.scenario, EDITION))
    assert len(address) <= MOST_ENCODED
    return address


def test_the_mail_says_how_many_of_an_option_and_a_shorter_first_year():
    options = {"rssi": {"quantite": 10, "rythme": "annuel"}}
    quote = quoted({"categorie": "autre-es", "mois_premiere_annee": 3, "options": options})
    asked_for = "Responsable de la sécurité (RSSI) NeS, 10 jours, chaque année · première année : 3 mois."
    assert asked_for in body(mailed(quote))
    assert asked_for in asked(quote)


def test_the_mail_says_the_readings_and_the_taxes_under_its_figures():
    quote = quoted({"categorie": "esms", "lectures": {"R4": "par-etablissement"}, "options": {"dpm": {}}})
    text = plain(body(mailed(quote))).replace("\r", "")
    # Once 4.05, and 100.00 a year for its only establishment; DPM, 20.00 × 12 = 240.00
    assert (
        "Première année : 344,05 €. Chaque année suivante : 340,00 €.\n"
        "Autre lecture choisie : R4.\n"
        "Totaux en partie hors taxes, le reste sans taxe précisée."
    ) in text


@pytest.mark.parametrize(
    ("name", "kept"), [(LONG, LONG), ("🏥" * 119, f"{'🏥' * 16}…")], ids=["long", "emoji"]
)  # 200 / 12
def test_a_mail_of_many_options_counts_them_and_keeps_what_its_amounts_suppose(name, kept):
    address = mailed(quoted({**EVERYTHING, "libelle": name}))
    text = plain(body(address))
    for said in (
        f"vous demandons un devis pour : {kept} (collège A).",
        "Ce que nous avons chiffré : Autre établissement de santé · 1 adhérent · 1 établissement · 16 options.",
        SUPPOSED,
        "d'après : Catalogue 2026",
        "Autre lecture choisie : R4.",
        "Totaux en partie hors taxes, le reste sans taxe précisée.",
    ):
        assert said in text
    assert parse_qs(urlsplit(address).query)["subject"] == [f"Demande de devis : {kept} (collège A)"]


def test_a_long_name_is_cut_before_the_options_are_counted():
    quote = quoted({"libelle": "🏥" * 120, "categorie": "esms", "options": {"dpm": {}}})
    text = body(write_mail_link(quote, EDITION, link=""))
    assert f"{'🏥' * 16}… (collège C)" in text  # 16 × 12 characters once encoded, of 200
    assert "Registre RGPD (DPM, Data Privacy Manager)" in text


@pytest.mark.parametrize("category", EDITION.categories)
def test_the_longest_request_of_any_category_fits_with_its_warnings(category):
    readings = {doubt.id: doubt.others[-1].id for doubt in EDITION.doubts if doubt.others}
    most = {
        "libelle": "🏥" * 120,
        "categorie": category,
        **dict.fromkeys(("adherents", "etablissements", "etablissements_medico_sociaux", "structures"), 10_000),
        "mois_premiere_annee": 3,
        "hausse_annuelle": "12.55",
        "lectures": readings,
        "tarifs": {"capital-chu": "900"},
    }
    takable = [id_ for id_, offer in apply_readings(EDITION, readings).options.items() if offer.available_to(category)]
    scenario = Scenario.model_validate({**most, "options": {option: {} for option in takable}})
    text = body(mailed(price(scenario, EDITION, [EDITION])))
    for said in (f"{len(takable)} option", SUPPOSED, "Autres lectures choisies", "aux tarifs de l'édition 2026"):
        assert said in text
