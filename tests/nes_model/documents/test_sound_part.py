"""Leaving out what is wrong, and keeping the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.documents.nodes import Finding
from nes_model.documents.sound_part import Words, keep_sound
from nes_model.documents.validation import parse_model
from nes_model.scenario.scenario import FIELDS_BY_WORD, Scenario


def keep_scenario(**asked: object) -> tuple[Scenario, list[Finding]]:
    return keep_sound(asked, lambda sound: parse_model(Scenario, {"categorie": "esms", **sound}))


def scenario(**words: object) -> Scenario:
    return Scenario.model_validate({"categorie": "esms", **words})


def test_what_is_right_is_kept_whole_and_nothing_is_told():
    assert keep_scenario(horizon="3", options={"dpm": {}}) == (scenario(horizon="3", options={"dpm": {}}), [])


def test_a_wrong_word_is_left_out_and_told_where_it_is():
    kept, [(path, message)] = keep_scenario(horizon="99", etablissements="3")
    assert (kept, path) == (scenario(etablissements="3"), ("horizon",))
    assert message == "horizon : « 99 » est trop grand : au plus 10."


def test_of_an_entry_only_the_wrong_detail_is_left_out():
    kept, [(path, _)] = keep_scenario(options={"rssi": {"quantite": "x", "rythme": "annuel"}, "dpm": {}})
    assert kept == scenario(options={"rssi": {"rythme": "annuel"}, "dpm": {}})
    assert path == ("options", "rssi", "quantite")


def test_an_entry_that_is_wrong_in_several_ways_takes_no_other_with_it():
    kept, found = keep_scenario(tarifs={"a.b": "x", "dpm": "3"}, options={"c.d": {"quantite": "x"}, "dpm": {}})
    assert kept == scenario(tarifs={"dpm": "3"}, options={"dpm": {}})
    assert {path[:2] for path, _ in found} == {("tarifs", "a.b"), ("options", "c.d")}
    assert len(found) == 4


def test_what_only_the_rest_shows_to_be_wrong_is_left_out_in_its_turn():
    def parse(words: Words) -> tuple[Words | None, list[Finding]]:
        return (None, [((max(words),), "de trop")]) if len(words) > 1 else (words, [])

    assert keep_sound({"a": 1, "b": 2, "c": 3}, parse) == ({"a": 1}, [(("c",), "de trop"), (("b",), "de trop")])


def test_a_finding_about_what_an_entry_does_not_say_takes_the_entry():
    def parse(words: Words) -> tuple[Words | None, list[Finding]]:
        return (None, [(("a", "missing"), "manque")]) if "a" in words else (words, [])

    assert keep_sound({"a": {"b": 1}, "c": 2}, parse)[0] == {"c": 2}


def test_several_findings_about_what_an_entry_does_not_say_take_that_entry_and_no_other():
    def parse(words: Words) -> tuple[Words | None, list[Finding]]:
        missing: list[Finding] = [(("a", "b", name), "manque") for name in ("one", "two")]
        return (None, missing) if "b" in words["a"] else (words, [])

    assert keep_sound({"a": {"b": {}, "c": {}}}, parse)[0] == {"a": {"c": {}}}


class _Name(str):
    """A name that counts how often it is put or looked for in a dictionary or a set."""

    __slots__ = ()
    looked_for = 0

    def __hash__(self) -> int:
        _Name.looked_for += 1
        return super().__hash__()


def test_a_great_many_wrong_entries_are_left_out_at_once_and_not_one_by_one():
    asked = {"options": {_Name(index): "x" for index in range(300)}}

    def parse(words: Words) -> tuple[Words | None, list[Finding]]:
        found: list[Finding] = [(("options", name), "de trop") for name in words["options"]]
        return (None, found) if found else (words, [])

    _Name.looked_for = 0
    assert keep_sound(asked, parse)[0] == {"options": {}}
    assert _Name.looked_for < 10 * 300  # 300 × 300 / 2 and more, were all the others copied for each


def test_what_was_written_is_not_changed():
    asked = {"options": {"rssi": {"quantite": "x"}}}
    keep_scenario(**asked)
    assert asked == {"options": {"rssi": {"quantite": "x"}}}


_NAMES = st.sampled_from(["rssi", "dpm", "R1", "a.b", "é", "quantite", "rythme", "min", "max"])
_VALUES = st.recursive(
    st.none() | st.sampled_from(["esms", "3", "-1", "annuel", "2,5", ""]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS_BY_WORD)), _VALUES, max_size=6))
def test_something_is_always_kept_and_all_that_is_not_is_told(asked):
    kept, found = keep_scenario(**asked)
    assert bool(found) == (parse_model(Scenario, {"categorie": "esms", **asked})[0] is None)
    assert isinstance(kept, Scenario)


def test_what_is_wrong_without_being_given_is_a_fault_of_the_program_and_not_a_search_for_ever():
    with pytest.raises(ValueError, match="wrong without being given"):
        keep_sound({"libelle": "Les Tilleuls"}, lambda _: (None, [(("categorie",), "il manque « categorie ».")]))
