"""What one has at each step: on cases worked by hand, and against every way of having a need."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.catalogue.overlay import apply_readings
from nes_model.money import Amount
from nes_model.needs.stages import Stage, list_stages
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario
from tests.nes_model.needs.test_recommendation import NEEDS, suffices
from tests.nes_model.strategies import EDITION, readings

WANTED = ["dossier-coordination", "teleconsultation", "e-rdv", "registre-rgpd"]


def stages_of(*needs: str, **words: object) -> tuple[Stage, ...]:
    return list_stages(needs, Scenario.model_validate(words), EDITION)


def exact(euros: str) -> Amount:
    return Amount.exactly(Decimal(euros))


def test_a_nursing_home_of_three_sites_sees_what_each_step_gives_and_costs():
    alone, joined, packed = stages_of(*WANTED, categorie="esms", etablissements=3)
    assert (alone.membership, alone.pack, alone.quote) == (False, None, None)
    assert alone.met == {"dossier-coordination"}
    assert joined.met == {"dossier-coordination", "teleconsultation"}
    assert joined.quote
    # Capital 4.05 once, contribution 100 a year.
    assert (joined.quote.first_year, joined.quote.following_years) == (exact("104.05"), exact("100"))
    assert packed.met == {"dossier-coordination", "teleconsultation", "e-rdv"}
    assert packed.pack
    assert packed.pack.id == "pack-complementaire"
    assert packed.quote
    # With the pack, 100 a month and site: 104.05 + 3 × 100 × 12, then 100 + 3 × 100 × 12.
    assert (packed.quote.first_year, packed.quote.following_years) == (exact("3704.05"), exact("3700"))


def test_what_only_another_option_gives_is_met_by_no_step():
    assert all("registre-rgpd" not in stage.met for stage in stages_of(*WANTED, categorie="esms"))


def test_every_problem_of_the_scenario_is_told_before_anything_is_looked_for():
    with pytest.raises(InvalidInputError, match="esmss"):
        stages_of("teleconsultation", categorie="esmss")
    with pytest.raises(InvalidInputError, match="teleconsultasion"):
        stages_of("teleconsultasion", categorie="esms")


@given(st.sampled_from(sorted(EDITION.categories)), readings())
def test_a_step_meets_what_its_offers_suffice_for_and_nothing_else(category, chosen):
    scenario = Scenario(category=category, readings=chosen)
    read = apply_readings(EDITION, chosen)
    for stage in list_stages(NEEDS, scenario, EDITION):
        taken = {stage.pack.id} if stage.pack else set()
        known = [need for need in NEEDS if suffices(taken, need, category, read, joins=stage.membership)]
        assert stage.met == set(known)
