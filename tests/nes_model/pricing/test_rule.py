"""The one rule, on charges made for the test."""

from decimal import Decimal

import pytest

from nes_model.catalogue.edition import Edition
from nes_model.pricing.rule import price
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def edition_with(*tariffs: dict[str, object], taking: str = "obligatoire") -> Edition:
    """An edition whose only offer holds these charges."""
    offer = {"id": "offre", "libelle": "Offre", "groupe": "g", "souscription": taking, "source": "test"}
    return Edition.model_validate(
        {
            "edition": {
                "id": "x",
                "libelle": "X",
                "document": "d",
                "en-vigueur": "v",
                "taux-tva": "20",
                "contact": "c",
            },
            "groupes": [{"id": "g", "libelle": "G"}],
            "colleges": [
                {"id": "A", "libelle": "A", "sigle": "A", "categories": [{"id": "c", "libelle": "C", "membres": "m"}]}
            ],
            "prestations": [offer | {"tarifs": list(tariffs)}],
            "demarches": {"source": "s", "etapes": [], "contacts": []},
        }
    )


def charge(identifier: str = "t", **words: str | dict[str, str]) -> dict[str, object]:
    return {
        "id": identifier,
        "libelle": "T",
        "pour": "tous",
        "montant": "100.00",
        "par": "adherent",
        "rythme": "annuel",
    } | words


def scenario(**words: object) -> Scenario:
    return Scenario.model_validate({"categorie": "c"} | words)


def ends(amount):
    return str(amount.low), str(amount.high)


@pytest.mark.parametrize(
    ("every", "first_year", "following_years"),
    [("une-fois", "100.00", "0"), ("mensuel", "500.00", "1200.00"), ("annuel", "100.00", "100.00")],
)
def test_a_cadence_says_what_the_first_year_and_the_others_cost(every, first_year, following_years):
    quote = price(scenario(mois_premiere_annee=5), edition_with(charge(rythme=every)))
    assert quote.first_year.low == Decimal(first_year)
    assert quote.following_years.low == Decimal(following_years)


@pytest.mark.parametrize(
    ("per", "quantity"),
    [
        ("adherent", 2),
        ("etablissement", 3),
        ("utilisateur", 5),
        ("structure", 7),
        ("etablissement-raccorde", 3),
        ("jour", 1),
    ],
)
def test_a_charge_is_counted_by_its_basis(per, quantity):
    asked = scenario(adherents=2, etablissements=3, utilisateurs=5, structures=7)
    assert price(asked, edition_with(charge(par=per))).first_year.low == 100 * quantity


def test_a_prorated_charge_is_due_for_the_months_left_in_the_first_year_only():
    quote = price(scenario(mois_premiere_annee=7), edition_with(charge(prorata="oui")))
    assert ends(quote.first_year) == ("58.33", "58.33")  # 100 × 7 / 12 = 58.333…
    assert ends(quote.following_years) == ("100.00", "100.00")


def test_a_range_keeps_both_ends():
    quote = price(scenario(), edition_with(charge(montant={"min": "715.00", "max": "815.00"})))
    assert ends(quote.first_year) == ("715.00", "815.00")


def test_what_has_no_price_is_listed_with_its_reason_and_costs_nothing_in_totals():
    unpriced = charge() | {"non-chiffre": "sur devis"}
    del unpriced["montant"]
    quote = price(scenario(), edition_with(unpriced, charge("u")))
    assert [(each.id, each.reason) for each in quote.unpriced] == [("t", "sur devis")]
    assert [line.id for line in quote.lines] == ["u"]
    assert quote.first_year.low == 100


def test_what_has_no_price_is_known_to_come_back_each_year_or_once():
    options = {option: {} for option in ("securnes-autonome", "creation-site")}
    quote = price(Scenario.model_validate({"categorie": "esms", "options": options}), EDITION)
    recurring = {each.offer.id: each.recurs for each in quote.unpriced}
    assert recurring == {"securnes-autonome": True, "creation-site": False}


def test_a_quote_holds_the_edition_as_published_beside_the_one_that_its_readings_make():
    quote = price(Scenario(category="chu", readings={"R1": "sans-virgule"}), EDITION)
    assert quote.checked.published is EDITION
    assert quote.edition != EDITION


def test_users_that_were_not_given_have_no_price_rather_than_a_free_one():
    quote = price(scenario(utilisateurs=0), edition_with(charge(par="utilisateur")))
    assert not quote.lines
    assert quote.unpriced[0].reason == "nombre d'utilisateurs à indiquer"
    assert quote.unpriced[0].offer.id == "offre"


def test_a_charge_already_within_another_is_not_billed():
    quote = price(scenario(), edition_with(charge(facture="non"), charge("u")))
    assert [line.id for line in quote.lines] == ["u"]


def test_an_amount_without_vat_shows_the_amount_with_it():
    line = price(scenario(), edition_with(charge(montant="12.34", taxe="HT"))).lines[0]
    assert ends(line.costs_incl_vat.first_year) == ("14.81", "14.81")  # 12.34 × 1.20 = 14.808


CHOICE = {
    "pour": "tous",
    "au-choix": [
        {"id": "user", "libelle": "U", "montant": "10.00", "par": "utilisateur", "rythme": "mensuel"},
        {"id": "structure", "libelle": "S", "montant": "100.00", "par": "structure", "rythme": "mensuel"},
    ],
}


@pytest.mark.parametrize(
    ("users", "structures", "billing", "billed", "why"),
    [
        (8, 1, "auto", "user", "moins cher que 1 structure × 100,00\u00a0€ × 12 mois"),
        (12, 1, "auto", "structure", "moins cher que 12 utilisateurs × 10,00\u00a0€ × 12 mois"),
        (10, 1, "auto", "user", "même prix que 1 structure × 100,00\u00a0€ × 12 mois"),
        (12, 2, "auto", "user", "moins cher que 2 structures × 100,00\u00a0€ × 12 mois"),
        (8, 1, "structure", "structure", "demandé, plus cher que 8 utilisateurs × 10,00\u00a0€ × 12 mois"),
        (12, 1, "utilisateur", "user", "demandé, plus cher que 1 structure × 100,00\u00a0€ × 12 mois"),
        (0, 1, "auto", "structure", "prix par utilisateur : nombre d'utilisateurs à indiquer"),
        (0, 1, "utilisateur", "structure", "prix par utilisateur : nombre d'utilisateurs à indiquer"),
    ],
)
def test_of_two_prices_the_cheaper_is_taken_unless_asked_otherwise_and_it_says_so(
    users, structures, billing, billed, why
):
    asked = scenario(utilisateurs=users, structures=structures, options={"offre": {"facturation": billing}})
    line = price(asked, edition_with(CHOICE, taking="facultative")).lines[0]
    assert line.id == billed
    assert line.explanation.endswith(f"({why})")


def alternatives(*prices: object, per: tuple[str, ...] = ("adherent",) * 3) -> dict[str, object]:
    """A choice between monthly prices; None is one that is not published."""
    charges = []
    for number, (amount, basis) in enumerate(zip(prices, per, strict=False)):
        priced = {"montant": amount} if amount else {"non-chiffre": "sur devis"}
        charges.append({"id": f"c{number}", "libelle": "C", "par": basis, "rythme": "mensuel"} | priced)
    return {"pour": "tous", "au-choix": charges}


def test_a_mandatory_choice_takes_the_cheapest_without_being_asked():
    quote = price(scenario(), edition_with(alternatives("30.00", "10.00", "20.00")))
    assert [line.id for line in quote.lines] == ["c1"]
    assert quote.lines[0].explanation == (
        "1 adhérent × 10,00\u00a0€ × 12 mois (moins cher que 1 adhérent × 30,00\u00a0€ × 12 mois ; "
        "moins cher que 1 adhérent × 20,00\u00a0€ × 12 mois)"
    )


def test_between_ranges_the_one_that_cannot_cost_more_is_taken_and_called_cheaper():
    ranges = alternatives("10.00", {"min": "8.00", "max": "10.00"}, {"min": "1.00", "max": "11.00"})
    line = price(scenario(), edition_with(ranges)).lines[0]
    assert line.id == "c1"
    assert line.explanation.count("moins cher que") == 2
    assert "demandé" not in line.explanation


def test_a_choice_without_any_price_lists_its_first_and_says_why():
    quote = price(scenario(), edition_with(alternatives(None, None)))
    assert [(each.id, each.reason) for each in quote.unpriced] == [("c0", "sur devis")]


def test_a_price_is_preferred_to_none():
    quote = price(scenario(), edition_with(alternatives(None, "10.00", per=("utilisateur", "structure"))))
    assert [line.id for line in quote.lines] == ["c1"]
    assert quote.lines[0].explanation.endswith("(prix par utilisateur : sur devis)")


def test_a_day_may_be_asked_for_every_year():
    edition = edition_with(charge(par="jour", rythme="une-fois") | {"rythme-au-choix": "oui"}, taking="facultative")
    once = price(scenario(options={"offre": {"quantite": "2,5"}}), edition)
    yearly = price(scenario(options={"offre": {"quantite": "2,5", "rythme": "annuel"}}), edition)
    assert (once.first_year.low, once.following_years.low, once.once.low) == (250, 0, 250)
    assert (yearly.first_year.low, yearly.following_years.low, yearly.once.low) == (250, 250, 0)
    assert yearly.lines[0].cadence == "annuel"
    assert once.lines[0].cadence == "une-fois"
    assert yearly.lines[0].explanation == "2,5 jours × 100,00\u00a0€, chaque année"
    assert once.lines[0].explanation == "2,5 jours × 100,00\u00a0€"


def test_an_option_that_nobody_asked_for_is_not_billed():
    assert not price(scenario(), edition_with(charge(), taking="facultative")).lines


def test_a_scenario_that_the_edition_cannot_answer_is_refused_with_every_reason():
    asked = Scenario.model_validate(
        {"categorie": "cst", "options": {"dpm": {}, "rien": {}}, "lectures": {"R99": "x", "R1": "y"}}
    )
    with pytest.raises(InvalidInputError) as refusal:
        price(asked, EDITION)
    assert len(refusal.value.problems) == 4


@pytest.mark.parametrize(
    ("charge_words", "months", "expected"),
    [
        ({"par": "etablissement", "rythme": "mensuel"}, 12, "3 établissements × 100,00\u00a0€ × 12 mois"),
        (
            {"par": "etablissement", "rythme": "mensuel"},
            6,
            "3 établissements × 100,00\u00a0€ × 6 mois la première année, 12 mois ensuite",
        ),
        ({"taxe": "HT"}, 12, "1 adhérent × 100,00\u00a0€\u00a0HT"),
        ({"prorata": "oui"}, 6, "1 adhérent × 100,00\u00a0€ × 6/12 la première année, en entier ensuite"),
        ({"prorata": "oui"}, 12, "1 adhérent × 100,00\u00a0€"),
        ({"montant": "0.00", "mention": "gratuit"}, 12, "Gratuit"),
    ],
)
def test_a_line_says_its_formula_in_french(charge_words, months, expected):
    asked = scenario(etablissements=3, mois_premiere_annee=months)
    assert price(asked, edition_with(charge(**charge_words))).lines[0].explanation == expected
