"""The cheapest offers that suffice: against brute force, under other readings, and on cases worked by hand."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Taking
from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.service import Mark
from nes_model.money import Amount
from nes_model.needs.need import find_need, list_needs
from nes_model.needs.recommendation import recommend
from nes_model.pricing.rule import price
from nes_model.scenario.scenario import OptionChoice, Scenario
from tests.nes_model.strategies import EDITION, readings

ROOT = Path(__file__).parents[3]
NEEDS = [need.id for need in list_needs(EDITION)]


def asked(*needs: str, **words: object):
    return recommend(needs, Scenario.model_validate(words), EDITION)


def ids(offers) -> list[str]:
    return [offer.id for offer in offers]


# --- the same question, answered by trying every set of offers


def suffices(taken: set[str], need: str, category: str, edition: Edition, *, joins: bool) -> bool:
    """Whether whoever takes those offers has the need, straight from the marks and the features."""
    college = edition.college_of(category).id
    wanted = find_need(need, edition)
    for features in wanted.ways:
        services = [wanted.service] if wanted.service else []
        services += [edition.services_by_id[each.service] for each in features if each.service]
        if any(service.marks[college] in (Mark.NO, Mark.UNKNOWN) for service in services):
            continue
        if not joins and (not services or any(edition.needs_membership(service, college) for service in services)):
            continue
        if all(_has(feature.offer, taken, edition, joins=joins) for feature in features):
            return True
    return False


def _has(offer: str, taken: set[str], edition: Edition, *, joins: bool) -> bool:
    kind = next(each.taking for each in edition.offers if each.id == offer)
    return offer in taken if kind is Taking.OPTIONAL else joins and kind is not Taking.OUTSIDE


def cost(taken: set[str], scenario: Scenario, *, joins: bool) -> tuple[int, Decimal]:
    """Charges without a price, then the most that the years cost, VAT included where it is printed without."""
    quote = price(scenario.model_copy(update={"options": {each: OptionChoice() for each in taken}}), EDITION)
    counts = [each for each in quote.lines if joins or each.offer.id in taken]
    unpriced = [each for each in quote.unpriced if joins or each.offer.id in taken]
    total = Decimal(0)
    for line in counts:
        first, after = (
            (line.first_year.incl_vat(line.vat_rate), line.following_years.incl_vat(line.vat_rate))
            if line.is_excl_vat
            else (line.first_year, line.following_years)
        )
        total += first.high + after.high * (scenario.horizon - 1)
    return len(unpriced), total


def every_set(category: str, relevant: set[str], edition: Edition) -> Iterator[tuple[set[str], bool]]:
    possible = sorted(
        each for each in relevant if each in edition.options and edition.options[each].available_to(category)
    )
    for size in range(len(possible) + 1):
        for taken in combinations(possible, size):
            yield set(taken), False
            yield set(taken), True


def assert_cheapest(needs: list[str], scenario: Scenario) -> None:
    found = recommend(needs, scenario, EDITION)
    read = apply_readings(EDITION, scenario.readings)
    everything = {offer.id for offer in read.options.values() if offer.available_to(scenario.category)}
    possible = [need for need in needs if suffices(everything, need, scenario.category, read, joins=True)]
    assert [each.need.id for each in found.met] == possible
    taken = set(found.scenario.options)
    assert all(suffices(taken, need, scenario.category, read, joins=found.membership) for need in possible)
    relevant = {feature.offer for need in needs for way in find_need(need, read).ways for feature in way}
    best = min(
        cost(others, scenario, joins=joins)
        for others, joins in every_set(scenario.category, relevant, read)
        if all(suffices(others, need, scenario.category, read, joins=joins) for need in possible)
    )
    assert cost(taken, scenario, joins=found.membership) == best
    assert taken <= relevant


@pytest.mark.parametrize("category", list(EDITION.categories))
def test_for_every_need_alone_no_other_set_of_offers_is_cheaper(category):
    for need in NEEDS:
        assert_cheapest([need], Scenario(category=category, users=8))


@pytest.mark.parametrize("category", list(EDITION.categories))
def test_for_every_set_of_needs_of_the_packs_no_other_set_of_offers_is_cheaper(category):
    few = ["mis", "teleconsultation", "teleconsultation:avancee", "teleurgence", "plateforme-ssi", "echange-imagerie"]
    for size in range(len(few) + 1):
        for needs in combinations(few, size):
            assert_cheapest(list(needs), Scenario(category=category, users=12, structures=1))


@given(
    st.sampled_from(sorted(EDITION.categories)),
    st.lists(st.sampled_from(NEEDS), unique=True, max_size=5),
    readings(),
    st.integers(1, 30),
    st.integers(0, 30),
    st.integers(1, 5),
    st.integers(1, 10),
)
def test_whatever_is_wanted_under_whatever_readings_no_other_set_of_offers_is_cheaper(
    category, needs, chosen, establishments, users, structures, horizon
):
    assert_cheapest(
        needs,
        Scenario(
            category=category,
            readings=chosen,
            establishments=establishments,
            users=users,
            structures=structures,
            horizon=horizon,
        ),
    )


# --- what an answer never does


@given(st.sampled_from(sorted(EDITION.categories)), st.lists(st.sampled_from(NEEDS), unique=True), readings())
def test_what_a_category_cannot_have_is_never_recommended(category, needs, chosen):
    found = recommend(needs, Scenario(category=category, readings=chosen), EDITION)
    for each in found.met:
        service = each.need.service
        assert service is None or service.marks[found.edition.college_of(category).id].available
    for offer in found.offers:
        assert offer.available_to(category)
    needed = {offer.id for each in found.met for offer in each.offers}
    assert set(found.scenario.options) == needed


@given(st.sampled_from(sorted(EDITION.categories)), st.lists(st.sampled_from(NEEDS), unique=True))
def test_what_has_no_price_is_always_named(category, needs):
    found = recommend(needs, Scenario(category=category), EDITION)
    assert {each.label for each in found.quote.unpriced} <= {each.label for each in found.missing}
    for each in found.met:
        service = each.need.service
        extra = service and service.marks[found.edition.college_of(category).id] is Mark.EXTRA_FUNDING
        if extra and not each.offers:
            assert service.label in {missing.label for missing in found.missing}


def test_no_offer_service_or_category_is_named_in_the_rule():
    names = [*EDITION.options, *EDITION.services_by_id, *EDITION.features_by_id, *EDITION.categories]
    for module in ("need", "ways", "recommendation"):
        rule = (ROOT / "nes_model" / "needs" / f"{module}.py").read_text(encoding="utf-8")
        assert not [name for name in names if f'"{name}"' in rule]


# --- worked by hand


def test_an_msp_of_8_takes_the_add_on_pack_by_user_for_advanced_teleconsultation():
    found = asked("teleconsultation:avancee", categorie="ville", utilisateurs=8)
    assert found.membership
    assert ids(found.offers) == ["pack-complementaire"]
    (pack,) = [line for line in found.quote.lines if line.offer.id == "pack-complementaire"]
    assert pack.each_time == Amount.exactly(8 * 10)
    assert found.quote.first_year == Amount.exactly(Decimal("21.43") + 100 + 8 * 10 * 12)  # 1081.43
    assert found.quote.following_years == Amount.exactly(100 + 8 * 10 * 12)  # 1060.00


def test_what_needs_no_membership_costs_nothing_and_asks_to_join_nothing():
    found = asked("mis", "dossier-coordination", "mssante", categorie="esms")
    assert not found.membership
    assert not found.offers
    assert not found.missing
    assert found.quote.first_year == found.quote.following_years == Amount.zero()
    assert [each.need.id for each in found.without_membership] == ["mis", "dossier-coordination", "mssante"]


def test_the_member_pack_is_enough_for_a_simple_teleconsultation():
    found = asked("teleconsultation", "mis", categorie="esms", etablissements=3)
    assert found.membership
    assert not found.offers
    assert [each.need.id for each in found.within_membership] == ["teleconsultation"]
    assert found.quote.first_year == Amount.exactly(Decimal("4.05") + 100)


def test_of_two_ways_to_raise_cyber_awareness_the_free_one_is_taken_without_joining():
    found = asked("plateforme-ssi", categorie="autre-es")
    assert ids(found.offers) == ["securnes-mutualisee"]
    assert not found.membership
    assert found.quote.first_year == Amount.zero()
    assert not found.quote.unpriced


def test_the_autonomous_offer_asked_for_is_without_a_price_and_never_free():
    found = asked("sensibilisation-autonome", categorie="autre-es")
    assert ids(found.offers) == ["securnes-autonome"]
    assert [(each.label, each.reason) for each in found.missing] == [("Sécur'NeS autonome", "tarif non publié")]


def test_a_funding_without_an_amount_is_named_beside_the_totals():
    found = asked("rramu", categorie="chu")
    assert found.membership
    assert [each.label for each in found.missing] == ["RRAMU, réseau régional de l'aide médicale urgente"]


def test_an_impossible_need_says_who_may_have_it():
    (unmet,) = asked("geodisponibilite", categorie="esms").unmet
    assert not unmet.obstacle.is_unknown
    assert [college.id for college in unmet.colleges] == ["A", "D"]
    assert "au collège C" in unmet.obstacle.reason


def test_counts_asked_for_an_option_are_kept_in_the_recommended_scenario():
    found = asked("appui-chef-de-projet", categorie="esms", options={"chef-de-projet": {"quantite": 3}, "dpm": {}})
    assert found.scenario.options == {"chef-de-projet": OptionChoice(quantity=3)}
    assert found.quote.first_year == Amount.exactly(Decimal("104.05") + 3 * 445)


# --- other readings, other answers


def test_r5_online_payment_in_the_member_pack_saves_the_add_on_pack():
    assert ids(asked("paiement-en-ligne", categorie="esms").offers) == ["pack-complementaire"]
    assert not asked("paiement-en-ligne", categorie="esms", lectures={"R5": "pack-adherent"}).offers


def test_r6_a_simple_emergency_opinion_in_the_member_pack_saves_the_add_on_pack():
    assert ids(asked("teleurgence", categorie="esms").offers) == ["pack-complementaire"]
    assert not asked("teleurgence", categorie="esms", lectures={"R6": "simple-incluse"}).offers


def test_r7_opens_image_exchange_to_an_ehpad():
    (unmet,) = asked("echange-imagerie", categorie="esms").unmet
    assert ("R7", "tous-colleges") in [(each.doubt, each.choice) for each in unmet.openings]
    found = asked("echange-imagerie", categorie="esms", lectures={"R7": "tous-colleges"})
    assert ids(found.offers) == ["imagerie"]


def test_r10_makes_even_national_services_uncertain():
    assert asked("mssante", categorie="esms").met
    (unmet,) = asked("mssante", categorie="esms", lectures={"R10": "illisibles"}).unmet
    assert unmet.obstacle.is_unknown
    assert [(each.doubt, each.choice) for each in unmet.openings] == [("R10", "retenue")]


def test_r11_opens_the_services_whose_ticks_cannot_be_read():
    assert asked("escap", categorie="ville").unmet
    assert asked("escap", categorie="ville", lectures={"R11": "disponibles"}).without_membership


def test_r12_says_neither_yes_nor_no_for_college_e_until_it_is_settled():
    (unmet,) = asked("telesoin", categorie="cst").unmet
    assert unmet.obstacle.is_unknown
    assert unmet.obstacle.doubts == ("R12",)
    choices = [other.id for other in EDITION.doubts_by_id["R12"].others]
    outcomes = {choice: bool(asked("telesoin", categorie="cst", lectures={"R12": choice}).met) for choice in choices}
    assert sorted(outcomes.values()) == [False, True]


def test_r13_closes_teleimaging_to_college_b():
    assert asked("teleimagerie", categorie="ville").met
    assert asked("teleimagerie", categorie="ville", lectures={"R13": "college-a"}).unmet
    assert asked("teleimagerie", categorie="chu", lectures={"R13": "college-a"}).met


def test_r13_with_funding_alone_makes_teleimaging_take_the_imaging_option():
    assert not asked("teleimagerie", categorie="chu").offers
    assert ids(asked("teleimagerie", categorie="chu", lectures={"R13": "financement-seul"}).offers) == ["imagerie"]


def test_r15_puts_even_a_simple_staff_meeting_in_the_add_on_pack():
    assert not asked("e-staff", categorie="esms").offers
    assert ids(asked("e-staff", categorie="esms", lectures={"R15": "financement-seul"}).offers) == [
        "pack-complementaire"
    ]


def test_r16_asks_members_only_for_a_secure_mailbox():
    assert not asked("operateur-mssante", categorie="rst").membership
    assert asked("operateur-mssante", categorie="rst", lectures={"R16": "adherents"}).membership
    assert not asked("operateur-mssante", categorie="esms", lectures={"R16": "adherents"}).membership
