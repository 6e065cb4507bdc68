"""What an edition's entries say of each other."""

import pytest

from nes_model.catalogue.edition import Edition
from nes_model.editions.cross_references import check_references
from tests.nes_model.strategies import EDITION

WORDS = EDITION.model_dump(by_alias=True, mode="json", exclude_unset=True)
OTHER = ("lectures", "R99", "autres", "a")
READING = {"id": "R99", "titre": "t", "imprime": "i", "retenue": "r", "motif": "m"}


def found(**sections: list[dict[str, object]]) -> list[tuple[tuple[str | int, ...], str]]:
    """The findings of the 2026 edition with more entries in its sections."""
    more = {name: [*WORDS[name.replace("_", "-")], *entries] for name, entries in sections.items()}
    return list(
        check_references(Edition.model_validate(WORDS | {name.replace("_", "-"): all_ for name, all_ in more.items()}))
    )


def other(**words: object) -> dict[str, object]:
    return READING | {"autres": [{"id": "a", "libelle": "l"} | words]}


def test_the_edition_in_force_refers_to_nothing_unknown():
    assert found() == []


@pytest.mark.parametrize(
    ("section", "entry", "path", "said"),
    [
        (
            "groupes",
            {"id": "packs", "libelle": "P"},
            ("groupes", "packs"),
            "deux entrées portent l'identifiant « packs »",
        ),
        (
            "colleges",
            {"id": "G", "libelle": "G", "sigle": "G", "categories": [{"id": "chu", "libelle": "C", "membres": "m"}]},
            ("colleges", "chu"),
            "deux entrées portent l'identifiant « chu »",
        ),
        (
            "fonctions",
            {"id": "f", "libelle": "f", "offre": "pack-adheren"},
            ("fonctions", "f", "offre"),
            "« pack-adheren » ne correspond à rien (prestation). Vouliez-vous dire « pack-adherent » ?",
        ),
        (
            "fonctions",
            {"id": "f", "libelle": "f", "offre": "pack-adherent", "lectures": ["R98"]},
            ("fonctions", "f", "lectures"),
            "« R98 » ne correspond à rien (point à confirmer).",
        ),
        ("lectures", READING | {"id": "R1"}, ("lectures", "R1"), "deux entrées portent l'identifiant « R1 »"),
        ("lectures", other(id="retenue"), ("lectures", "R99", "autres", "retenue"), "« retenue » est déjà une lecture"),
        (
            "lectures",
            other(montants={"pack-esm": "1.00"}),
            (*OTHER, "montants", "pack-esm"),
            "« pack-esm » ne correspond à rien (tarif). Vouliez-vous dire « pack-esms » ?",
        ),
        (
            "lectures",
            other(tarifs={"pack-esm": {"facture": "non"}}),
            (*OTHER, "tarifs", "pack-esm"),
            "(tarif)",
        ),
        (
            "lectures",
            other(tarifs={"pack-esms": {"pour": ["esmss"]}}),
            (*OTHER, "tarifs", "pack-esms", "pour"),
            "« esmss » ne correspond à rien (catégorie). Vouliez-vous dire « esms » ?",
        ),
        (
            "lectures",
            other(fonctions={"ffse": "pack-adherent"}),
            (*OTHER, "fonctions"),
            "(fonction)",
        ),
        ("lectures", other(fonctions={"fse": "pack"}), (*OTHER, "fonctions"), "(prestation)"),
    ],
)
def test_what_refers_to_nothing_or_twice_to_the_same_is_found(section, entry, path, said):
    messages = [message for where, message in found(**{section: [entry]}) if where == path]
    assert len(messages) == 1
    assert said in messages[0]


def test_a_question_about_something_unknown_is_found():
    question = {"question": "q", "prestations": ["pack"], "pour": ["clinique"]}
    index = len(EDITION.open_questions)
    assert [where for where, _ in found(non_precise=[question])] == [
        ("non-precise", index, "prestations"),
        ("non-precise", index, "pour"),
    ]


def test_two_offers_and_two_charges_of_the_same_id_are_both_found():
    twin = next(offer for offer in WORDS["prestations"] if offer["id"] == "dpm")
    messages = [message for _, message in found(prestations=[twin])]
    assert "deux entrées portent l'identifiant « dpm ». Changez l'un des deux." in messages
    assert sum(message.startswith("deux tarifs portent") for message in messages) == 6


def test_a_theme_that_names_no_need_or_a_need_twice_is_found():
    index = len(EDITION.need_themes)
    themes = [{"theme": "Images", "besoins": ["teleimageri"]}, {"theme": "Autre", "besoins": ["teleconsultation"]}]
    (unknown, said), (twice, again) = found(besoins_courants=themes)
    assert (unknown, twice) == (("besoins-courants", index, "besoins"), ("besoins-courants", index + 1, "besoins"))
    assert "« teleimageri » ne correspond à rien (besoin). Vouliez-vous dire « teleimagerie » ?" in said
    assert again == "le besoin « teleconsultation » est nommé deux fois. Gardez-le sous un seul thème."
