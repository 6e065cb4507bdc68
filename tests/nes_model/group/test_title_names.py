"""Titles that may hold what sets the price are asked about; those of anything else are not."""

import pytest

from nes_model.group.title_names import find_counted_words, find_word, list_titles
from tests.nes_model.strategies import EDITION
from tests.nes_model.tables import asked, refusal, remarks

USUAL = list_titles(EDITION)


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("RSSI €", "rssi"),
        ("RSSI (€)", "rssi"),
        ("RSSI $", "rssi"),
        ("£ RSSI", "rssi"),
        ("Utilisateurs (%)", "utilisateurs"),
        ("% utilisateurs", "utilisateurs"),
        ("Nb sites €", "etablissements"),
        ("Options (€)", "options"),
    ],
)
def test_an_amount_or_a_percentage_is_no_count(title, word):
    assert f"« {title} » ressemble à « {word} »" in refusal(f"categorie;{title}\nesms;80\n")


def test_a_yearly_rise_is_a_percentage_and_may_say_so():
    assert asked("categorie;Hausse annuelle (%)\nesms;2\n") == [{"categorie": "esms", "hausse_annuelle": "2"}]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Nbr établ.", "etablissements"),
        ("Étab.", "etablissements"),
        ("Ets concernés", "etablissements"),
        ("Sites 2026", "etablissements"),
        ("Site(s) concerné(s)", "etablissements"),
        ("Combien de sites", "etablissements"),
        ("Établissements concernés", "etablissements"),
        ("Util. actifs", "utilisateurs"),
        ("Utilisateurs prévus", "utilisateurs"),
        ("Nombre d'utilisateurs du site web", "utilisateurs"),
        ("Struct. concernées", "structures"),
        ("Structures d'exercice", "structures"),
        ("Entités juridiques au 1er janvier", "adherents"),
        ("Nb de mois 2026", "mois_premiere_annee"),
        ("Nombre de mos", "mois_premiere_annee"),
        ("Options souhaitées", "options"),
    ],
)
def test_a_title_that_begins_with_what_is_counted_is_asked_about(title, word):
    assert f"« {title} » ressemble à « {word} »" in refusal(f"categorie;{title}\nesms;12\n")


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Souhaite le pack complémentaire", "pack-complementaire"),
        ("Adhésion au pack complémentaire", "pack-complementaire"),
        (
            "Souhaitez-vous souscrire au pack complémentaire Norm'Uni dès cette année (oui / non) ?",
            "pack-complementaire",
        ),
        ("Pack compl.", "pack-complementaire"),
        ("Option DPM", "dpm"),
        ("RSSI NeS", "rssi"),
        ("Jours de RSSI", "rssi"),
        ("RSSI 2026", "rssi"),
        ("Combien d'établissements géographiques compte votre structure, tous statuts confondus ?", "etablissements"),
    ],
)
def test_a_title_that_names_what_it_asks_for_among_other_words_is_asked_about(title, word):
    assert f"ressemble à « {word} »" in refusal(f"categorie;{title}\nesms;oui\n")


def test_a_column_of_one_option_may_be_titled_so():
    assert set(asked("categorie;Option\nesms;dpm\n")[0]["options"]) == {"dpm"}


@pytest.mark.parametrize(
    "title",
    [
        "Nombre de lits", "Nb lits", "Nombre de places", "Nombre de salariés", "Nombre de lits par site",
        "Adresse", "Ville", "Site web", "Sites internet", "Nombre de sites web", "Site de rattachement", "Nom du site",
        "Site principal", "Liste des sites", "Structure juridique", "Structure porteuse", "Structuration",
        "Établissement de rattachement", "Établi le", "Type d'établissement", "Utilisateur référent", "Utilité",
        "Adhérent depuis", "Adhésion", "Option tarifaire", "FINESS EJ", "Mois d'adhésion", "Montant €",
        "Mail RSSI", "Nom du RSSI", "Consultant externe", "Plateau d'imagerie", "Direction juridique",
        "Pack bureautique",
        "Vos remarques sur le pack complémentaire", "Contact pour le pack complémentaire",
    ],
)  # fmt: skip
def test_a_title_of_anything_else_is_kept_without_a_question(title):
    told = remarks(f"categorie;{title}\nesms;12\n")
    assert told[0].startswith(f"La colonne « {title} » n'est pas connue : elle est gardée, sans effet sur le calcul.")


def test_a_title_with_two_nouns_is_likened_to_the_first_that_has_no_column_yet():
    both = "Nombre d'utilisateurs et de sites"
    assert find_counted_words(both, USUAL) == ["utilisateurs", "etablissements"]
    assert "ressemble à « utilisateurs »" in refusal(f"categorie;{both}\nesms;12\n")
    assert "ressemble à « etablissements »" in refusal(f"categorie;utilisateurs;{both}\nesms;3;12\n")


def test_what_is_counted_by_site_is_no_count_of_sites():
    title = "Nombre d'utilisateurs par site"
    assert "ressemble à « utilisateurs »" in refusal(f"categorie;{title}\nville;12\n")
    assert "ressemble à « utilisateurs »" in refusal(f"categorie;Nb sites;{title}\nville;2;12\n")
    assert asked(f"categorie;utilisateurs;{title}\nville;24;12\n") == [{"categorie": "ville", "utilisateurs": 24}]


@pytest.mark.parametrize(
    ("title", "word"), [("Nb étab.", "etablissements"), ("RSSI", "rssi"), ("Utilisateurs", "utilisateurs")]
)
def test_a_usual_title_stands_for_its_word(title, word):
    assert find_word(title, USUAL) == word
