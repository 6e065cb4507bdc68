"""What pydantic refuses, said in French at its line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from nes_model.catalogue.charge import Choice
from nes_model.catalogue.doubt import Doubt
from nes_model.catalogue.edition import Edition
from nes_model.catalogue.offer import Offer
from nes_model.documents import nodes as documents
from nes_model.documents.validation import validate, write_sentence
from nes_model.problems import InvalidInputError
from nes_model.scenario.scenario import Scenario

ENGLISH = re.compile(r"\b(?:input|should|valid|value|field|string|required|None|type|list|dict|instance)\b")


def problems(text: str, model: type = Scenario) -> list[str]:
    with pytest.raises(InvalidInputError) as refusal:
        validate(model, documents.parse(text, "a.yaml"))
    return [str(problem) for problem in refusal.value.problems]


def test_a_sound_document_is_a_model():
    assert validate(Scenario, documents.parse("categorie: esms", "a")) == Scenario(category="esms")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "a.yaml, ligne 1 : il manque « categorie »."),
        ("- a", 'a.yaml, ligne 1 : une liste n\'est pas une suite de champs. Écrivez {"nom": "valeur"}'),
        ("esms", "a.yaml, ligne 1 : « esms » n'est pas une suite de champs."),
        (
            "categorie: a\nhorizont: 3",
            "a.yaml, ligne 2 : « horizont » n'est pas connu ici. Vouliez-vous dire « horizon » ?",
        ),
        ("categorie: a\nhorizon: 11", "a.yaml, ligne 2 : horizon : « 11 » est trop grand : au plus 10."),
        ("categorie: a\nhorizon: 0", "horizon : « 0 » est trop petit : au moins 1."),
        ("categorie: a\nutilisateurs: 100001", "« 100001 » est trop grand : au plus 100\u202f000."),
        (
            "categorie: a\nhorizon:",
            "horizon : une valeur vide n'est pas un nombre entier positif. Écrivez par exemple 3.",
        ),
        ("categorie: a\nhorizon: {b: c}", "horizon : une suite de champs n'est pas un nombre entier positif."),
        ("categorie: été", "categorie : « été » n'est pas un identifiant."),
        ("categorie: [a]", "categorie : une liste n'est pas un texte. Écrivez un texte sur une ligne."),
        ("categorie: a\nlibelle: " + "x" * 121, "est trop long : 120 caractères au plus."),
        ('categorie: a\nlibelle: "b\\nc"', "libelle : « b c » n'est pas un nom sur une seule ligne."),
        ("categorie: a\nhausse_annuelle: 51", "est trop grand : au plus 50."),
        ("categorie: a\noptions: dpm", "a.yaml, ligne 2 : options : « dpm » n'est pas une suite de champs."),
        ("categorie: a\noptions: {dpm: 3}", "dpm : « 3 » n'est pas une suite de champs."),
        (
            "categorie: a\noptions:\n  rssi:\n    quantite: 0",
            "a.yaml, ligne 4 : quantite : « 0 » est trop petit : plus de 0.",
        ),
        (
            "categorie: a\noptions: {rssi: {quantit: 3}}",
            "« quantit » n'est pas connu ici. Vouliez-vous dire « quantite » ?",
        ),
        (
            "categorie: a\noptions: {rssi: {rythme: anuel}}",
            "« anuel » n'est pas un rythme possible ici. Écrivez « une-fois » ou « annuel ».",
        ),
        (
            "categorie: a\noptions: {rssi: {rythme: mensuel}}",
            "« mensuel » n'est pas un rythme possible ici. Écrivez « une-fois » ou « annuel ».",
        ),
        ("categorie: a\n2027: 1", "« 2027 » n'est pas connu ici. Écrivez l'un de : "),
        ("categorie: a\noptions: {p: {facturation: x}}", "Écrivez « auto », « utilisateur » ou « structure »."),
        ("categorie: a\nlectures: {R1: [b]}", "R1 : une liste n'est pas un texte."),
        ("categorie: a\ntarifs: {t: x}", "t : « x » n'est pas un nombre positif"),
        ("categorie: a\ntarifs: {t: {min: 2, max: 1}}", "t : a un « min » plus grand que son « max ». Échangez-les."),
        ("categorie: a\ntarifs: {t: {min: 2}}", "t : doit s'écrire 100.00 ou {min: 715.00, max: 815.00}."),
        (
            "categorie: a\ntarifs:\n" + "".join(f"  t{number}: 1\n" for number in range(201)),
            "tarifs : une suite de champs a trop d'éléments : 200 au plus.",
        ),
    ],
)
def test_an_error_says_what_was_read_and_what_to_write(text, said):
    (problem,) = problems(text)
    assert said in problem


def test_every_error_is_said_at_once():
    assert len(problems("horizon: 0\nstructures: -1\nx: y\noptions: {rssi: {quantite: x, rythme: y}}")) == 6


@pytest.mark.parametrize(
    ("model", "text", "said"),
    [
        (
            Doubt,
            "{id: R1, titre: '', imprime: i, retenue: r, motif: m}",
            "titre : une valeur vide n'est pas un texte.",
        ),
        (Doubt, "{id: R1, titre: t, imprime: i, retenue: r, motif: m, autres: [{id: a}]}", "il manque « libelle »."),
        (
            Offer,
            "{id: o, libelle: l, groupe: g, souscription: x, source: s}",
            "Écrivez l'un de : obligatoire, incluse,",
        ),
        (Edition, "{prestations: []}", "prestations : une liste vide n'est pas une liste remplie."),
    ],
)
def test_an_edition_s_errors_are_said_too(model, text, said):
    assert any(said in problem for problem in problems(text, model))


def test_the_names_proposed_are_those_of_the_place():
    text = (
        "{id: o, libelle: l, groupe: g, souscription: incluse, source: s,"
        " tarifs: [{id: t, libelle: l, pour: tous, montant: 1, par: jour, rythme: annuel, ryth: x}]}"
    )
    (problem,) = problems(text, Offer)
    assert "« ryth » n'est pas connu ici. Vouliez-vous dire « rythme » ?" in problem


words = st.sampled_from(
    [
        "categorie",
        "options",
        "lectures",
        "tarifs",
        "horizon",
        "libelle",
        "quantite",
        "rythme",
        "min",
        "max",
        "R1",
        "dpm",
    ]
)
values = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["esms", "3", "-1", "non", "annuel", "2,5"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(words, values, max_size=6))
def test_no_error_is_left_in_english(asked):
    try:
        Scenario.model_validate(asked)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            said = re.sub(r"« .* »", "", write_sentence(each, Scenario))
            assert said.endswith((".", "?"))
            assert not ENGLISH.search(said)


def test_a_problem_is_at_the_line_of_what_is_wrong():
    document = documents.parse("categorie: a\noptions:\n  rssi:\n    quantite: 1\n    x: y", "a.yaml")
    with pytest.raises(InvalidInputError) as refusal:
        validate(Scenario, document)
    assert [problem.line for problem in refusal.value.problems] == [5]


def test_a_list_whose_only_entries_are_wrong_is_not_said_to_be_too_short():
    charge = "{id: a, libelle: A, par: utilisateur, rythme: mensuel, montant: 1}"
    broken = charge.replace("montant: 1", "montant: un")
    (problem,) = problems(f"{{pour: tous, au-choix: [{charge}, {broken}]}}", Choice)
    assert "« un » n'est pas un nombre positif" in problem
    (problem,) = problems(f"{{pour: tous, au-choix: [{charge}]}}", Choice)
    assert problem.endswith("au-choix : une liste a trop peu d'éléments : 2 au moins.")
