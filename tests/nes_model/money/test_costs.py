"""What is paid in the first year and in each following one."""

from decimal import Decimal

from nes_model.money import Amount, Costs, total_costs


def test_costs_are_added_compared_and_taxed_year_by_year_and_end_by_end():
    day = Costs(Amount(Decimal(715), Decimal(815)), Amount.zero())
    fee = Costs(Amount.exactly("104.05"), Amount.exactly(100))
    both = Costs(Amount(Decimal("819.05"), Decimal("919.05")), Amount.exactly(100))
    assert total_costs([day, fee]) == both
    assert both - fee == day
    assert day.incl_vat(Decimal(20)) == Costs(Amount(Decimal(858), Decimal(978)), Amount.zero())  # 715 × 1.2, 815 × 1.2
    assert Costs.of_ends(*both.ends) == both


def test_what_costs_something_in_one_of_the_two_is_not_nothing():
    assert Costs(Amount.zero(), Amount.exactly(100))
    assert Costs(Amount.exactly(100), Amount.zero())
    assert not total_costs([])


def test_costs_are_shared_out_end_by_end():
    shared = Costs(Amount(Decimal(6), Decimal(9)), Amount.exactly(30)) / 3
    assert shared == Costs(Amount(Decimal(2), Decimal(3)), Amount.exactly(10))
