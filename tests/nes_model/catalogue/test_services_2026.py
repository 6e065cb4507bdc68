"""The services of 2026 against the table of the source, typed again here by hand."""

import re

import pytest

from nes_model.catalogue.overlay import apply_readings
from nes_model.catalogue.service import Mark
from tests.nes_model.strategies import EDITION

# Typed from the tables of the source page, not from the data: ✓, ✓€, €, -, ?.
GRID = """
mon-espace-sante;✓;✓;✓;✓;✓;✓
mssante;✓;✓;✓;✓;✓;✓
dmp;✓;✓;✓;✓;✓;✓
pro-sante-connect;✓;✓;✓;✓;✓;✓
cybersecurite;✓;✓;✓;✓;✓;✓
identitovigilance;✓;✓;✓;✓;✓;✓
si-esms;?;?;✓;?;?;?
via-trajectoire;✓;✓;✓;✓;✓;✓
ror;✓;✓;✓;✓;✓;✓
dossier-coordination;✓;✓;✓;✓;✓;✓
dac;?;?;?;?;?;?
vigilans;?;?;?;?;?;?
c360;?;?;?;?;?;?
domoplaies;?;?;?;?;?;?
parcours-dedies;?;?;?;?;?;?
e-parcours-cancer;?;?;?;?;?;?
dpp;?;?;?;?;?;?
escap;?;?;?;?;?;?
mis;✓;✓;✓;✓;✓;✓
plateforme-ssi;✓;✓;✓;✓;✓;✓
operateur-mssante;✓;✓;✓;✓;✓;✓
teleconsultation;✓€;✓€;✓€;✓€;✓€;✓€
teleexpertise;✓€;✓€;✓€;✓€;?;✓€
telesoin;✓€;✓€;✓€;✓€;?;✓€
teleurgence;€;€;€;-;-;€
teleimagerie;✓€;✓€;-;-;-;-
e-staff;✓€;✓€;✓€;✓€;✓€;✓€
cart;✓;✓;✓;✓;✓;✓
amoa;✓;✓;✓;✓;✓;✓
centrale-achat;✓;✓;✓;✓;✓;✓
rramu;€;-;-;-;-;-
geodisponibilite;€;-;-;€;-;-
sites-adherents;✓;✓;✓;✓;✓;✓
e-learnes;✓€;✓€;✓€;✓€;✓€;✓€
pilot-e;✓;✓;✓;✓;-;✓
hub-interop;✓€;✓€;✓€;✓€;✓€;✓€
"""
MARKS = {"✓": Mark.YES, "✓€": Mark.YES_AND_MORE, "€": Mark.EXTRA_FUNDING, "-": Mark.NO, "?": Mark.UNKNOWN}
INSTITUTIONAL = (
    "mon-espace-sante mssante dmp pro-sante-connect cybersecurite identitovigilance si-esms via-trajectoire ror"
)
UNREADABLE = "dac vigilans c360 domoplaies parcours-dedies e-parcours-cancer dpp escap"

# What each other reading turns the named cells into; every other cell stays.
OTHERWISE = {
    ("R10", "illisibles"): [(INSTITUTIONAL.removesuffix(" ror"), "ABCDEF", "?")],  # five ticks of ROR can be read
    ("R11", "disponibles"): [(UNREADABLE, "ABCDEF", "✓")],
    ("R12", "disponible"): [("teleexpertise telesoin", "E", "✓€")],
    ("R12", "indisponible"): [("teleexpertise telesoin", "E", "-")],
    ("R13", "college-a"): [("teleimagerie", "B", "-")],
    ("R13", "financement-seul"): [("teleimagerie", "AB", "€")],
    ("R15", "financement-seul"): [("e-staff", "ABCDEF", "€")],
}


def typed() -> dict[str, dict[str, Mark]]:
    rows = [line.split(";") for line in GRID.strip().splitlines()]
    return {row[0]: dict(zip("ABCDEF", (MARKS[mark] for mark in row[1:]), strict=True)) for row in rows}


def marks(edition) -> dict[str, dict[str, Mark]]:
    return {service.id: service.marks for service in edition.services}


def needed(service, level, edition) -> list[str]:
    return [offer.id for offer in edition.offers_of(edition.services_by_id[service].find_level(level))]


def test_every_mark_is_the_one_of_the_source_in_its_order():
    assert marks(EDITION) == typed()
    assert [service.id for service in EDITION.services] == list(typed())


def test_the_families_hold_nine_twelve_and_fifteen_services_and_only_the_last_asks_to_join():
    assert [(family.id, len(EDITION.services_of(family.id)), family.membership) for family in EDITION.families] == [
        ("institutionnel", 9, False),
        ("grades", 12, False),
        ("gcs", 15, True),
    ]


@pytest.mark.parametrize(("reading", "choice"), OTHERWISE)
def test_another_reading_changes_the_cells_that_the_source_says_and_no_other(reading, choice):
    expected = typed()
    for services, colleges, mark in OTHERWISE[reading, choice]:
        for service in services.split():
            expected[service] |= dict.fromkeys(colleges, MARKS[mark])
    assert marks(apply_readings(EDITION, {reading: choice})) == expected


def test_no_other_reading_than_those_sets_a_mark():
    setting = {(reading.id, other.id) for reading in EDITION.doubts for other in reading.others if other.marks}
    assert setting == OTHERWISE.keys()


def test_r16_says_who_must_join_for_a_mssante_box_and_leaves_the_marks():
    otherwise = apply_readings(EDITION, {"R16": "adherents"})
    assert marks(otherwise) == typed()
    for edition, joining in [(EDITION, ""), (otherwise, "ABDEF")]:
        service = edition.services_by_id["operateur-mssante"]
        assert "".join(college for college in "ABCDEF" if edition.needs_membership(service, college)) == joining


def test_every_unreadable_mark_leads_to_the_reading_that_explains_it():
    unreadable = {
        (service.id, college): [reading.id for reading in EDITION.find_doubts(service, college)]
        for service in EDITION.services
        for college, mark in service.marks.items()
        if mark is Mark.UNKNOWN
    }
    assert len(unreadable) == 5 + 8 * 6 + 2  # SI ESMS but C, the eight of R11, college E twice
    assert all(readings and set(readings) <= {"R10", "R11", "R12"} for readings in unreadable.values())


def test_a_sheet_names_every_reading_that_touches_one_of_its_cells():
    for service in EDITION.services:
        behind = {reading.id for college in service.marks for reading in EDITION.find_doubts(service, college)}
        assert behind <= set(service.doubts), service.id


def test_a_simple_level_is_in_the_member_pack_and_an_advanced_one_in_the_add_on_pack():
    for service, advanced in [("teleconsultation", "avancee"), ("teleexpertise", "avancee"), ("telesoin", "avance")]:
        assert needed(service, "simple", EDITION) == ["pack-adherent"]
        assert needed(service, advanced, EDITION) == ["pack-complementaire"]
    assert needed("e-staff", "simple", EDITION) == ["pack-adherent"]
    assert needed("e-staff", "avance", EDITION) == ["pack-complementaire"]


def test_the_other_levels_need_the_offers_that_their_sheets_name():
    assert needed("teleimagerie", "simple", EDITION) == ["pack-adherent"]
    assert needed("teleimagerie", "e-mage", EDITION) == ["pack-adherent", "imagerie"]
    assert needed("sites-adherents", "construit", EDITION) == ["pack-adherent", "creation-site"]
    assert needed("e-learnes", "autonomie", EDITION) == ["pack-adherent", "formation-e-learnes"]
    assert needed("plateforme-ssi", "mutualisee", EDITION) == ["securnes-mutualisee"]
    assert needed("plateforme-ssi", "autonome", EDITION) == ["securnes-autonome"]


def test_r6_brings_the_simple_teleurgence_into_the_member_pack():
    assert needed("teleurgence", "simple", EDITION) == ["pack-complementaire"]
    assert needed("teleurgence", "simple", apply_readings(EDITION, {"R6": "simple-incluse"})) == ["pack-adherent"]
    assert needed("teleurgence", "avancee", apply_readings(EDITION, {"R6": "simple-incluse"})) == [
        "pack-complementaire"
    ]


def test_r5_brings_online_payment_into_the_member_pack_and_leaves_electronic_care_sheets():
    read = apply_readings(EDITION, {"R5": "pack-adherent"})
    assert read.features_by_id["paiement-en-ligne"].offer == "pack-adherent"
    assert needed("teleconsultation", "avancee", read) == ["pack-adherent", "pack-complementaire"]


def test_r5_puts_the_four_functions_in_either_pack():
    four = ["envoi-mssante", "coffre-fort", "dmp-integre", "paiement-en-ligne"]
    for choice in ("pack-adherent", "pack-complementaire"):
        read = apply_readings(EDITION, {"R5": choice})
        assert {read.features_by_id[each].offer for each in four} == {choice}
    assert [EDITION.features_by_id[each].offer for each in four] == ["pack-adherent"] * 2 + ["pack-complementaire"] * 2


def test_r18_lets_an_expert_who_bills_nothing_do_with_the_member_pack():
    read = apply_readings(EDITION, {"R18": "sans-facturer"})
    assert EDITION.features_by_id["teleexpertise-expert"].offer == "pack-complementaire"
    assert read.features_by_id["teleexpertise-expert"].offer == "pack-adherent"
    assert read.features_by_id["fse"].offer == "pack-complementaire"  # billing still takes care sheets
    assert needed("teleexpertise", "avancee", read) == ["pack-adherent", "pack-complementaire"]


def test_r13_with_funding_alone_asks_for_the_imaging_option():
    read = apply_readings(EDITION, {"R13": "financement-seul"})
    assert needed("teleimagerie", "simple", EDITION) == ["pack-adherent"]
    assert needed("teleimagerie", "simple", read) == ["imagerie"]


@pytest.mark.parametrize(
    ("reading", "open_to_e"), [({}, False), ({"R12": "disponible"}, True), ({"R12": "indisponible"}, False)]
)
def test_a_feature_is_open_to_whom_the_marks_of_its_service_say(reading, open_to_e):
    read = apply_readings(EDITION, reading)
    feature = read.features_by_id["teleexpertise-expert"]
    assert read.grants(feature, "cst") is open_to_e
    assert read.grants(feature, "esms")
    assert not read.grants(read.features_by_id["teleurgence-simple"], "rst")
    assert all(read.grants(read.features_by_id["fse"], category) for category in read.categories)


def test_what_the_issue_lists_can_be_picked_as_a_need():
    needs = {feature.id for feature in EDITION.features if feature.need}
    assert needs >= {
        "paiement-en-ligne",
        "fse",
        "teleexpertise-expert",
        "echange-imagerie",
        "site-construit",
        "sensibilisation-mutualisee",
    }


def test_the_contracts_are_those_of_the_sheet_and_only_the_register_has_published_prices():
    assert [contract.id for contract in EDITION.contracts] == [
        "syvik",
        "hebergement",
        "archivage-images",
        "optimisation-prescriptions",
        "cybercrise",
        "registre-dpm",
    ]
    assert [contract.id for contract in EDITION.contracts if contract.offers] == ["registre-dpm"]


def test_a_telephone_number_is_printed_in_pairs_and_the_two_doubtful_ones_are_as_r14_keeps_them():
    contacts = {service.id: service.contacts for service in EDITION.services}
    phones = [contact.phone for each in contacts.values() for contact in each if contact.phone]
    assert all(re.fullmatch(r"0\d( \d\d){4}", phone) for phone in phones)
    assert contacts["domoplaies"][0].phone == "02 14 99 00 72"
    assert contacts["cart"][0].phone == "02 14 99 00 52"


def test_a_description_is_made_of_whole_sentences():
    for service in EDITION.services:
        for text in (service.description, service.basis, *service.conditions, *service.remarks, service.cost or "."):
            assert re.fullmatch(r"([A-ZÀÉÊ].*)?\.", text), f"{service.id}: {text}"
