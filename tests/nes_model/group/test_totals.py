"""What many organisations cost together is the sum of what each costs."""

from hypothesis import given
from hypothesis import strategies as st

from nes_model.group.totals import Consolidation, consolidate
from nes_model.money import Amount, total
from nes_model.pricing.rule import price
from nes_model.pricing.vectorised import price_batch
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios


def consolidated(*asked: Scenario) -> Consolidation:
    return consolidate(asked, price_batch(asked, EDITION), EDITION)


def scenario(**words: object) -> Scenario:
    return Scenario.model_validate(words)


HOSPITAL = scenario(categorie="autre-es", options={"dpm": {}, "securnes-autonome": {}})
HOME = scenario(categorie="esms", etablissements=3, options={"pack-complementaire": {}})
HOUSE = scenario(categorie="ville", options={"referent-medical": {"quantite": 2}, "pack-complementaire": {}})


def test_a_group_is_shown_by_college_category_and_offer():
    found = consolidated(HOSPITAL, HOME, HOUSE)
    assert [(part.id, part.organisations) for part in found.colleges] == [("A", 1), ("B", 1), ("C", 1)]
    assert [part.id for part in found.categories] == ["autre-es", "ville", "esms"]
    # A: 16.85 + 750 + 30 × 12; C: 4.05 + 100 + 3 × 100 × 12
    assert [str(found.colleges[0].first_year.low), str(found.colleges[2].first_year.low)] == ["1126.85", "3704.05"]
    # the add-on pack: 3 × 100 × 12 for one, 1 structure × 100 × 12 for the other, who gave no users
    pack = next(part for part in found.offers if part.id == "pack-complementaire")
    assert (pack.organisations, pack.first_year) == (2, Amount.exactly(4800))


def test_ranges_amounts_without_vat_and_missing_prices_are_told_apart():
    found = consolidated(HOSPITAL, HOME, HOUSE, HOSPITAL)
    assert found.ranged.first_year == Amount(low=1430, high=1630)  # 2 days × 715 to 815
    assert found.excl_vat.following_years == Amount.exactly(720)  # 2 × 30 × 12
    assert [(each.label, each.reason, each.organisations) for each in found.missing] == [
        ("Sécur'NeS autonome", "tarif non publié", 2)
    ]
    assert found.whole.unpriced == 2
    assert found.doubts == ("R1", "R2", "R4", "R8", "R9")


def test_a_simulation_is_named():
    supposed = scenario(categorie="esms", tarifs={"contribution-esms": "120.00"})
    assert consolidated(HOME).what_ifs == ()
    (said,) = consolidated(HOME, supposed, supposed).what_ifs
    assert said.replace("\u00a0", " ") == "Contribution annuelle (EHPAD, SSIAD, MAS…) : 120,00 € au lieu de 100,00 €"


def test_nobody_together_costs_nothing():
    found = consolidated()
    assert found.whole.first_year == Amount.zero()
    assert found.colleges == found.offers == found.missing == ()


@given(st.lists(scenarios(), max_size=10))
def test_every_family_of_parts_adds_up_to_the_sum_of_the_rows(asked):
    found = consolidated(*asked)
    quotes = [price(each, EDITION) for each in asked]
    whole = (total([quote.first_year for quote in quotes]), total([quote.following_years for quote in quotes]))
    assert found.capital == total([quote.refundable for quote in quotes])
    assert found.whole.organisations == len(asked)
    for parts in (found.colleges, found.categories, found.offers, [found.whole]):
        assert (total([part.first_year for part in parts]), total([part.following_years for part in parts])) == whole
        assert sum(part.unpriced for part in parts) == sum(len(quote.unpriced) for quote in quotes)
    assert sum(each.organisations for each in found.missing) == found.whole.unpriced
    assert set(found.doubts) == {reading for quote in quotes for reading in quote.doubts}
