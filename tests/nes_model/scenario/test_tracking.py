"""What is added to links on their way is ignored; what is misspelt is not."""

import pytest

from nes_model.scenario.scenario import Scenario
from nes_model.scenario.tracking import drop_tracking


@pytest.mark.parametrize(
    "word",
    [
        "utm_source",
        "UTM_Campaign",
        "fbclid",
        "gclid",
        "msclkid",
        "mc_cid",
        "_ga",
        "_gl",
        "mtm_campaign",
        "pk_source",
        "at_medium",
        "igshid",
    ],
)
def test_what_social_networks_and_mail_programs_add_is_known(word):
    assert drop_tracking({word: ["1"]}) == {}


@pytest.mark.parametrize(
    "word", ["categorie", "utm", "category", "1.categorie", "1.libelle", "reference", "gclidx", "option"]
)
def test_a_word_of_ours_or_a_misspelt_one_is_not_taken_for_it(word):
    assert drop_tracking({word: ["1"]}) == {word: ["1"]}


def test_no_word_of_a_scenario_is_taken_for_it():
    words = {word: ["1"] for word in Scenario.model_json_schema()["properties"]}
    assert drop_tracking(words) == words


def test_an_ampersand_of_a_page_s_source_is_no_part_of_a_word():
    asked = {"categorie": ["chu"], "amp;etablissements": ["3"], "amp;amp;horizon": ["2"], "amp;utm_source": ["lettre"]}
    assert drop_tracking(asked) == {"categorie": ["chu"], "etablissements": ["3"], "horizon": ["2"]}


def test_a_word_that_is_given_with_and_without_its_ampersand_is_given_twice():
    assert drop_tracking({"horizon": ["2"], "amp;horizon": ["3"]}) == {"horizon": ["2", "3"]}
