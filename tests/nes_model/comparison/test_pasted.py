"""A link is found in what someone pastes, however it came there; nothing of it is lost without a word."""

import html
from urllib.parse import quote, urlencode

import pytest

from nes_model.comparison import link as comparison_links
from nes_model.comparison.pasted import find_link
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario
from tests.nes_model.strategies import EDITION

LINK = "https://s.fr/?categorie=esms&etablissements=3"
OTHER = "https://s.fr/?categorie=chu&etablissements=2"
BOTH = "https://s.fr/comparaison?1.categorie=esms&2.categorie=chu"
PARAMETERS = {"categorie": ["esms"], "etablissements": ["3"]}


def safelink(link: str) -> str:
    query = urlencode({"url": link, "data": "05|02", "sdata": "x=", "reserved": "0"})
    return f"https://eur01.safelinks.protection.outlook.com/?{query}"


def redirection(link: str) -> str:
    return f"https://www.google.com/url?{urlencode({'q': link, 'sa': 'D'})}"


@pytest.mark.parametrize(
    "text",
    [
        LINK,
        "?categorie=esms&etablissements=3",
        "categorie=esms&etablissements=3",
        "s.fr/?categorie=esms&etablissements=3",
        f"{LINK}#haut",
        f"Avez-vous vu {LINK} ?",
        f"Avez-vous vu {LINK}?",
        f"Simulation #2 : {LINK}",
        "Voici ?categorie=esms&etablissements=3 !",
        f"Voir https://exemple.fr/?page=3 et {LINK}",
        f"« {LINK} »",
        f"(voir {LINK}).",
        f"<{LINK}>",
        f"<{LINK}|{LINK}>",
        f"**{LINK}**",
        f"[ma simulation]({LINK})",
        f"[{LINK}]({LINK}).",
        html.escape(LINK),
        f'<a href="{html.escape(LINK)}">ma simulation</a>',
        f"<a href='{html.escape(LINK)}'>{LINK}</a>",
        LINK.replace("=", "=3D"),
        quote(LINK, safe=""),
        f"Voir {quote(LINK, safe='')}",
        safelink(LINK),
        safelink(html.escape(LINK)),
        redirection(LINK),
        redirection(safelink(LINK)),
        f"https://www.google.com/url?q={LINK}",
    ],
)
def test_a_link_is_read_whatever_is_around_it(text):
    assert find_link(text) == (PARAMETERS, ())


def test_the_plus_signs_that_a_redirection_leaves_as_they_are_still_part_options():
    wrapped = "https://www.google.com/url?q=https%3A%2F%2Fs.fr%2F%3Fcategorie%3Desms%26options%3Ddpm+mis"
    assert find_link(wrapped).parameters["options"] == ["dpm mis"]


def test_a_link_in_a_name_is_not_followed():
    text = f"?{urlencode({'libelle': OTHER, 'categorie': 'esms'})}"
    assert find_link(text).parameters == {"libelle": [OTHER], "categorie": ["esms"]}


@pytest.mark.parametrize(
    "text", [f"{LINK} {OTHER}", f"{BOTH} {LINK}", f"{LINK}, puis {OTHER}", f"[a]({LINK})[b]({OTHER})"]
)
def test_of_several_links_none_is_taken_and_it_is_said(text):
    reading = comparison_links.parse_text(text, EDITION)
    assert not reading.selection.scenarios
    assert reading.problems == ("Ce texte contient 2 liens : aucun n'est lu. Collez-les un par un.",)


@pytest.mark.parametrize("text", ["bonjour", "https://s.fr/", "Avez-vous vu ?", "", "100%"])
def test_a_text_without_a_link_is_said_to_have_none(text):
    with pytest.raises(InvalidInputError, match="n'est pas un lien du simulateur"):
        find_link(text)


@pytest.mark.parametrize(
    ("written", "word", "value"),
    [
        ("libelle=Les Tilleuls&etablissements=3", "libelle", "Les Tilleuls"),
        ("options=dpm mis rssi~2&etablissements=3", "options", "dpm mis rssi~2"),
        ("etablissements=1 200", "etablissements", "1 200"),
        ("tarifs=contribution-esms~120 à 130", "tarifs", "contribution-esms~120 à 130"),
        ("tarifs=contribution-esms~120 € à 130 €", "tarifs", "contribution-esms~120 € à 130"),
    ],
)
def test_a_link_written_by_hand_with_spaces_is_read_whole(written, word, value):
    link = find_link(f"https://s.fr/?categorie=esms&{written}")
    assert link.parameters[word] == [value]
    assert link.problems == ()


def test_words_after_a_link_are_not_read_and_it_is_said():
    assert find_link(f"{LINK}&options=dpm mis") == (
        PARAMETERS | {"options": ["dpm"]},
        ("Ce qui suit le lien n'est pas lu : « mis ».",),
    )


def test_no_word_of_a_link_is_taken_for_a_sign_of_a_page():
    words = [*Scenario.model_json_schema()["properties"], "edition", "reference", "de", "vers", "ensemble", "1.alors"]
    query = "categorie=esms" + "".join(f"&{word}=1" for word in words if word != "categorie")
    assert set(find_link(query).parameters) == set(words)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("edition=2026", "Ce lien ne contient aucun scénario."),
        ("categorie=clinique&etablissements=3", "Scénario laissé de côté : « clinique » n'est pas une catégorie."),
        ("etablissements=3&edition=2026", "Scénario laissé de côté : sa catégorie manque dans ce lien."),
    ],
)
def test_a_link_without_a_known_category_adds_nothing_and_says_so(query, said):
    reading = comparison_links.parse_text(f"https://s.fr/?{query}", EDITION)
    assert not reading.selection.scenarios
    (problem,) = reading.problems
    assert problem.startswith(said)


def test_an_ampersand_of_a_page_s_source_is_read_in_an_address_too():
    reading = comparison_links.parse_parameters({"1.categorie": ["esms"], "amp;1.etablissements": ["3"]}, EDITION)
    assert reading == comparison_links.parse_text("1.categorie=esms&1.etablissements=3", EDITION)
    assert reading.selection.scenarios[0].scenario.establishments == 3
