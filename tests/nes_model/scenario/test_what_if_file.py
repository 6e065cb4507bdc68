"""Supposed amounts as a file."""

import pytest
from hypothesis import given

from nes_model.problems import InvalidInputError
from nes_model.scenario import what_if_file as supposition_file
from nes_model.scenario.scenario import Scenario
from nes_model.scenario.what_if_file import Simulation
from tests.nes_model.strategies import EDITION, tariffs


def test_the_file_says_what_it_is():
    scenario = Scenario.model_validate(
        {"categorie": "esms", "tarifs": {"contribution-esms": "120.00", "coordination": {"min": "390", "max": "490"}}}
    )
    assert supposition_file.written(scenario, EDITION) == (
        'nature: simulation de tarif\nedition: "2026"\nmontants:\n'
        "  contribution-esms: 120.00\n  coordination: {min: 390, max: 490}\n"
    )


@given(tariffs())
def test_a_file_read_back_gives_the_same_amounts(supposed):
    scenario = Scenario(category="esms", tariffs=supposed)
    content = supposition_file.written(scenario, EDITION).encode()
    assert supposition_file.read(content, "tarifs.yaml", EDITION) == Simulation(supposed)


def test_a_file_made_under_another_edition_says_so():
    content = b'nature: simulation de tarif\nedition: "2025"\nmontants:\n  contribution-esms: 120.00\n'
    assert "sous l'édition 2025" in supposition_file.read(content, "t.yaml", EDITION).remark


def test_every_unknown_charge_is_refused_by_name_at_its_line():
    content = b"nature: simulation de tarif\nmontants:\n  contribution-esm: 120.00\n  pack-es: 90.00\n"
    with pytest.raises(InvalidInputError) as refusal:
        supposition_file.read(content, "t.yaml", EDITION)
    first, second = map(str, refusal.value.problems)
    assert first.startswith(
        "t.yaml, ligne 3 : « contribution-esm » n'est pas un tarif. Vouliez-vous dire « contribution-esms »"
    )
    assert second.startswith("t.yaml, ligne 4 : « pack-es » n'est pas un tarif.")


def test_what_is_unknown_and_what_is_badly_written_are_said_together_in_the_order_of_the_file():
    content = b"nature: simulation de tarif\nmontants:\n  contribution-esms: cher\n  pack-es: 90.00\n  pack-chu: -1\n"
    with pytest.raises(InvalidInputError) as refusal:
        supposition_file.read(content, "t.yaml", EDITION)
    badly_written, unknown, negative = map(str, refusal.value.problems)
    assert badly_written.startswith("t.yaml, ligne 3 : contribution-esms : ")
    assert unknown.startswith("t.yaml, ligne 4 : ")
    assert "pack-es" in unknown
    assert "n'est pas un tarif." in unknown
    assert negative.startswith("t.yaml, ligne 5 : pack-chu : ")


def test_a_file_of_another_nature_is_refused():
    with pytest.raises(InvalidInputError, match="simulation de tarif"):
        supposition_file.read(b"nature: tarif\nmontants: {}\n", "t.yaml", EDITION)
