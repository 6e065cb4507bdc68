"""What may be wanted, and what to write instead of what may not."""

import pytest

from nes_model.needs.need import find_need, find_needs, list_needs, search_needs
from nes_model.problems import InvalidInputError
from tests.nes_model.strategies import EDITION


def test_every_service_may_be_wanted_and_every_need_is_found_by_its_id():
    needs = list_needs(EDITION)
    assert {service.id for service in EDITION.services} <= {need.id for need in needs}
    assert len({need.id for need in needs}) == len(needs)
    assert all(find_need(need.id, EDITION) == need for need in needs)


def test_a_feature_that_is_not_named_as_a_need_cannot_be_wanted_alone():
    assert EDITION.features_by_id["teleconsultation-simple"].need is None
    assert find_need("teleconsultation-simple", EDITION) is None


def test_any_level_will_do_when_only_the_service_is_named():
    levels = EDITION.services_by_id["teleconsultation"].levels
    assert len(find_need("teleconsultation", EDITION).ways) == len(levels) == 2
    assert len(find_need("teleconsultation:avancee", EDITION).ways) == 1


def test_the_same_need_asked_twice_counts_once():
    assert [need.id for need in find_needs(["mis", "rramu", "mis"], EDITION)] == ["mis", "rramu"]


def test_every_unknown_word_is_said_at_once_with_what_to_write_instead():
    with pytest.raises(InvalidInputError) as refusal:
        find_needs(["teleconsultaton", "mis", "teleconsultation:avance", "mis:x", "zut"], EDITION)
    said = [problem.message for problem in refusal.value.problems]
    assert len(said) == 4
    assert "Vouliez-vous dire « teleconsultation »" in said[0]
    assert "Vouliez-vous dire « teleconsultation:avancee »" in said[1]
    assert "n'a pas de niveaux. Écrivez « mis »" in said[2]
    assert "Écrivez l'un de : mon-espace-sante" in said[3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("teleconsultation", ["teleconsultation"]),  # an id decides, though two levels hold the word
        ("TELEsoin avance", ["telesoin:avance"]),
        ("Téléconsultation avancée", ["teleconsultation:avancee"]),
        ("geo", ["geodisponibilite"]),
        ("espace de FORMATION", ["e-learnes:simple"]),  # the whole label of one, though others hold its words
        ("transfert d’images par e-m@ge", ["teleimagerie:e-mage"]),  # as phones write an apostrophe
        ("zut", []),
        ("  ", []),
    ],
)
def test_a_need_is_found_by_the_words_of_its_label_whatever_the_accents(text, expected):
    assert [need.id for need in search_needs(text, EDITION)] == expected


def test_words_that_several_needs_hold_find_them_all():
    assert {"telesoin", "teleexpertise", "teleurgence"} <= {need.id for need in search_needs("tele", EDITION)}


def test_no_two_needs_share_a_label():
    labels = [need.label for need in list_needs(EDITION)]
    assert len(set(labels)) == len(labels)
