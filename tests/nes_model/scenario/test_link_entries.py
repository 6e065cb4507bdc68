"""The lists of a link: what parts two entries, what belongs to one, and what each may be called."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest

from nes_model.money import Amount
from nes_model.pricing.rule import price
from nes_model.scenario import link as links
from nes_model.scenario.scenario import Scenario
from tests.nes_model.links import read_link
from tests.nes_model.strategies import EDITION

DEFAULT = "esms"


def read(word: str, text: str) -> links.ParsedLink:
    return read_link(urlencode({"categorie": "esms", word: text}), DEFAULT)


@pytest.mark.parametrize(
    "written", ["120 à 130", "120 - 130", "120 – 130", "120,00 € à 130,00 €", "120- 130", "120 -130"]
)
def test_a_range_is_read_as_the_pages_write_it(written):
    reading = read("tarifs", f"contribution-esms~{written}, capital-esms~4")
    assert reading.problems == ()
    assert reading.checked.scenario.tariffs == {
        "contribution-esms": Amount(Decimal(120), Decimal(130)),
        "capital-esms": Amount.exactly(4),
    }
    assert price(reading.checked.scenario, EDITION).first_year == Amount(
        Decimal("124.00"), Decimal("134.00")
    )  # 4 + 120 or 130


def test_an_amount_may_have_its_sign():
    assert read("tarifs", "contribution-esms~120,50 €").checked.scenario.tariffs == {
        "contribution-esms": Amount.exactly("120.50")
    }


@pytest.mark.parametrize(
    "written", ["120 et 130", "120 ou 130", "120 à", "120 -", "120 à 130 à 140", "1 200 à 1 300", "120 euros et 130"]
)
def test_an_amount_that_is_no_range_is_refused_whole_as_it_was_written(written):
    reading = read("tarifs", f"contribution-esms~{written}")
    assert reading.checked.scenario.tariffs == {}
    (problem,) = reading.problems
    assert problem.startswith(f"Contribution annuelle : « {written} » n'est pas un nombre positif")


@pytest.mark.parametrize("written", ["2 à 3", "2 - 3", "2 – 3", "2 ou 3", "2 €"])
def test_a_quantity_that_is_no_number_is_refused_whole_and_the_next_option_kept(written):
    reading = read("options", f"rssi~{written} dpm")
    assert reading.checked.scenario.options["rssi"].quantity is None
    assert "dpm" in reading.checked.scenario.options
    (problem,) = reading.problems
    assert f"« Nombre de jours » : « {written} » n'est pas un nombre" in problem


def test_a_plus_sign_that_was_encoded_still_parts_two_options():
    reading = read("options", "pack-complementaire+dpm")
    assert list(reading.checked.scenario.options) == ["pack-complementaire", "dpm"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("word", "written", "id_"),
    [
        ("options", "Pack-Complementaire", "pack-complementaire"),
        ("options", "pack-complémentaire", "pack-complementaire"),
        ("tarifs", "Contribution-ESMS~120", "contribution-esms"),
    ],
)
def test_a_name_is_read_whatever_its_case_and_accents(word, written, id_):
    reading = read(word, written)
    assert list(reading.checked.scenario.model_dump(by_alias=True)[word]) == [id_]
    assert reading.problems == ()


def test_a_reading_is_found_whatever_its_case():
    reading = read_link("categorie=chu&lectures=r1~sans-virgule", DEFAULT)
    assert reading.checked.scenario == Scenario(category="chu", readings={"R1": "sans-virgule"})
    assert reading.problems == ()


def test_a_name_in_two_cases_is_given_twice():
    reading = read("options", "dpm DPM")
    assert list(reading.checked.scenario.options) == ["dpm"]
    assert reading.problems == ("« dpm » est donné plusieurs fois. La première valeur est utilisée.",)


def test_capitals_of_an_unknown_name_are_what_is_told():
    (problem,) = read("options", "Pack-Zut").problems
    assert "Écrivez des minuscules sans accent" in problem
