"""A scenario as a link, and what a link that cannot be understood says."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.money import Amount
from nes_model.pricing.rule import price
from nes_model.scenario import link as links
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.link_entries import parse_entries
from nes_model.scenario.scenario import Scenario
from tests.nes_model.links import read_link
from tests.nes_model.strategies import EDITION

DEFAULT = Scenario(category="esms")


def read(query: str) -> links.ParsedLink:
    return read_link(query, DEFAULT.category)


def understood(scenario: Scenario) -> links.ParsedLink:
    """A link that asks for that, and of which nothing is told."""
    return links.ParsedLink(check_or_raise(scenario, EDITION))


def test_a_link_is_readable():
    scenario = Scenario.model_validate(
        {
            "categorie": "chu",
            "etablissements": 5,
            "options": {"imagerie": {"quantite": 2}, "rssi": {"quantite": "2,5", "rythme": "annuel"}},
            "lectures": {"R1": "sans-virgule"},
        }
    )
    assert links.write_query(scenario, EDITION) == (
        "edition=2026&categorie=chu&etablissements=5&options=imagerie~2+rssi~2.5~annuel&lectures=R1~sans-virgule"
    )


def test_a_simulated_tariff_travels_in_the_link():
    scenario = Scenario.model_validate(
        {"categorie": "esms", "tarifs": {"contribution-esms": "120.00", "coordination": {"min": "300", "max": "350"}}}
    )
    query = links.write_query(scenario, EDITION)
    assert query == "edition=2026&categorie=esms&tarifs=contribution-esms~120.00+coordination~300-350"
    assert read(query) == understood(scenario)


def test_an_empty_link_is_the_default_and_says_nothing():
    assert read("") == understood(DEFAULT)


def test_a_hand_written_link_may_use_other_separators():
    scenario = read("categorie=autre-es&options=pack-complementaire,imagerie:2;dpm").checked.scenario
    assert list(scenario.options) == ["pack-complementaire", "imagerie", "dpm"]
    assert scenario.options["imagerie"].quantity == 2


@pytest.mark.parametrize(
    ("query", "kept", "said"),
    [
        ("categorie=clinique", {"categorie": "esms"}, "« clinique » n'est pas une catégorie."),
        ("etablissements=3", {"categorie": "esms", "etablissements": 3}, "Le lien ne dit pas la catégorie."),
        ("categorie=chu&etablissements=abc", {"categorie": "chu"}, "« abc » n'est pas un nombre entier positif."),
        ("categorie=chu&etablissements=0", {"categorie": "chu"}, "au moins 1. Valeur utilisée : 1."),
        ("categorie=chu&horizon=99", {"categorie": "chu"}, "« 99 » est trop grand : au plus 10. Valeur utilisée : 5."),
        ("categorie=chu&hausse_annuelle=1e3", {"categorie": "chu"}, "Valeur utilisée : 0."),
        ("categorie=chu&categorie=esms", {"categorie": "chu"}, "« categorie » est donné 2 fois."),
        ("categorie=chu&edition=2031", {"categorie": "chu"}, "Montants calculés avec l'édition 2026."),
        ("categorie=chu&etablissement=3", {"categorie": "chu"}, "Vouliez-vous dire « etablissements » ?"),
        ("categorie=cst&options=dpm", {"categorie": "cst"}, "Option laissée de côté."),
        ("categorie=cst&options=pack", {"categorie": "cst"}, "Vouliez-vous dire « pack-complementaire » ?"),
        ("categorie=esms&options=dpm+dpm", {"categorie": "esms", "options": {"dpm": {}}}, "donné plusieurs fois."),
        ("categorie=esms&options=rssi~0", {"categorie": "esms", "options": {"rssi": {}}}, "Valeur utilisée : 1."),
        ("categorie=esms&lectures=R1~zut", {"categorie": "esms"}, "Lecture retenue utilisée."),
        ("categorie=esms&tarifs=contribution-esm~9", {"categorie": "esms"}, "dire « contribution-esms » ?"),
        ("categorie=esms&tarifs=contribution-esms~x", {"categorie": "esms"}, "Montant de l'édition utilisé."),
        ("categorie=esms&tarifs=contribution-esms~9-3", {"categorie": "esms"}, "un « min » plus grand que son « max »"),
        ("categorie=esms&libelle=" + "x" * 121, {"categorie": "esms"}, "est trop long : 120 caractères au plus."),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_with_what_stands_in_its_place(query, kept, said):
    reading = read(query)
    assert reading.checked.scenario == Scenario.model_validate(kept)
    assert any(said in problem for problem in reading.problems), reading.problems


@pytest.mark.parametrize("asked", [{"categorie": ["esms"]}, {"categorie": ["zut"]}, {}])
def test_an_edition_without_the_usual_default_falls_back_to_its_first_category(asked):
    others = tuple(college for college in EDITION.colleges if college.id != "C")
    reading = links.parse_parameters(asked, EDITION.model_copy(update={"colleges": others}), "esms")
    assert reading.checked.scenario == Scenario(category="chu")
    assert bool(reading.problems) == bool(asked)


def test_an_ampersand_of_a_page_s_source_is_read_as_one():
    # 4.05 + 100.00 + a pack of 3 sites × 100.00 × 12 months
    asked = {"categorie": ["esms"], "amp;etablissements": ["3"], "amp;options": ["pack-complementaire"]}
    reading = links.parse_parameters(asked, EDITION, "chu")
    assert reading.problems == ()
    assert price(reading.checked.scenario, EDITION).first_year.low == Decimal("3704.05")


@pytest.mark.parametrize(("written", "category"), [("Chu", "chu"), ("MSP", "ville"), ("soins de ville", "ville")])
def test_a_link_may_name_a_category_as_people_do(written, category):
    assert links.parse_parameters({"categorie": [written]}, EDITION, "esms") == understood(Scenario(category=category))


@pytest.mark.parametrize(
    ("query", "first_year"),
    [
        # 4.05 + 100.00 + 2.5 days × 445.00
        ("etablissements=3&options=chef-de-projet~2,5", "1216.55"),
        ("etablissements=3&options=chef-de-projet~2.5", "1216.55"),
        # and a pack of 1 site × 100.00 × 12 months
        ("options=chef-de-projet~2,5,pack-complementaire", "2416.55"),
        ("options=pack-complementaire,chef-de-projet~2,5", "2416.55"),
        ("options=pack-complementaire;chef-de-projet:2,5", "2416.55"),
        ("tarifs=contribution-esms~120,50", "124.55"),  # 4.05 + 120.50
        ("tarifs=contribution-esms~120.5", "124.55"),
        ("tarifs=contribution-esms~120,50,capital-esms~4", "124.50"),  # 4.00 + 120.50
        ("tarifs=capital-esms~4,contribution-esms~120,50", "124.50"),
    ],
)
def test_a_number_with_a_decimal_comma_is_read_whole(query, first_year):
    reading = read(f"categorie=esms&{query}")
    assert reading.problems == ()
    assert price(reading.checked.scenario, EDITION).first_year.low == Decimal(first_year)


@pytest.mark.parametrize(
    "amount", ["1 200,50", "1\u202f200,50", "1,200.50", "1.200,50", "120,50,3", "120abc", "12 0", "120,", "12,5,"]
)
def test_an_amount_that_cannot_be_read_whole_is_dropped_whole_and_told(amount):
    reading = read(urlencode({"categorie": "esms", "tarifs": f"contribution-esms~{amount}"}))
    if reading.problems:
        assert reading.checked.scenario.tariffs == {}
        assert len(reading.problems) == 1
    else:  # what is written after a last comma is nothing: 120 or 12.5 is the whole number
        assert amount.endswith(",")
        assert str(reading.checked.scenario.tariffs["contribution-esms"].low) == amount[:-1].replace(",", ".")


@given(st.decimals(min_value="0.01", max_value="9999.99", places=2), st.sampled_from(".,"), st.sampled_from(" ,;"))
def test_every_number_of_a_link_is_read_whole_whatever_its_comma_and_what_is_beside_it(amount, comma, between):
    written = f"{amount:f}".replace(".", comma)
    query = {"categorie": "esms", "tarifs": f"contribution-esms~{written}{between}capital-esms~{written}"}
    assert read(urlencode(query)).checked.scenario.tariffs == {
        "contribution-esms": Amount.exactly(amount),
        "capital-esms": Amount.exactly(amount),
    }


@pytest.mark.parametrize(("option", "category"), [("A.B~0", "esms"), ("dpm~0", "cst"), ("inconnue~0", "esms")])
def test_of_an_option_that_is_left_out_whole_no_detail_is_said_to_be_used(option, category):
    reading = read(f"categorie={category}&options={option}")
    assert reading.checked.scenario == Scenario(category=category)
    assert len(reading.problems) == 2
    assert all(each.endswith("Option laissée de côté.") for each in reading.problems)


def test_of_too_many_tariffs_none_is_taken_and_it_is_said_in_words():
    tariffs = " ".join(f"contribution-esms-{index}~1" for index in range(201))
    reading = read(urlencode({"categorie": "esms", "tarifs": tariffs}))
    assert reading.checked.scenario == DEFAULT
    (problem,) = reading.problems
    assert problem.endswith("200 au plus. Montant de l'édition utilisé.")


def test_what_is_too_long_to_be_a_number_is_not_put_together_with_what_follows():
    entries, _ = parse_entries("tarifs", f"contribution-esms~{'1' * 200} 5")
    assert list(entries) == ["contribution-esms", "5"]


@pytest.mark.parametrize("word", ["options", "lectures", "tarifs"])
def test_a_list_that_was_cut_off_is_told(word):
    reading = read(f"categorie=esms&{word}=")
    assert reading.checked.scenario == DEFAULT
    assert reading.problems == (f"« {word} » est vide : ce lien a peut-être été coupé. Demandez-le de nouveau.",)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("options=www.evil", "options : « www.evil » n'est pas un identifiant."),
        ("lectures=R.1~x", "lectures : « R.1 » n'est pas un identifiant."),
        ("tarifs=a.b~3", "tarifs : « a.b » n'est pas un identifiant."),
    ],
)
def test_a_name_that_cannot_be_one_is_cited_under_its_word(query, said):
    (problem,) = read(f"categorie=esms&{query}").problems
    assert problem.startswith(said)


def test_what_a_mail_program_adds_is_not_spoken_of():
    assert read("categorie=chu&utm_source=lettre&fbclid=1&gclid=2") == understood(Scenario(category="chu"))


@pytest.mark.parametrize("name", ["EHPAD", "ehpad", "Ssiad"])
def test_a_category_goes_by_its_usual_names(name):
    assert read(f"categorie={name}") == understood(DEFAULT)


@pytest.mark.parametrize("written", ["1~2", "1~annuel~2", "2,5~3"])
def test_a_quantity_given_twice_is_refused_not_chosen_from(written):
    reading = read(f"categorie=esms&options=chef-de-projet~{written}")
    assert reading.checked.scenario.options["chef-de-projet"].quantity is None
    assert "« Nombre de jours »" in reading.problems[0]
    assert reading.problems[0].endswith("Valeur utilisée : 1.")


def test_an_amount_below_zero_is_refused_as_it_was_written():
    (problem,) = read("categorie=esms&tarifs=contribution-esms~-5").problems
    assert problem.startswith("Contribution annuelle : « -5 » n'est pas un nombre positif")
