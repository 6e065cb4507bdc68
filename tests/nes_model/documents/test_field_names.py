"""What a comma or a no-break space makes of the names of fields."""

import pytest

from nes_model.documents.nodes import parse
from nes_model.problems import InvalidInputError


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidInputError) as refusal:
        parse(text, "a.yaml")
    return [str(problem) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("braces", "cut"),
    [
        ("{t: 120,50}", [("120,50", "120.50")]),
        ("{t: 120, 50, u: 3}", [("120,50", "120.50")]),
        ("{t: 120,50 €}", [("120,50 €", "120.50")]),
        ("{min: 300,50, max: 350,50}", [("300,50", "300.50"), ("350,50", "350.50")]),
        ("[{a: {quantite: 2,5}}]", [("2,5", "2.5")]),
        ('{"t": 120,50}', [("120,50", "120.50")]),
    ],
)
def test_a_number_that_a_comma_cuts_between_braces_is_said_with_what_to_write(braces, cut):
    assert problems(f"nom: x\ntarifs: {braces}") == [
        f"a.yaml, ligne 2 : « {read} » est coupé à sa virgule. "
        f"Entre accolades, une décimale s'écrit avec un point : {written}."
        for read, written in cut
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: 120\n50:", {"a": "120", "50": None}),
        ("{50, a: 120}", {"50": None, "a": "120"}),
        ("{a: b, 50}", {"a": "b", "50": None}),
        ("{a: {}, 50}", {"a": {}, "50": None}),
        ("{a: '120', 50}", {"a": "120", "50": None}),
        ("{a: 120, '50': ''}", {"a": "120", "50": ""}),
        ("{a: 120, 50: 3}", {"a": "120", "50": "3"}),
        ("{a: 120, b}", {"a": "120", "b": None}),
    ],
)
def test_a_name_made_of_digits_that_follows_no_cut_number_is_a_name(text, plain):
    assert parse(text, "a").plain() == plain


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", " \u00a0"])
def test_a_no_break_space_before_a_colon_is_not_part_of_the_name(space):
    assert parse(f"categorie{space}: esms", "a").plain() == {"categorie": "esms"}
    assert problems(f"a: 1\na{space}: 2") == [
        "a.yaml, ligne 2 : « a » est donné deux fois (déjà ligne 1). Gardez-en un."
    ]


def test_a_no_break_space_that_stands_for_an_indent_is_said_rather_than_read_one_level_up():
    assert problems("options:\n\u00a0\u00a0dpm: {}") == [
        "a.yaml, ligne 2 : une espace insécable précède « dpm ». Remplacez-la par une espace ordinaire."
    ]
