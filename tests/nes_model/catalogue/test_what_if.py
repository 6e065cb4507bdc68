"""What-ifs: supposed amounts, and how they are named."""

from decimal import Decimal

import pytest

from nes_model.money import Amount
from nes_model.pricing.rule import price
from nes_model.pricing.sentences import write_notes
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def quote(**words: object):
    return price(Scenario.model_validate({"categorie": "esms"} | words), EDITION)


def test_a_supposed_amount_is_priced_in_place_of_the_edition_s():
    supposed = quote(tarifs={"contribution-esms": "120.00"})
    assert supposed.first_year == Amount.exactly("124.05")  # 4.05 + 120.00
    assert supposed.following_years == Amount.exactly("120.00")


def test_it_is_named_in_the_quote_and_in_the_source_of_its_line():
    supposed = quote(tarifs={"contribution-esms": "120.00"})
    assert [str(each) for each in supposed.what_ifs] == [
        "Contribution annuelle (EHPAD, SSIAD, MAS…) : 120,00\u00a0€ au lieu de 100,00\u00a0€"
    ]
    assert write_notes(supposed)[0].startswith(
        "Simulation de tarif, et non le tarif en vigueur : Contribution annuelle"
    )
    line = next(line for line in supposed.lines if line.id == "contribution-esms")
    assert line.source.startswith("Simulation de tarif, au lieu de 100,00\u00a0€ (")


def test_the_published_amount_supposed_again_is_no_simulation():
    assert quote(tarifs={"contribution-esms": "100.00"}).what_ifs == ()


def test_it_is_named_even_where_it_does_not_count_for_this_category():
    assert len(quote(tarifs={"contribution-chu": "6000.00"}).what_ifs) == 1


def test_a_price_can_be_supposed_where_the_edition_has_none():
    supposed = quote(options={"securnes-autonome": {}}, tarifs={"securnes-autonome": {"min": "500", "max": "800"}})
    # 4.05 + 100.00 + 500.00, 4.05 + 100.00 + 800.00
    assert (supposed.first_year.low, supposed.first_year.high) == (Decimal("604.05"), Decimal("904.05"))
    assert not supposed.unpriced
    assert "au lieu de tarif non publié" in str(supposed.what_ifs[0])


def test_a_supposition_stands_over_a_reading():
    supposed = quote(categorie="chu", lectures={"R1": "sans-virgule"}, tarifs={"capital-chu": "20.00"})
    assert supposed.refundable == Amount.exactly("20.00")
    assert "au lieu de 1\u202f685,00\u00a0€" in str(supposed.what_ifs[0])


def test_an_unknown_charge_is_refused_by_name():
    with pytest.raises(InvalidInputError, match=r"« contribution-esm » n'est pas un tarif\. Vouliez-vous dire"):
        quote(tarifs={"contribution-esm": "120.00"})
