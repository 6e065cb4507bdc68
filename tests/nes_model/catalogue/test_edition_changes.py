"""What changed from one edition to another, prices and the rest, in French."""

from decimal import Decimal

import pytest

from nes_model.catalogue.charge import Choice
from nes_model.catalogue.edition_changes import list_access_changes, list_changes
from nes_model.catalogue.overlay import apply_readings
from nes_model.editions.folders import DATA
from nes_model.editions.loading import load_edition
from tests.editions import data_with_2027

EDITION = load_edition(DATA / "2026")
FUNDED = "disponible, en partie avec un financement complémentaire, adhésion nécessaire"


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        ({"R13": "college-a"}, [f"Téléimagerie (teleimagerie), collège B : {FUNDED} → non disponible"]),
        (
            {"R5": "pack-adherent"},
            [
                "alimentation du DMP depuis l'outil de télémédecine (dmp-integre) : "
                "Pack complémentaire → Pack adhérent",
                "paiement en ligne par le patient (paiement-en-ligne) : Pack complémentaire → Pack adhérent",
            ],
        ),
        (
            {"R16": "adherents"},
            [
                "Opérateur MSSanté (operateur-mssante), collèges A, B, D, E et F : "
                "disponible, sans adhésion → disponible, adhésion nécessaire"
            ],
        ),
    ],
)
def test_what_moves_without_a_price_is_told_of_a_feature_a_mark_and_membership(reading, told):
    after = apply_readings(EDITION, reading)
    assert list(list_changes(EDITION, after)) == []
    assert list(list_access_changes(EDITION, after)) == told


def test_a_feature_and_a_service_that_come_or_go_are_told():
    services = tuple(each for each in EDITION.services if each.id != "e-staff")
    fewer_services = EDITION.model_copy(update={"services": services})
    (line,) = list_access_changes(EDITION, fewer_services)
    assert line == f"e-Staff (e-staff), collèges A, B, C, D, E et F : {FUNDED} → absent"
    (line,) = list_access_changes(fewer_services, EDITION)
    assert line == f"e-Staff (e-staff), collèges A, B, C, D, E et F : absent → {FUNDED}"
    fewer_features = EDITION.model_copy(update={"features": EDITION.features[1:]})
    (line,) = list_access_changes(EDITION, fewer_features)
    assert line.endswith(" : Pack adhérent → absent")


def test_a_contribution_that_becomes_prorated_is_told_of_those_who_pay_one():
    changes = {each.charge.id: each for each in list_changes(EDITION, apply_readings(EDITION, {"R4": "prorata"}))}
    assert (
        changes["contribution-esms"].before == "100,00\N{NO-BREAK SPACE}€ par adhérent et par an (EHPAD, SSIAD, MAS…)"
    )
    assert changes["contribution-esms"].after == (
        "100,00\N{NO-BREAK SPACE}€ par adhérent et par an, au prorata la première année (EHPAD, SSIAD, MAS…)"
    )
    assert "contribution-cst" not in changes


def test_another_rate_of_vat_is_told():
    header = EDITION.header.model_copy(update={"vat_rate": Decimal("5.5")})
    (line,) = list_access_changes(EDITION, EDITION.model_copy(update={"header": header}))
    assert line == "Taux de TVA : 20\N{NO-BREAK SPACE}% → 5,5\N{NO-BREAK SPACE}%"


def test_a_file_of_contracts_or_needs_that_is_left_out_is_told():
    fewer = EDITION.model_copy(update={"contracts": EDITION.contracts[1:], "need_themes": EDITION.need_themes[1:]})
    contract, theme = EDITION.contracts[0].label, EDITION.need_themes[0].label
    assert list(list_access_changes(EDITION, fewer)) == [
        f"Marché, {contract} : présent → absent",
        f"Besoins, {theme} : présent → absent",
    ]
    assert f"Marché, {contract} : absent → présent" in list(list_access_changes(fewer, EDITION))


def with_tariffs(offer, change):
    """The edition with other tariffs in one offer."""
    offers = [
        each.model_copy(update={"tariffs": tuple(change(each.tariffs))}) if each.id == offer else each
        for each in EDITION.offers
    ]
    return EDITION.model_copy(update={"offers": tuple(offers)})


def test_a_capital_that_is_no_longer_given_back_is_told():
    after = with_tariffs(
        "adhesion", lambda tariffs: [each.model_copy(update={"refundable": False}) for each in tariffs]
    )
    (change,) = [each for each in list_changes(EDITION, after) if each.charge.id == "capital-esms"]
    assert ", restituable (EHPAD" in str(change.before)
    assert "restituable" not in str(change.after)


def test_two_prices_that_are_no_longer_a_choice_but_add_up_are_told():
    after = with_tariffs(
        "pack-complementaire",
        lambda tariffs: [
            each for tariff in tariffs for each in (tariff.charges if isinstance(tariff, Choice) else [tariff])
        ],
    )
    changes = list(list_changes(EDITION, after))
    assert [each.charge.id for each in changes] == ["pack-utilisateur", "pack-structure"]
    assert str(changes[0].before).endswith(", au choix avec pack-structure")
    assert "au choix" not in str(changes[0].after)


def test_an_option_that_leaves_the_simulation_is_told(tmp_path):
    withdrawn = "groupe: rgpd\n    souscription: facultative", "groupe: rgpd\n    souscription: hors-simulation"
    data = data_with_2027(tmp_path, options=withdrawn)
    lines = list(list_access_changes(load_edition(data / "2026"), load_edition(data / "2027")))
    assert "Registre RGPD (DPM, Data Privacy Manager) (dpm) : facultative → hors-simulation" in lines
