"""French spaces, numbers of things, and first letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.french import capitalise, list_words, space, write_count


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Lu : « a » ; b ?", "Lu\u00a0: «\u00a0a\u00a0»\u202f; b\u202f?"),
        ("20 % de 100 €", "20\u00a0% de 100\u00a0€"),
        ("5 000 et 02 50 53", "5\u202f000 et 02\u00a050\u00a053"),
        ("https://exemple.fr/?a=b : c", "https://exemple.fr/?a=b\u00a0: c"),
    ],
)
def test_no_mark_starts_a_line(written, shown):
    assert space(written) == shown


@pytest.mark.parametrize(
    ("words", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")]
)
def test_the_last_of_a_list_comes_after_and(words, written):
    assert list_words(words) == written


@given(st.text())
def test_spaced_twice_is_spaced_once(text):
    assert space(space(text)) == space(text)


@pytest.mark.parametrize(
    ("count", "words", "written"),
    [
        (0, "ligne", "0 ligne"),
        (1, "ligne non chiffrée", "1 ligne non chiffrée"),
        (2, "autre problème", "2 autres problèmes"),
        (3, "ligne non chiffrée", "3 lignes non chiffrées"),
        (1200, "organisation", "1\u202f200 organisations"),
    ],
)
def test_things_are_plural_from_two_on(count, words, written):
    assert write_count(count, words) == written


def test_only_the_first_letter_becomes_a_capital():
    assert [capitalise(text) for text in ("été à NeS", "", "EHPAD")] == ["Été à NeS", "", "EHPAD"]
