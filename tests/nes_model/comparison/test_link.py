"""A comparison as a link: short, readable, read back as it was, and harmless when it is not."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nes_model.comparison import link as comparison_links
from nes_model.comparison.link import ParsedComparison
from nes_model.comparison.selection import Selection
from nes_model.comparison.then_and_now import freeze
from nes_model.money import Amount
from nes_model.pricing.rule import price
from nes_model.scenario import link as links
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.examples import load_examples
from nes_model.scenario.saved import SavedScenario
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION, scenarios

EXAMPLES = [example.scenario for example in load_examples(EDITION).examples]

SIMULATOR = "edition=2026&categorie=esms&etablissements=3&options=pack-complementaire"
TWO = (
    "edition=2026&1.categorie=esms&1.etablissements=3&1.options=pack-complementaire+chef-de-projet~2.5~annuel"
    "&1.libelle=Les+Tilleuls&1.alors=2026_2026-11-24_0f1c2b3a4d5e6f70_3704.05_3700.00"
    "&2.categorie=chu&2.lectures=R1~sans-virgule&reference=2&de=1&vers=2"
)


def write(selection: Selection) -> str:
    return urlencode(comparison_links.write_parameters(selection, EDITION))


def read(text: str) -> ParsedComparison:
    return comparison_links.parse_text(text, EDITION)


def kept(several) -> tuple[SavedScenario, ...]:
    return tuple(SavedScenario(check_or_raise(scenario, EDITION)) for scenario in several)


def test_a_link_of_the_simulator_is_a_comparison_of_one():
    tilleuls = {"categorie": "esms", "etablissements": 3, "options": {"pack-complementaire": {}}}
    assert read(SIMULATOR) == ParsedComparison(Selection(kept([Scenario.model_validate(tilleuls)])))


def test_each_scenario_has_the_words_of_its_own_link_behind_its_number():
    reading = read("https://simulateur.exemple/comparaison?" + TWO)
    assert not reading.problems
    first, second = reading.selection.scenarios
    assert first.scenario.label == "Les Tilleuls"
    assert first.scenario.options["chef-de-projet"].quantity == 2.5
    assert first.frozen.first_year.low * 100 == 370405
    assert second.scenario.readings == {"R1": "sans-virgule"}
    assert (reading.selection.reference, reading.selection.pair) == (1, (0, 1))


@pytest.mark.parametrize("between", ["-", "~"])
def test_a_range_of_that_day_is_read_as_links_write_it_and_as_they_did(between):
    then = f"2026_2026-11-24_0f1c2b3a4d5e6f70_819.05{between}919.05_100.00"
    reading = read(f"1.categorie=esms&1.alors={then}")
    assert not reading.problems
    (saved,) = reading.selection.scenarios
    assert saved.frozen.first_year == Amount(Decimal("819.05"), Decimal("919.05"))
    assert saved.frozen.following_years == Amount.exactly(100)


def test_those_that_are_added_up_are_in_the_link():
    selection = Selection(kept(EXAMPLES[:3])).adding_up([0, 2])
    words = comparison_links.write_parameters(selection, EDITION)
    assert words["ensemble"] == "1 3"
    assert read(write(selection)).selection == selection


@pytest.mark.parametrize(
    ("written", "together", "told"),
    [
        ("1+9", (), "« ensemble » : « 9 » n'est pas le numéro d'un scénario de ce lien."),
        ("2", (), "« ensemble » ne nomme qu'un scénario : il en faut deux pour une somme."),
        ("1+2+2", (0, 1), ""),
        ("1%2B2", (0, 1), ""),
        ("", (), "« ensemble » : une valeur vide n'est pas le numéro d'un scénario de ce lien."),
    ],
)
def test_a_sum_that_names_what_is_not_there_is_told(written, together, told):
    found = read(f"1.categorie=esms&2.categorie=chu&ensemble={written}")
    assert found.selection.together == together
    assert [each.replace("\u00a0", " ") for each in found.problems] == ([told] if told else [])


def test_a_link_is_readable():
    selection = Selection(kept([EXAMPLES[3], EXAMPLES[6]]))
    assert write(selection) == (
        "edition=2026&1.libelle=EHPAD%2C+un+site&1.categorie=esms"
        "&2.libelle=Centre+hospitalier%2C+deux+sites&2.categorie=autre-es&2.etablissements=2"
        "&2.options=pack-complementaire+imagerie~1+dpm"
    )


def test_three_examples_take_a_few_hundred_characters_and_eight_less_than_two_thousand():
    for start in range(len(EXAMPLES) - 7):
        eight = EXAMPLES[start : start + 8]
        frozen_eight = tuple(freeze(price(each, EDITION), "2026-11-24") for each in eight)
        assert len(write(Selection(kept(eight[:3])))) < 500
        assert len(write(Selection(frozen_eight))) < 2000


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    several = draw(st.lists(scenarios(), max_size=8))
    dated = [
        freeze(price(each.scenario, EDITION), "2026-11-24") if draw(st.booleans()) else each for each in kept(several)
    ]
    places = st.integers(0, max(len(dated) - 1, 0))
    selection = Selection(tuple(dated)).with_reference(draw(places))
    return selection.explaining(draw(places), draw(places)) if len(dated) > 1 else selection


@settings(max_examples=60)
@given(selections())
def test_a_link_read_back_gives_the_same_comparison(selection):
    query = write(selection)
    assume(selection.scenarios and len(query) <= links.MOST_CHARACTERS)
    assert read(query) == ParsedComparison(selection)


@pytest.mark.parametrize(
    ("text", "kept_categories", "said"),
    [
        ("v=1&1.categorie=esms", ["esms"], "« v » n'est pas connu, il est ignoré."),
        ("1.categorie=clinique&2.categorie=chu", ["chu"], "Scénario 1 laissé de côté : « clinique » n'est pas une"),
        ("1.categorie=CH&2.categorie=chu", ["chu"], "Écrivez « ght-support » (Établissement support de GHT) ou"),
        ("1.categorie=esms&2.categorie=", ["esms"], "Scénario 2 laissé de côté"),
        ("1.categorie=esms&1.etablissements=x", ["esms"], "Scénario 1 : Établissements : « x » n'est pas un nombre"),
        ("1.categorie=esms&1.zut=1", ["esms"], "« zut » n'est pas connu, il est ignoré."),
        ("1.categorie=esms&1.edition=2027", ["esms"], "Scénario 1 : « edition » n'a pas sa place ici"),
        ("1.categorie=esms&2.libelle=B", ["esms"], "Scénario 2 laissé de côté : sa catégorie manque dans ce lien."),
        ("1.categorie=esms&9.categorie=chu", ["esms"], "plus de 8 scénarios : seuls les 8 premiers sont lus."),
        ("1.categorie=esms&01.categorie=chu", ["esms"], "« 01.categorie » n'est pas connu, il est ignoré."),
        ("1.categorie=esms&2.categorie=chu&reference=7", ["esms", "chu"], "« 7 » n'est pas le numéro d'un scénario"),
        ("1.categorie=esms&1.categorie=chu", ["esms"], "Scénario 1 : « categorie » est donné 2 fois."),
        ("1.categorie=esms&reference=1&reference=2", ["esms"], "« reference » est donné 2 fois."),
        ("1.categorie=esms&1.alors=2026_hier", ["esms"], "ses montants d'alors, « 2026_hier », ne peuvent être lus"),
        ("1.categorie=esms&1.alors=../../etc_2026-11-24_0f1c2b3a4d5e6f70_1_1", ["esms"], "ne peuvent être lus"),
        ("edition=2031&1.categorie=esms", ["esms"], "Montants calculés avec l'édition 2026."),
        ("1.categorie=esms&2.categorie=chu&de=2", ["esms", "chu"], "« de » et « vers » vont ensemble"),
        ("1.categorie=esms&2.categorie=chu&vers=2", ["esms", "chu"], "« de » et « vers » vont ensemble"),
        ("1.categorie=cst&1.options=dpm", ["cst"], "Option laissée de côté."),
        ("x" * 30_000, [], "Ce lien est trop long pour être lu."),
        ("&".join(f"x{number}=1" for number in range(500)), [], "Ce lien a trop de paramètres pour être lu."),
        ("bonjour", [], "Ce texte n'est pas un lien du simulateur."),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_and_the_rest_is_kept(text, kept_categories, said):
    reading = read(text)
    assert [each.scenario.category for each in reading.selection.scenarios] == kept_categories
    assert any(said in problem for problem in reading.problems), reading.problems


def test_a_category_may_be_said_in_the_words_of_who_wrote_it():
    reading = read("1.categorie=EHPAD")
    assert [each.scenario.category for each in reading.selection.scenarios] == ["esms"]
    assert not reading.problems


def test_a_truncated_link_keeps_the_scenarios_that_are_whole():
    whole = write(Selection(kept(EXAMPLES[:8])))
    for length in range(len(whole)):
        reading = read(whole[:length])
        assert all(price(each.scenario, EDITION) for each in reading.selection.scenarios)
    cut = read(whole[: whole.index("&3.")])
    assert [each.scenario for each in cut.selection.scenarios[:2]] == EXAMPLES[:2]


def test_a_link_full_of_errors_does_not_flood_the_page():
    reading = read(
        "&".join(f"{number}.categorie=esms&{number}.a=1&{number}.b=1&{number}.c=1" for number in range(1, 9))
    )
    assert len(reading.problems) == 9
    assert reading.problems[-1] == "Et 16 autres problèmes dans ce lien."


def test_a_link_never_holds_more_than_it_shows():
    """No compression: what is read is never longer than the link."""
    reading = read("1.categorie=esms&1.libelle=" + "x" * 15_000)
    assert sum(len(each.scenario.label) for each in reading.selection.scenarios) <= 120


@given(st.text(max_size=300))
def test_any_text_gives_scenarios_that_can_be_priced(text):
    reading = read(text)
    assert all(price(each.scenario, EDITION) for each in reading.selection.scenarios)


@given(
    st.dictionaries(
        st.sampled_from(
            ["v", "edition", "reference", "de", "vers", "ensemble", "categorie", "9.categorie"]
            + [f"{number}.{word}" for number in (1, 2, 8) for word in ("categorie", "options", "libelle", "alors")]
        ),
        st.lists(
            st.text(max_size=30)
            | st.sampled_from(
                ["1", "2", "1 2", "esms", "chu", "imagerie~2 x", "~", "2026_2026-11-24_0f1c2b3a4d5e6f70_1_1-2"]
            )
        ),
    )
)
def test_any_parameters_give_a_comparison_and_sentences(parameters):
    reading = comparison_links.parse_parameters(parameters, EDITION)
    assert all(price(each.scenario, EDITION) for each in reading.selection.scenarios)
    assert all(problem.endswith((".", "?")) for problem in reading.problems)
    assert reading.selection.reference < max(len(reading.selection.scenarios), 1)


@given(scenarios())
def test_the_words_of_a_scenario_are_those_of_its_own_link(scenario):
    own = links.write_parameters(scenario, EDITION)
    compared = comparison_links.write_parameters(Selection(kept([scenario])), EDITION)
    assert compared == {word if word == "edition" else f"1.{word}": value for word, value in own.items()}
