"""The readings and supposed amounts of a whole group: from a command line, from an address, and in the price."""

import pytest

from nes_model.group.group import price_group
from nes_model.group.organisations import read_organisations
from nes_model.group.terms import Terms, parse_address, parse_terms, write_address
from nes_model.money import Amount
from nes_model.problems import InvalidInputError
from tests.nes_model.arithmetic import worked
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import plain

TERMS = Terms({"R1": "sans-virgule"}, {"contribution-esms": worked("120.00")})


def test_the_whole_group_is_priced_under_them():
    organisations = read_organisations(b"categorie\nchu\nesms\n", EDITION, TERMS)
    # a capital of 1685 instead of 16.85, with 5000; 4.05 with a contribution of 120
    assert price_group(organisations, EDITION).consolidation.whole.first_year == worked("1685 + 5000 + 4.05 + 120")


def test_words_of_a_command_line_are_read():
    assert parse_terms(["R1=sans-virgule"], ["contribution-esms=120"], EDITION) == TERMS


@pytest.mark.parametrize("typed", ["1700-1800", "1700 à 1800", "1 700,00 € à 1 800,00 €", "1700 – 1800"])
def test_a_range_on_a_command_line_is_read_as_it_is_typed_in_the_page(typed):
    assert parse_terms([], [f"referent-medical={typed}"], EDITION).tariffs == {
        "referent-medical": Amount(worked("1700").low, worked("1800").low)
    }


@pytest.mark.parametrize(
    ("readings", "tariffs", "sentence"),
    [
        (["R1"], [], "« R1 » ne se lit pas. Écrivez par exemple R1=sans-virgule."),
        ([], ["contribution-esms"], "Écrivez par exemple contribution-esms=120,00."),
        (["R99=x"], [], "« R99 » n'est pas un point à confirmer."),
        (["R1=zut"], [], "« zut » n'est pas une lecture de R1."),
        ([], ["contribution-ems=1"], "« contribution-ems » n'est pas un tarif."),
        ([], ["contribution-esms=-5"], "« -5 » n'est pas un nombre positif"),
        (["R1=retenue", "R1=sans-virgule"], [], "« R1 » est donné deux fois. Gardez-en un."),
    ],
)  # fmt: skip
def test_a_word_that_cannot_be_read_is_said(readings, tariffs, sentence):
    with pytest.raises(InvalidInputError) as error:
        parse_terms(readings, tariffs, EDITION)
    assert sentence in plain(str(error.value))


def test_an_address_holds_them_and_gives_them_back():
    words = write_address(TERMS, EDITION)
    assert set(words) == {"lectures", "tarifs"}
    assert parse_address({word: [text] for word, text in words.items()}, EDITION) == (TERMS, ())
    assert write_address(Terms(), EDITION) == {}


def test_what_of_an_address_cannot_be_read_is_told_and_the_rest_is_used():
    terms, told = parse_address({"lectures": ["R1~sans-virgule R99~x"]}, EDITION)
    assert terms == Terms({"R1": "sans-virgule"})
    assert "« R99 » n'est pas un point à confirmer" in plain(" ".join(told))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"Tarifs": ["contribution-esms~120"]}, "« Tarifs » n'est pas connu, il est ignoré. Vouliez"),
        ({"lecture": ["R1~sans-virgule"]}, "« lecture » n'est pas connu, il est ignoré. Vouliez"),
        ({"edition": ["2031"]}, "L'édition « 2031 » n'est pas disponible ici. Montants calculés avec l'édition 2026."),
        ({"lectures": [""]}, "« lectures » est vide : ce lien a peut-être été coupé. Demandez-le de nouveau."),
        ({"tarifs": ["contribution-esms~120", "contribution-chu~5"]}, "« tarifs » est donné 2 fois."),
        ({"etablissements": ["3"]}, "« etablissements » se dit de chaque organisation"),
        ({"categorie": ["chu"]}, "« categorie » se dit de chaque organisation"),
    ],
)  # fmt: skip
def test_a_word_of_an_address_that_is_not_used_is_told(words, sentence):
    _, told = parse_address(words, EDITION)
    assert len(told) == 1
    assert sentence in plain(told[0])
