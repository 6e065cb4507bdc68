"""Readings and what-ifs laid over an edition."""

from decimal import Decimal

import pytest

from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.overlay import apply, apply_readings
from nes_model.money import Amount
from nes_model.problems import InvalidInputError
from tests.nes_model.strategies import EDITION


def overlay(**words: object) -> Overlay:
    return Overlay.model_validate(words)


def test_an_amount_is_replaced_and_everything_else_stays():
    changed = apply(overlay(montants={"contribution-esms": "120.00"}), EDITION)
    assert changed.charges["contribution-esms"].amount == Amount.exactly("120.00")
    others = {id_: charge for id_, charge in changed.charges.items() if id_ != "contribution-esms"}
    assert others == {id_: charge for id_, charge in EDITION.charges.items() if id_ != "contribution-esms"}
    assert EDITION.charges["contribution-esms"].amount == Amount.exactly("100.00")


def test_a_price_can_be_taken_away_and_given_back():
    without = apply(overlay(tarifs={"pack-esms": {"non-chiffre": "sur devis"}}), EDITION)
    assert without.charges["pack-esms"].amount is None
    assert without.charges["pack-esms"].unpriced == "sur devis"
    again = apply(overlay(montants={"pack-esms": "90.00"}), without)
    assert again.charges["pack-esms"].amount == Amount.exactly(90)
    assert again.charges["pack-esms"].unpriced is None


def test_one_alternative_of_a_choice_can_be_changed():
    changed = apply(overlay(montants={"pack-utilisateur": "12.00"}), EDITION)
    assert changed.charges["pack-utilisateur"].amount == Amount.exactly(12)
    assert changed.charges["pack-structure"] == EDITION.charges["pack-structure"]


def test_an_amount_and_attributes_of_one_charge_are_both_applied():
    both = overlay(montants={"dpm-esms": "25.00"}, tarifs={"dpm-esms": {"par": "etablissement", "montant": "1.00"}})
    charge = apply(both, EDITION).charges["dpm-esms"]
    assert charge.amount == Amount.exactly(25)
    assert charge.per == "etablissement"


def test_an_amount_stands_over_a_price_taken_away():
    both = overlay(montants={"dpm-esms": "25.00"}, tarifs={"dpm-esms": {"non-chiffre": "sur devis", "prorata": "oui"}})
    charge = apply(both, EDITION).charges["dpm-esms"]
    assert (charge.amount, charge.unpriced, charge.prorated) == (Amount.exactly(25), None, True)


def test_readings_that_the_edition_does_not_have_are_left_aside():
    assert apply_readings(EDITION, {"R99": "x", "R1": "zut", "R4": "retenue"}) == EDITION


def test_everything_unknown_is_named_at_once_by_its_kind():
    wrong = overlay(
        montants={"xa": "1.00"},
        tarifs={"xb": {"facture": "non"}},
        fonctions={"xc": "xd"},
        marques={"xe": {"Z": "oui"}},
        adhesions={"xf": ["Y"]},
    )
    with pytest.raises(InvalidInputError) as refusal:
        apply(wrong, EDITION)
    assert [problem.message.partition(". ")[0] for problem in refusal.value.problems] == [
        "« xa » n'est pas un tarif",
        "« xb » n'est pas un tarif",
        "« xc » n'est pas une fonction",
        "« xd » n'est pas une prestation",
        "« xe » n'est pas un service",
        "« xf » n'est pas un service",
        "« Z » n'est pas un collège",
        "« Y » n'est pas un collège",
    ]


def test_an_offer_can_be_opened_to_everyone():
    assert not EDITION.options["imagerie"].available_to("esms")
    opened = apply_readings(EDITION, {"R7": "tous-colleges"})
    assert opened.options["imagerie"].available_to("esms")
    assert not EDITION.options["imagerie"].available_to("esms")


def test_a_feature_moves_to_another_pack():
    moved = apply_readings(EDITION, {"R5": "pack-adherent"})
    places = {feature.id: feature.offer for feature in moved.features}
    assert places["paiement-en-ligne"] == places["dmp-integre"] == "pack-adherent"
    assert places["fse"] == "pack-complementaire"


def test_readings_are_laid_over_one_another():
    read = apply_readings(EDITION, {"R1": "sans-virgule", "R4": "prorata"})
    assert read.charges["capital-chu"].amount == Amount.exactly(Decimal("1685.00"))
    assert read.charges["contribution-chu"].prorated


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"montants": {"contribution-esm": "1.00"}}, "contribution-esms"),
        ({"tarifs": {"pack-esm": {"facture": "non"}}}, "pack-esms"),
        ({"fonctions": {"fsee": "pack-adherent"}}, "fse"),
        ({"fonctions": {"fse": "pack-adheren"}}, "pack-adherent"),
    ],
)
def test_an_unknown_target_is_refused_by_name_with_the_nearest_known_one(words, named):
    unknown = next(iter(next(iter(words.values()))))
    with pytest.raises(InvalidInputError, match=f"Vouliez-vous dire « {named} »") as refusal:
        apply(overlay(**words), EDITION)
    assert unknown in str(refusal.value) or named == "pack-adherent"
    assert len(refusal.value.problems) == 1
