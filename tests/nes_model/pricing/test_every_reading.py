"""Under every reading of every doubt, for every category, everything has its price or says why it has none."""

from pathlib import Path

import pytest
import yaml

from nes_model.catalogue.doubt import RETAINED
from nes_model.pricing.doubt_effects import drop_unavailable, find_points
from nes_model.pricing.rule import price_checked
from nes_model.scenario.checking import CheckedScenario
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

CASES = Path(__file__).parents[2] / "cases"
READINGS = [(doubt.id, other.id) for doubt in EDITION.doubts for other in doubt.others]
BARE = {"mois_premiere_annee": 6}
WHOLE = {
    "adherents": 2,
    "etablissements": 5,
    "utilisateurs": 7,
    "structures": 3,
    "mois_premiere_annee": 7,
    "options": {option: {} for option in EDITION.options},
}


def asked(words: dict[str, object], category: str, readings: dict[str, str]) -> CheckedScenario:
    sites = {"etablissements_medico_sociaux": 2} if EDITION.college_of(category).id == "A" and words is WHOLE else {}
    return drop_unavailable(
        Scenario.model_validate({"categorie": category, "lectures": readings} | words | sites), EDITION
    )


@pytest.mark.parametrize("words", [BARE, WHOLE], ids=["alone", "with everything"])
@pytest.mark.parametrize("category", EDITION.categories)
@pytest.mark.parametrize(("doubt", "choice"), READINGS, ids="-".join)
def test_under_any_reading_everything_is_priced_and_each_effect_is_two_prices_apart(doubt, choice, category, words):
    quote = price_checked(asked(words, category, {doubt: choice}))
    scenario = quote.scenario
    taken = {row.billed.offer.id for row in quote.rows}
    assert set(scenario.options) <= taken
    for point in find_points(quote, EDITION):
        for effect in point.others:
            chosen = {} if effect.choice == RETAINED else {point.doubt.id: effect.choice}
            readings = {each: other for each, other in scenario.readings.items() if each != point.doubt.id} | chosen
            apart = price_checked(drop_unavailable(scenario.model_copy(update={"readings": readings}), EDITION))
            assert effect.first_year == apart.first_year - quote.first_year
            assert effect.following_years == apart.following_years - quote.following_years


def test_every_other_reading_that_sets_an_amount_has_a_case_worked_by_hand():
    cases = [
        case
        for path in CASES.glob("*.yaml")
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader gives text
    ]
    worked = {pair for case in cases for pair in case["scenario"].get("lectures", {}).items()}
    setting = [
        (doubt.id, other.id) for doubt in EDITION.doubts for other in doubt.others if other.amounts or other.charges
    ]
    assert setting
    assert [pair for pair in setting if pair not in worked] == []
