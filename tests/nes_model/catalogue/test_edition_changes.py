"""What changed from one edition to another, prices and the rest, in French."""

from decimal import Decimal

import pytest

from nes_model.catalogue.edition_changes import list_access_changes, list_changes
from nes_model.catalogue.overlay import apply_readings
from nes_model.editions.folders import DATA
from nes_model.editions.loading import load_edition

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
