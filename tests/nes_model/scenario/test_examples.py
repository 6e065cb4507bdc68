"""The ready-made organisations."""

import pytest

from nes_model.comparison.access import list_access_only_by
from nes_model.pricing.rule import price
from nes_model.problems import InvalidInputError
from nes_model.scenario.examples import load_examples
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION


def test_every_example_can_be_priced_and_has_one_sentence():
    examples = load_examples(EDITION)
    assert len(examples.examples) >= 12
    for example in examples.examples:
        assert price(example.scenario, EDITION).lines
        assert example.description.endswith(".")
        assert example.description.count(". ") == 0


def test_examples_show_every_category():
    assert {example.scenario.category for example in load_examples(EDITION).examples} == set(EDITION.categories)


def test_an_example_that_an_edition_cannot_price_is_left_aside():
    others = tuple(college for college in EDITION.colleges if college.id != "C")
    examples = load_examples(EDITION)
    found = examples.check_all(EDITION.model_copy(update={"colleges": others}))
    of_c = {category.id for college in EDITION.colleges if college.id == "C" for category in college.categories}
    assert list(found) == [each.id for each in examples.examples if each.scenario.category not in of_c]
    assert len(found) < len(examples.examples)


def test_every_problem_of_the_examples_is_said_at_once(tmp_path):
    path = tmp_path / "exemples.yaml"
    path.write_text(
        "comparaisons:\n- {libelle: A ou B ?, exemples: [a, c]}\n"
        "exemples:\n- {id: a, description: D., scenario: {categorie: esms}}\n"
        "- {id: a, description: D., scenario: {categorie: cst, libelle: B, options: {dpm: {}}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InvalidInputError) as refused:
        load_examples(EDITION, tmp_path)
    said = str(refused.value)
    assert [problem.line for problem in refused.value.problems] == [4, 5, 5, 2]
    assert "il manque « libelle »" in said
    assert "« a » est déjà l'identifiant d'un autre exemple" in said
    assert "Le catalogue ne donne un prix que pour les collèges A à D" in said
    assert "« c » n'est pas un exemple" in said


def test_what_one_scenario_opens_and_the_other_does_not():
    with_pack = price(Scenario.model_validate({"categorie": "ville", "options": {"pack-complementaire": {}}}), EDITION)
    without = price(Scenario(category="ville"), EDITION)
    assert "feuilles de soins électroniques" in list_access_only_by(with_pack, without)
    assert list_access_only_by(without, with_pack) == ()


def test_a_function_that_a_college_is_not_named_for_is_not_opened():
    pack = {"options": {"pack-complementaire": {}}}
    ville, rst = (price(Scenario.model_validate({"categorie": each} | pack), EDITION) for each in ("ville", "rst"))
    # the grid has « — » for college D, and not for college B, on these two services
    assert list_access_only_by(ville, rst) == (
        "interprétation d'imagerie à distance",
        "Téléurgence, dont Télé-AVC",
        "Téléurgence simple",
        "Téléurgence",
        "Téléimagerie",
    )
