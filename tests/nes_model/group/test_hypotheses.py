"""A row that is billed by structure because nobody said how many users it has says so."""

import pytest

from nes_model.group.hypotheses import list_ungiven
from nes_model.pricing.vectorised import price_batch
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

PACK = {"pack-complementaire": {}}


@pytest.mark.parametrize(
    ("words", "ungiven"),
    [
        ({"categorie": "ville", "options": PACK}, ("pack-utilisateur",)),
        ({"categorie": "ville", "utilisateurs": 1, "options": PACK}, ()),
        ({"categorie": "ville", "utilisateurs": 40, "options": PACK}, ()),
        ({"categorie": "ville", "options": {"pack-complementaire": {"facturation": "structure"}}}, ()),
        # The price by user was asked for, and cannot be: the other is billed.
        (
            {"categorie": "ville", "options": {"pack-complementaire": {"facturation": "utilisateur"}}},
            ("pack-utilisateur",),
        ),
        ({"categorie": "ville"}, ()),
        ({"categorie": "esms", "options": PACK}, ()),
    ],
)
def test_only_a_choice_that_could_not_be_weighed_is_told(words, ungiven):
    scenario = Scenario.model_validate(words)
    assert list_ungiven([scenario], price_batch([scenario], EDITION)) == [ungiven]


def test_each_row_has_its_own():
    several = [Scenario.model_validate({"categorie": "ville", "utilisateurs": n, "options": PACK}) for n in (3, 0, 12)]
    assert [bool(each) for each in list_ungiven(several, price_batch(several, EDITION))] == [False, True, False]
