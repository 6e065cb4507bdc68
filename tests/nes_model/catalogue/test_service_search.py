"""Finding services in the grid."""

import pytest

from nes_model.catalogue.service import Mark
from nes_model.catalogue.service_search import Search, check_search, find_services
from tests.nes_model.strategies import EDITION


def ids(**words: str) -> list[str]:
    return [service.id for service in find_services(Search.model_validate(words), EDITION)]


def test_nothing_asked_shows_every_service_in_catalogue_order():
    assert ids() == [service.id for service in EDITION.services]


@pytest.mark.parametrize("typed", ["geo", "GÉO", "  Géo  ", "geodisponibilite"])
def test_accents_case_and_spaces_do_not_matter(typed):
    assert ids(cherche=typed) == ["geodisponibilite"]


def test_every_word_must_be_found():
    assert ids(cherche="reseau aide urgente") == ["rramu"]
    assert not ids(cherche="reseau zut")


@pytest.mark.parametrize("typed", ["telesoin avance", "Télésoin-avancé"])
def test_a_service_is_found_by_its_levels(typed):
    assert ids(cherche=typed) == ["telesoin"]


def test_a_contract_is_found_through_the_service_that_opens_it():
    assert ids(cherche="syvik") == ["centrale-achat"]


def test_a_college_keeps_what_it_may_have_and_what_cannot_be_read():
    kept = ids(college="E")
    assert "rramu" not in kept
    assert {"telesoin", "cart", "dac"} <= set(kept)
    assert ids(college="D", cherche="geo") == ["geodisponibilite"]


def test_a_mark_is_looked_for_in_the_college_or_in_any():
    assert set(ids(college="D", marque="plus")) == {"geodisponibilite"}
    unknown = ids(college="E", marque="inconnu")
    assert {"teleexpertise", "telesoin"} <= set(unknown)
    assert all(EDITION.services_by_id[each].marks["E"] is Mark.UNKNOWN for each in unknown)
    assert {"rramu", "geodisponibilite", "teleurgence"} <= set(ids(marque="plus"))


def test_what_no_college_must_join_for_is_found():
    free = ids(adhesion="non")
    assert "mis" in free
    assert "teleconsultation" not in free
    assert set(free) | set(ids(adhesion="oui")) == set(ids())
    assert ids(famille="institutionnel") == [service.id for service in EDITION.services_of("institutionnel")]


def test_a_college_or_a_family_that_does_not_exist_is_told():
    wrong = check_search(Search(college="Z", family="gcss"), EDITION)
    assert [word for (word,), _ in wrong] == ["college", "famille"]
    assert "Vouliez-vous dire « gcs »" in wrong[1][1]
