"""A folder of files as an edition, or everything that is wrong in it."""

import pytest

from nes_model.editions.loading import load_edition, load_following
from nes_model.problems import InvalidInputError
from tests.editions import data_with_2027
from tests.nes_model.folders import edition_folder
from tests.nes_model.strategies import EDITION


def problems(folder, **files: str) -> list[str]:
    with pytest.raises(InvalidInputError) as refusal:
        load_edition(edition_folder(folder, **files))
    return [str(problem) for problem in refusal.value.problems]


def charge(**words: str) -> str:
    """An offer on five lines, whose only charge is on the last."""
    fields = {
        "id": "t",
        "libelle": "T",
        "pour": "tous",
        "montant": "1.00",
        "par": "adherent",
        "rythme": "annuel",
    } | words
    inside = ", ".join(f"{key}: {value}" for key, value in fields.items() if value)
    offer = "id: o, libelle: O, groupe: g, souscription: facultative, source: s"
    return f"prestations:\n- {{{offer},\n   tarifs: [\n\n   {{{inside}}}]}}\n"


def test_the_edition_in_force_has_no_problem_and_is_complete():
    assert [len(college.categories) for college in EDITION.colleges] == [3, 1, 1, 1, 1, 1]
    assert len(EDITION.options) == 16
    assert [reading.id for reading in EDITION.doubts[:9]] == [f"R{number}" for number in range(1, 10)]


def test_every_charge_says_where_it_is_in_the_catalogue():
    for offer in EDITION.offers:
        for charges in offer.alternatives:
            assert all(charge.source or offer.source for charge in charges)


def test_files_are_joined_in_the_order_of_their_names(tmp_path):
    edition = load_edition(edition_folder(tmp_path, **{"99": charge(), "03": charge(id="u").replace("id: o", "id: p")}))
    assert [offer.id for offer in edition.offers] == ["adhesion", "p", "o"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zut: 1", "autre.yaml, ligne 1 : « zut » n'est pas connu ici."),
        ("prestation: []", "Vouliez-vous dire « prestations » ?"),
        ("- a", "autre.yaml, ligne 1 : le fichier doit être une suite de sections « nom: »."),
        ("demarches: {}", "la section « demarches » est déjà dans 01-edition.yaml, ligne 10. Gardez-en une."),
        ("fonctions: x", "autre.yaml, ligne 1 : fonctions : « x » n'est pas une liste remplie."),
        (charge(montant="-1"), "autre.yaml, ligne 5 : montant : « -1 » n'est pas un nombre positif"),
        (charge(montant="1e3"), "« 1e3 » n'est pas un nombre positif"),
        (charge(montant="{min: 2, max: 1}"), "a un « min » plus grand que son « max ». Échangez-les."),
        (charge(montant="{min: 2}"), "doit s'écrire 100.00 ou {min: 715.00, max: 815.00}."),
        (charge(montant=""), "doit avoir soit « montant », soit « non-chiffre » et sa raison, et pas les deux."),
        (charge(**{"non-chiffre": "sur devis"}), "et pas les deux."),
        (charge(par="batiment"), "par : « batiment » n'est pas connu. Écrivez l'un de : adherent, etablissement"),
        (charge(rythme="anuel"), "rythme : « anuel » n'est pas connu. Vouliez-vous dire « annuel » ?"),
        (charge(restituable="yes"), "restituable : « yes » n'est ni « oui » ni « non ». Écrivez l'un des deux."),
        (charge(restituable="no"), "« no » n'est ni « oui » ni « non »."),
        (charge(restituable="true"), "« true » n'est ni « oui » ni « non »."),
        (charge(libelle=""), "autre.yaml, ligne 5 : il manque « libelle »."),
        (charge(libelle="''"), "libelle : une valeur vide n'est pas un texte."),
        (charge(id="été"), "id : « été » n'est pas un identifiant."),
        (charge(prix="3"), "« prix » n'est pas connu ici. Écrivez l'un de : facture, id"),
        (charge(montan="3", montant=""), "« montan » n'est pas connu ici. Vouliez-vous dire « montant » ?"),
        (
            charge(pour="[chuu]"),
            "autre.yaml, ligne 5 : « chuu » ne correspond à rien (catégorie). Vouliez-vous dire « chu »",
        ),
        (charge(pour="~"), "pour : une valeur vide ne dit pas pour qui. Écrivez « tous » ou une liste de catégories."),
        (charge(pour="chu"), 'pour : « chu » n\'est pas une liste remplie. Écrivez ["un", "deux"]'),
        (charge(lectures="[R1]"), "« R1 » ne correspond à rien (point à confirmer). Retirez-le."),
        (charge(id="capital"), "deux tarifs portent l'identifiant « capital ». Changez l'un des deux."),
    ],
)
def test_what_is_wrong_is_said_with_its_file_and_line(tmp_path, text, said):
    found = problems(tmp_path, autre=text)
    assert any(said in problem for problem in found), found
    assert all(".yaml, ligne" in problem for problem in found)


def test_every_problem_of_every_file_is_said_at_once(tmp_path):
    found = problems(
        tmp_path,
        un=charge(montant="x", par="y"),
        deux=charge(id="u", lectures="[R7]").replace("id: o", "id: p").replace("groupe: g", "groupe: h"),
        trois="""\
            lectures:
            - id: R1
              titre: t
              imprime: i
              retenue: r
              motif: m
              autres:
                - {id: a, libelle: l,
                   montants: {capitale: 1.00}}
            """,
    )
    assert sorted(problem.partition(" : ")[0] for problem in found) == [
        "deux.yaml, ligne 2",
        "deux.yaml, ligne 5",
        "trois.yaml, ligne 9",
        "un.yaml, ligne 5",
        "un.yaml, ligne 5",
    ]


def test_files_that_cannot_be_read_are_all_told(tmp_path):
    found = problems(tmp_path, un="a: b: c", deux="", trois="a: 1\na: 2")
    assert [problem.partition(" :")[0] for problem in found] == ["deux.yaml", "trois.yaml, ligne 2", "un.yaml, ligne 1"]


def test_a_folder_that_is_missing_or_empty_is_said(tmp_path):
    for folder, said in [
        (tmp_path / "2099", "2099 : ce dossier n'existe pas."),
        (tmp_path, "ce dossier ne contient aucun fichier .yaml."),
    ]:
        with pytest.raises(InvalidInputError, match=said):
            load_edition(folder)


def test_a_missing_section_is_said(tmp_path):
    edition_folder(tmp_path)
    (tmp_path / "02-prestations.yaml").unlink()
    with pytest.raises(InvalidInputError, match="il manque « prestations »"):
        load_edition(tmp_path)


def test_the_years_that_follow_stop_at_the_first_that_is_missing_or_cannot_be_read(tmp_path):
    data = data_with_2027(tmp_path)
    assert [each.header.id for each in load_following(EDITION, data)] == ["2027"]
    (data / "2027" / "03-adhesion.yaml").write_text("prestations: [", encoding="utf-8")
    assert load_following(EDITION, data) == ()


CATEGORY = "- {id: chr, libelle: CHR, membres: m}"


def test_a_category_that_no_membership_charge_is_for_is_told_as_it_would_join_for_nothing(tmp_path):
    college = f"colleges:\n- id: B\n  libelle: B\n  sigle: B\n  categories:\n  {CATEGORY}\n"
    load_edition(edition_folder(tmp_path, autre=college))  # the capital is everyone's
    path = tmp_path / "02-prestations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("pour: tous", "pour: [chu]"), encoding="utf-8")
    with pytest.raises(InvalidInputError) as refusal:
        load_edition(tmp_path)
    (problem,) = refusal.value.problems
    assert str(problem).startswith("autre.yaml, ligne 6 : aucun tarif d'adhésion n'est pour « chr »")


def test_a_membership_charge_that_cannot_be_read_is_all_that_is_told(tmp_path):
    folder = edition_folder(tmp_path)
    path = folder / "02-prestations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("16.85", "cent"), encoding="utf-8")
    with pytest.raises(InvalidInputError) as refusal:
        load_edition(folder)
    assert len(refusal.value.problems) == 1


def test_a_charge_that_is_for_nobody_is_told(tmp_path):
    (problem,) = problems(tmp_path, autre=charge(pour="[]"))
    assert problem.endswith("ne dit pas pour qui. Écrivez « tous » ou une liste de catégories.")


@pytest.mark.parametrize("day", ["2026", "20261231", "1735689600", "31/12/2026", "2026-02-30", "2026-12-31T10:00"])
def test_a_last_day_is_a_day_of_the_calendar_written_in_one_way(day, tmp_path):
    (problem,) = problems(tmp_path, autre=charge(**{"valable-jusqu-au": day}))
    assert f"« {day} » n'est pas une date. Écrivez par exemple 2026-12-31." in problem
