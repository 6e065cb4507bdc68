"""Any file as a scenario: a scenario that can be priced, or problems in French."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.cli.scenario_files import read_saved
from nes_model.pricing.rule import price
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios

WORDS = [field.alias or name for name, field in Scenario.model_fields.items()]
names = st.sampled_from([*WORDS, "quantite", "rythme", "facturation", "min", "R1", "R7", "dpm", "imagerie", "x"])
values = st.recursive(
    st.none() | st.text(max_size=5) | st.sampled_from(["esms", "3", "-1", "annuel", "prorata", "zut", 2, 2.5]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=3),
    max_leaves=10,
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("scenarios") / "a.json"


@given(asked=st.dictionaries(st.sampled_from(WORDS), values, max_size=6))
def test_any_document_is_priced_or_refused_with_a_line_for_each_problem(file, asked):
    file.write_text(json.dumps(asked), encoding="utf-8")
    problems = []
    try:
        scenario = read_saved(str(file), EDITION).scenario
    except InvalidInputError as error:
        problems = error.problems
    assert problems or price(scenario, EDITION).lines
    assert all(problem.line for problem in problems)


@given(scenario=scenarios())
def test_a_scenario_written_as_json_is_read_back(file, scenario):
    file.write_text(scenario.model_dump_json(by_alias=True), encoding="utf-8")
    assert read_saved(str(file), EDITION).scenario == scenario
