"""How a line and a price are said in French."""

from decimal import Decimal

import pytest

from nes_model.catalogue.charge import Basis
from nes_model.catalogue.wording import format_quantity, name_unit, write_tariff
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


@pytest.mark.parametrize(
    ("per", "quantity", "said"),
    [
        (Basis.MEMBER, 1, "1 adhérent"),
        (Basis.ESTABLISHMENT, 3, "3 établissements"),
        (Basis.USER, 1200, "1\u202f200 utilisateurs"),
        (Basis.STRUCTURE, 2, "2 structures"),
        (Basis.CONNECTED_ESTABLISHMENT, 2, "2 établissements raccordés"),
        (Basis.DAY, Decimal("1.5"), "1,5 jour"),
        (Basis.DAY, Decimal("2.50"), "2,5 jours"),
        (Basis.HOUR, Decimal("0.25"), "0,25 heure"),
        (Basis.SESSION, 2, "2 sessions"),
    ],
)
def test_french_has_a_plural_from_two_on(per, quantity, said):
    assert format_quantity(per, quantity) == said
    assert said.endswith((name_unit(per), "s"))


def explanations(**words: object) -> dict[str, str]:
    quote = price(Scenario.model_validate(words), EDITION)
    return {line.id: line.explanation.replace("\u00a0", " ").replace("\u202f", " ") for line in quote.lines}


def test_each_line_shows_its_multiplication():
    found = explanations(
        categorie="chu",
        etablissements=3,
        mois_premiere_annee=6,
        options={
            "pack-complementaire": {},
            "imagerie": {"quantite": 2},
            "dpm": {},
            "referent-medical": {"quantite": "1,5", "rythme": "annuel"},
            "securnes-mutualisee": {},
        },
    )
    months = "× 6 mois la première année, 12 mois ensuite"
    assert found == {
        "capital-chu": "1 adhérent × 16,85 € (revu par l'assemblée générale selon le nombre de membres du collège)",
        "contribution-chu": "1 adhérent × 5 000,00 €",
        "pack-chu": f"3 établissements × 600,00 € {months}",
        "imagerie-installation": "2 établissements raccordés × 3 600,00 €",
        "imagerie-abonnement": f"2 établissements raccordés × 200,00 € {months}",
        "dpm-chu": f"1 adhérent × 50,00 € HT {months}",
        "securnes-mutualisee": "Gratuit, financé par l'ARS Normandie",
        "referent-medical": "1,5 jour × 715,00 € à 815,00 € (un jour compte 7 heures), chaque année",
    }


@pytest.mark.parametrize(
    ("asked", "line", "said"),
    [
        ({"categorie": "cst", "lectures": {"R3": "cent-euros"}}, "contribution-cst", "1 adhérent × 100,00 €"),
        ({"categorie": "part", "tarifs": {"capital-part": "10"}}, "capital-part", "1 adhérent × 10,00 €"),
        (
            {"options": {"securnes-mutualisee": {}}, "tarifs": {"securnes-mutualisee": "100"}},
            "securnes-mutualisee",
            "1 adhérent × 100,00 €",
        ),
        (
            {"options": {"chef-de-projet": {"quantite": 10}}, "tarifs": {"chef-de-projet": "0"}},
            "chef-de-projet",
            "10 jours × 0,00 €",
        ),
        (
            {"options": {"chef-de-projet": {"quantite": 10}}, "tarifs": {"chef-de-projet": "400"}},
            "chef-de-projet",
            "10 jours × 400,00 € (un jour compte 7 heures)",
        ),
    ],
)
def test_another_amount_is_not_explained_by_what_was_said_of_the_first(asked, line, said):
    assert explanations(**({"categorie": "esms"} | asked))[line] == said


@pytest.mark.parametrize(
    ("option", "category", "said"),
    [
        ("pack-complementaire", "esms", "100,00 € par établissement et par mois"),
        (
            "pack-complementaire",
            "ville",
            "10,00 € par utilisateur et par mois ou 100,00 € par structure et par mois",
        ),
        (
            "imagerie",
            "chu",
            "3 600,00 € par établissement raccordé, une fois + 200,00 € par établissement raccordé et par mois",
        ),
        ("dpm", "rst", "20,00 € HT par adhérent et par mois"),
        ("referent-medical", "chu", "715,00 € à 815,00 € par jour (un jour compte 7 heures)"),
        ("prise-en-main", "cst", "90,00 € par heure"),
        ("securnes-mutualisee", "esms", "gratuit, financé par l'ARS Normandie"),
        ("securnes-autonome", "esms", "tarif non publié"),
        ("creation-site", "esms", "sur devis, en jours-homme"),
    ],
)
def test_an_option_shows_its_price_for_a_category(option, category, said):
    found = write_tariff(EDITION.options[option].billed_to(category))
    assert found.replace("\u00a0", " ").replace("\u202f", " ") == said


def test_a_yearly_price_says_so():
    adhesion = next(offer for offer in EDITION.offers if offer.id == "adhesion")
    assert write_tariff(adhesion.billed_to("esms")).endswith("100,00\u00a0€ par adhérent et par an")
