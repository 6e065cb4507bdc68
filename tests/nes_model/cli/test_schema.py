"""`schema`: what a scenario and an edition may hold."""

import json

import pytest

from nes_model.scenario.scenario import Scenario
from tests.nes_model.cli.running import run


def schema(capsys, *words: str) -> dict[str, object]:
    return json.loads(run(capsys, "schema", *words).output)


def test_a_scenario_has_the_words_of_the_interface(capsys):
    found = schema(capsys)
    assert set(found["properties"]) == {field.alias or name for name, field in Scenario.model_fields.items()}
    assert found["required"] == ["categorie"]
    assert found["additionalProperties"] is False
    assert schema(capsys, "scenario") == found


def test_every_word_of_a_scenario_is_explained_in_french(capsys):
    for word, field in schema(capsys)["properties"].items():
        assert field.get("description", "").endswith("."), word


def test_an_edition_has_its_sections(capsys):
    assert {"edition", "colleges", "prestations", "lectures"} <= set(schema(capsys, "edition")["properties"])


def test_docstrings_meant_for_developers_are_left_out(capsys):
    for what in ("scenario", "edition"):
        found = schema(capsys, what)
        assert not [each for each in (found, *found["$defs"].values()) if "description" in each]


@pytest.mark.parametrize("what", ["tarif", ""])
def test_another_schema_is_refused(capsys, what):
    assert run(capsys, "schema", what).problems[0].startswith("Commande mal écrite.")
