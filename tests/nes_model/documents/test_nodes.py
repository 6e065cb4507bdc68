"""YAML and JSON as text values that know their line."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nes_model.documents.nodes import MOST_BYTES, MOST_DEPTH, parse, read
from nes_model.problems import InvalidInputError


def problems(content: bytes | str) -> list[str]:
    with pytest.raises(InvalidInputError) as refusal:
        parse(content, "a.yaml")
    return [str(problem) for problem in refusal.value.problems]


def test_values_stay_as_they_are_written():
    text = "a: no\nb: 1685.00\nc: 012\nd: 2026-01-01\ne: 1_000\nf: yes\ng: on"
    assert parse(text, "a").plain() == {
        "a": "no",
        "b": "1685.00",
        "c": "012",
        "d": "2026-01-01",
        "e": "1_000",
        "f": "yes",
        "g": "on",
    }


def test_nothing_is_an_absent_value_unless_it_is_quoted():
    found = parse("a:\nb: ~\nc: null\nd: ''\ne: 'null'", "a").plain()
    assert found == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_json_is_read_with_its_tabs_and_its_characters_in_two_halves():
    words = {"libelle": "EHPAD « Les Tilleuls » 😀 \\ud83d/", "liste": [1, {"a": "b"}]}
    for text in (json.dumps(words, indent="\t"), json.dumps(words, ensure_ascii=False)):
        assert parse(text, "a").plain() == {"libelle": words["libelle"], "liste": ["1", {"a": "b"}]}


def test_a_byte_order_mark_is_not_part_of_the_text():
    assert parse(b"\xef\xbb\xbfa: b", "a").plain() == {"a": "b"}


def test_a_value_knows_the_line_of_its_name():
    document = parse("# note\na: b\nc:\n  # note\n  d:\n    - id: e\n      f: g\n    - id: h\n", "a")
    lines = {path: document.at(path).line for path in [("a",), ("c",), ("c", "d"), ("c", "d", 1), ("c", "d", "e", "f")]}
    assert lines == {("a",): 2, ("c",): 3, ("c", "d"): 5, ("c", "d", 1): 8, ("c", "d", "e", "f"): 7}


@pytest.mark.parametrize("path", [("x",), ("c", "x"), ("c", 9), ("a", "x"), ("c", "d", "x", 3)])
def test_what_is_not_there_is_pointed_at_from_the_nearest_above(path):
    document = parse("a: b\nc:\n  d:\n    - e", "a")
    assert document.at(path).line == {"x": 1, "a": 1, "c": 2}[path[0]] + (path[:2] == ("c", "d"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "a.yaml : le fichier est vide."),
        ("# rien\n", "a.yaml : le fichier est vide."),
        (b"\xff\xfea", "a.yaml : le texte n'est pas en UTF-8. Enregistrez le fichier avec l'encodage UTF-8."),
        ("é".encode("latin-1"), "a.yaml : le texte n'est pas en UTF-8."),
        ("a: b\n c: d", "a.yaml, ligne 2 : le texte n'est pas du YAML"),
        ("a: [b\nc: d\n", "a.yaml, ligne 1 : un guillemet, un crochet ou une accolade s'ouvre ici"),
        ('a: "b\nc: d\ne: f\n', "a.yaml, ligne 1 : un guillemet, un crochet ou une accolade s'ouvre ici"),
        ("a:\n\tb: c", "a.yaml, ligne 2 : une tabulation précède « b: c ». Remplacez-la par des espaces."),
        ("a: b\n \tc: d", "a.yaml, ligne 2 : une tabulation précède « c: d »."),
        ("a: 'b", "le texte n'est pas du YAML"),
        ("a: b\x00", "a.yaml : le texte contient un caractère interdit."),
        ('{"a": "\\ud83d"}', "le texte n'est pas du YAML"),
        ("a: b\na: c", "a.yaml, ligne 2 : « a » est donné deux fois (déjà ligne 1). Gardez-en un."),
        ("? [a, b]\n: c", "a.yaml, ligne 1 : un nom de champ doit être un mot."),
        ("a: &x b\nc: *x", "a.yaml, ligne 1 : les ancres et les renvois (& et *) ne sont pas acceptés"),
        ("a: b\nc: !!python/object:os.system x", "a.yaml, ligne 2 : les étiquettes (!) ne sont pas acceptées"),
        ("a: b\n---\nc: d", "a.yaml, ligne 2 : un seul document par fichier : retirez « --- »."),
        ("a" * (MOST_BYTES + 1), "a.yaml : le fichier dépasse 1\u202f000\xa0ko."),
        (b"a" * (MOST_BYTES + 1), "a.yaml : le fichier dépasse 1\u202f000\xa0ko."),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(content, said):
    (problem,) = problems(content)
    assert said in problem


def test_an_alias_bomb_is_refused_before_it_grows():
    names = zip("abcdefgh", "bcdefghi", strict=True)
    bomb = "a: &a [x, x]\n" + "".join(f"{name}: &{name} [*{before}, *{before}]\n" for before, name in names)
    (problem,) = problems(bomb)
    assert problem.startswith("a.yaml, ligne 1 : les ancres et les renvois (& et *) ne sont pas acceptés")


@pytest.mark.parametrize("content", ["[" * 400_000, "{a: " * 200_000, "- " * 400_000])
def test_a_bottomless_list_is_refused_before_it_is_built(content):
    assert problems(content) == ["a.yaml, ligne 1 : plus de 20 niveaux imbriqués."]


def test_the_depth_that_is_allowed_is_read():
    assert parse("[" * MOST_DEPTH + "]" * MOST_DEPTH, "a").line == 1


def test_every_repeated_name_is_told_at_once():
    assert problems("a: 1\nb: {c: 1, c: 2}\na: 3\nb: 4") == [
        "a.yaml, ligne 2 : « c » est donné deux fois (déjà ligne 2). Gardez-en un.",
        "a.yaml, ligne 3 : « a » est donné deux fois (déjà ligne 1). Gardez-en un.",
        "a.yaml, ligne 4 : « b » est donné deux fois (déjà ligne 2). Gardez-en un.",
    ]


def test_a_file_is_read_by_its_name(tmp_path):
    (tmp_path / "tarifs.yaml").write_text("a: b", encoding="utf-8")
    assert read(tmp_path / "tarifs.yaml").child("a").file == "tarifs.yaml"


def test_a_file_that_is_missing_too_large_or_a_folder_is_refused(tmp_path):
    large = tmp_path / "grand.yaml"
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    for path, said in [
        (tmp_path / "absent.yaml", "ce fichier n'existe pas."),
        (tmp_path, "ce fichier ne peut être lu."),
        (large, "le fichier dépasse 1\u202f000\xa0ko."),
    ]:
        with pytest.raises(InvalidInputError, match=said):
            read(Path(path))


@given(st.text() | st.binary() | st.text("{}[]:,&*!-?'\"\n\t #ab|>%@~"))
def test_any_text_is_read_or_refused_in_french(content):
    with suppress(InvalidInputError):
        assert isinstance(parse(content, "a.yaml").plain(), str | list | dict | None)
