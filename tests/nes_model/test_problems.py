"""What was read, and what to write instead."""

import pytest

from nes_model.problems import InvalidInputError, Problem, cite, list_first_problems, suggest


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("trois", "« trois »"),
        ("  deux\n lignes\u00a0 ", "« deux lignes »"),
        ("\x1b[31mrouge\ud83d", "« [31mrouge »"),
        ("x" * 60, f"« {'x' * 60} »"),
        ("x" * 61, f"« {'x' * 60}… »"),
        (None, "une valeur vide"),
        ("", "une valeur vide"),
        ({"a": "b"}, "une suite de champs"),
        (["a"], "une liste"),
        ([], "une liste vide"),
    ],
)
def test_what_was_read_is_shown_short_and_in_french(value, shown):
    assert cite(value) == shown


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("ESMS", "Vouliez-vous dire « esms » ?"),
        ("ehpad", "Écrivez l'un de : chu, esms, ville."),
        ("vil", "Vouliez-vous dire « ville » ?"),
        ("", "Écrivez l'un de : chu, esms, ville."),
    ],
)
def test_the_nearest_known_word_is_proposed_or_else_all_of_them(word, said):
    assert suggest(word, ["chu", "esms", "ville"]) == said


def test_where_nothing_is_known_it_is_to_be_removed():
    assert suggest("x", []) == "Retirez-le."


def test_a_problem_says_its_place_as_far_as_it_is_known():
    assert str(Problem("mal écrit.", "a.yaml", 3)) == "a.yaml, ligne 3 : mal écrit."
    assert str(Problem("mal écrit.", "a.yaml")) == "a.yaml : mal écrit."
    assert str(Problem("mal écrit.")) == "mal écrit."


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\x9b", "\n", "\u2028", "\u202e"])
def test_what_a_terminal_obeys_is_not_repeated_from_a_name(sign):
    said = str(Problem(f"« {sign}pack » n'est pas une option.", f"a{sign}.yaml", 3))
    assert said.isprintable()
    assert "pack » n'est pas une option." in said


def test_an_error_carries_every_problem_a_line_each():
    error = InvalidInputError([Problem("un."), Problem("deux.", "a.yaml", 2)])
    assert str(error) == "un.\na.yaml, ligne 2 : deux."


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (3, "2"),
        (4, "Et 1 autre problème. Corrigez d'abord ceux-ci."),
        (315, "Et 312 autres problèmes. Corrigez d'abord ceux-ci."),
    ],
)
def test_thousands_of_problems_are_counted_past_the_first_ones(count, last):
    told = list_first_problems([str(each) for each in range(count)], 3)
    assert told[:3] == ["0", "1", "2"]
    assert told[-1] == last
