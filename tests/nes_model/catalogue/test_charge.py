"""What a charge says, and what a patch makes of it."""

from datetime import date

import pytest
from pydantic import ValidationError

from nes_model.catalogue.charge import EVERYONE, Basis, Cadence, Charge, ChargePatch, Choice, Tax
from nes_model.money import Amount

WORDS = {"id": "t", "libelle": "T", "pour": ["chu"], "montant": "100.00", "par": "jour", "rythme": "mensuel"}


def charge(**words: object) -> Charge:
    return Charge.model_validate(WORDS | {name.replace("_", "-"): word for name, word in words.items()})


def patch(**words: object) -> ChargePatch:
    return ChargePatch.model_validate({name.replace("_", "-"): word for name, word in words.items()})


def test_french_words_become_a_charge():
    found = charge(taxe="HT", restituable="oui", prorata="non", rythme_au_choix="oui", lectures=["R1"])
    assert (found.per, found.every, found.tax) == (Basis.DAY, Cadence.MONTHLY, Tax.EXCL_VAT)
    assert (found.refundable, found.prorated, found.every_is_free, found.billed) == (True, False, True, True)
    assert found.amount == Amount.exactly(100)


def test_an_amount_is_exact_or_a_range():
    assert charge(montant="0.00").amount == Amount.zero()
    found = charge(montant={"min": "715", "max": "815.00"}).amount
    assert (found.low, found.high) == (715, 815)
    assert charge(montant=Amount.exactly(3)).amount == Amount.exactly(3)


@pytest.mark.parametrize(
    "montant", [None, "", "-1", "1 000", "1e3", "3.001", True, {"min": "1"}, {"min": "2", "max": "1"}, ["1"]]
)
def test_anything_else_is_no_amount(montant):
    with pytest.raises(ValidationError):
        charge(montant=montant)


def test_a_charge_has_a_price_or_the_reason_why_it_has_none():
    assert charge(montant=None, non_chiffre="sur devis").unpriced == "sur devis"
    for wrong in ({"non_chiffre": "sur devis"}, {"montant": None}):
        with pytest.raises(ValidationError, match="soit « montant », soit « non-chiffre »"):
            charge(**wrong)


def test_it_concerns_the_categories_that_it_names_or_all():
    assert [charge().concerns(category) for category in ("chu", "esms")] == [True, False]
    assert charge(pour="tous").concerns("esms")


@pytest.mark.parametrize("per", Basis)
def test_what_is_counted_once_for_all_is_not_asked_option_by_option(per):
    assert per.is_count == (
        per
        in {
            Basis.MEMBER,
            Basis.ESTABLISHMENT,
            Basis.MEDICO_SOCIAL_ESTABLISHMENT,
            Basis.OTHER_ESTABLISHMENT,
            Basis.USER,
            Basis.STRUCTURE,
        }
    )
    assert per.is_divisible == (per in {Basis.DAY, Basis.HOUR})


def test_a_choice_writes_its_categories_once():
    alternatives = [{name: word for name, word in WORDS.items() if name != "pour"} | {"id": id_} for id_ in ("a", "b")]
    choice = Choice.model_validate({"pour": ["ville"], "au-choix": alternatives})
    assert [each.categories for each in choice.charges] == [("ville",), ("ville",)]
    with pytest.raises(ValidationError):
        Choice.model_validate({"pour": ["ville"], "au-choix": alternatives[:1]})


def test_a_patch_changes_what_it_names_and_nothing_else():
    before = charge(lectures=["R1"])
    after = patch(par="etablissement", prorata="oui").apply_to(before)
    assert (after.per, after.prorated) == (Basis.ESTABLISHMENT, True)
    assert after.model_copy(update={"per": before.per, "prorated": before.prorated}) == before
    assert patch().apply_to(before) == before


def test_a_patch_takes_a_price_away_gives_one_and_opens_to_all():
    without = patch(non_chiffre="sur devis").apply_to(charge())
    assert (without.amount, without.unpriced) == (None, "sur devis")
    priced = patch(montant="5").apply_to(without)
    assert (priced.amount, priced.unpriced) == (Amount.exactly(5), None)
    assert patch(pour="tous").apply_to(charge()).categories == EVERYONE


@pytest.mark.parametrize("new", [{"montant": "120"}, {"montant": {"min": "0", "max": "120"}}, {"non_chiffre": "devis"}])
def test_a_last_day_was_that_of_the_amount_and_goes_with_it(new):
    before = charge(valable_jusqu_au="2026-12-31")
    assert patch(**new).apply_to(before).valid_until is None
    assert patch(montant="100.00", par="heure").apply_to(before).valid_until == date(2026, 12, 31)
    assert patch(par="heure").apply_to(before).valid_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("445", "500", True),
        ("445", {"min": "0", "max": "500"}, True),
        ("0", "0.00", True),
        ("0", "100", False),  # it said why nothing was paid
        ("0", {"min": "0", "max": "100"}, False),
        ("445", "0", False),  # it would pass for the reason why nothing is paid
    ],
)
def test_a_note_does_not_outlive_an_amount_that_becomes_or_was_nil(old, new, kept):
    after = patch(montant=new).apply_to(charge(montant=old, mention="un jour compte 7 heures"))
    assert after.note == ("un jour compte 7 heures" if kept else None)


def test_a_patch_does_not_both_price_and_take_the_price_away():
    with pytest.raises(ValidationError, match="à la fois « montant » et « non-chiffre »"):
        patch(montant="5", non_chiffre="sur devis")


@pytest.mark.parametrize("field", ["montant", "non_chiffre", "par", "prorata", "facture", "source"])
def test_a_patch_leaves_no_field_empty(field):
    with pytest.raises(ValidationError, match="a un champ vide"):
        patch(**{field: None})


def test_nobody_named_is_not_everybody():
    for model in (charge, patch):
        with pytest.raises(ValidationError, match="Écrivez « tous » ou une liste de catégories"):
            model(pour=None)
