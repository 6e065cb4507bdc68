"""Which counts set a category's price."""

from nes_model.catalogue.charge import Basis
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import Scenario
from nes_model.scenario.trimming import find_bases, reset_idle_counts
from tests.nes_model.strategies import EDITION


def test_a_category_is_counted_by_what_its_charges_are_counted_by():
    assert Basis.ESTABLISHMENT in find_bases("esms", EDITION)
    assert Basis.USER not in find_bases("esms", EDITION)
    assert {Basis.USER, Basis.STRUCTURE} <= find_bases("ville", EDITION)
    assert Basis.ESTABLISHMENT not in find_bases("ville", EDITION)


def test_a_count_that_the_category_is_not_asked_for_goes_back_to_its_default():
    asked = Scenario.model_validate({"categorie": "ville", "etablissements": 2, "utilisateurs": 8, "adherents": 3})
    kept = reset_idle_counts(asked, EDITION)
    assert (kept.establishments, kept.users, kept.members) == (1, 8, 3)
    assert price(kept, EDITION).first_year == price(asked, EDITION).first_year
