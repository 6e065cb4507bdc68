"""What a scenario says, its defaults and its limits."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from nes_model.catalogue.charge import Basis, Cadence
from nes_model.scenario.scenario import Scenario


def scenario(**words: object) -> Scenario:
    return Scenario.model_validate({"categorie": "esms"} | words)


def test_all_but_the_category_has_a_default():
    found = scenario()
    assert found.model_dump(by_alias=True, mode="json") == {
        "libelle": "",
        "categorie": "esms",
        "adherents": 1,
        "etablissements": 1,
        "etablissements_medico_sociaux": 0,
        "utilisateurs": 0,
        "structures": 1,
        "mois_premiere_annee": 12,
        "horizon": 5,
        "hausse_annuelle": "0",
        "options": {},
        "lectures": {},
        "tarifs": {},
    }
    with pytest.raises(ValidationError):
        Scenario.model_validate({})


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("adherents", 1, 10_000),
        ("etablissements", 1, 10_000),
        ("etablissements_medico_sociaux", 0, 10_000),
        ("utilisateurs", 0, 100_000),
        ("structures", 1, 10_000),
        ("mois_premiere_annee", 1, 12),
        ("horizon", 1, 10),
    ],
)
def test_a_count_has_limits(word, least, most):
    for inside in (least, most):
        assert scenario(**{word: str(inside)}).model_dump(by_alias=True)[word] == inside
    for outside in (least - 1, most + 1, "1e3", "3.0", "3,5", "trois", "", None, True, "²", "9" * 5000):
        with pytest.raises(ValidationError):
            scenario(**{word: outside})


def test_an_increase_goes_up_to_fifty_percent_with_two_decimals():
    assert scenario(hausse_annuelle="2,25").yearly_increase == Decimal("2.25")
    assert scenario(hausse_annuelle=50).yearly_increase == 50
    for refused in ("50.01", "-1", "2.345"):
        with pytest.raises(ValidationError):
            scenario(hausse_annuelle=refused)


@pytest.mark.parametrize("label", ["deux\nlignes", "\x00", "\x1b[31m", "a" * 121, "\ud83d"])
def test_a_label_is_short_and_on_one_line(label):
    with pytest.raises(ValidationError):
        scenario(libelle=label)


def test_a_label_keeps_the_spaces_of_french():
    assert scenario(libelle="  EHPAD «\u00a0Les Tilleuls\u202f» ").label == "EHPAD «\u00a0Les Tilleuls\u202f»"


def test_options_and_readings_may_be_left_empty():
    found = scenario(options={"dpm": None}, lectures=None)
    assert (list(found.options), found.readings) == (["dpm"], {})
    assert scenario(options=None).options == {}


def test_the_kept_reading_asks_for_nothing():
    assert scenario(lectures={"R1": "retenue", "R4": "prorata"}).readings == {"R4": "prorata"}


def test_billing_auto_is_the_default():
    found = scenario(options={"a": {"facturation": "auto"}, "b": {"facturation": "structure"}}).options
    assert (found["a"].billing, found["b"].billing) == (None, Basis.STRUCTURE)
    for refused in ("adherent", "jour", "AUTO"):
        with pytest.raises(ValidationError):
            scenario(options={"a": {"facturation": refused}})


def test_an_option_is_asked_once_or_every_year_not_every_month():
    assert scenario(options={"a": {"rythme": "annuel"}}).options["a"].every is Cadence.YEARLY
    with pytest.raises(ValidationError):
        scenario(options={"a": {"rythme": "mensuel"}})


@pytest.mark.parametrize("quantity", ["0", "10000.01", "-2", "1.234"])
def test_a_quantity_is_positive_and_reasonable(quantity):
    with pytest.raises(ValidationError):
        scenario(options={"a": {"quantite": quantity}})


def test_without_a_quantity_every_establishment_is_connected_and_one_day_is_counted():
    asked = scenario(etablissements=4, options={"a": {"quantite": "2,5"}})
    assert asked.quantity("b", Basis.CONNECTED_ESTABLISHMENT) == 4
    assert asked.quantity("b", Basis.DAY) == 1
    assert asked.quantity("a", Basis.DAY) == Decimal("2.5")


def test_another_reading_of_a_doubt_replaces_the_one_chosen_and_the_retained_one_takes_it_away():
    read = scenario(lectures={"R1": "sans-virgule", "R4": "prorata"})
    assert read.with_reading("R1", "autre").readings == {"R1": "autre", "R4": "prorata"}
    assert read.with_reading("R1", "retenue").readings == {"R4": "prorata"}
    assert read.readings == {"R1": "sans-virgule", "R4": "prorata"}
