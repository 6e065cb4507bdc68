"""What is wrong in a service that a person writes is said in French, at its line."""

import shutil

import pytest

from nes_model.catalogue.doubt import Overlay
from nes_model.catalogue.overlay import apply
from nes_model.catalogue.service import Mark
from nes_model.editions.folders import DATA
from nes_model.editions.loading import load_edition
from nes_model.problems import InvalidInputError
from tests.nes_model.strategies import EDITION

GCS = "12-services-gcs.yaml"


def problems(tmp_path, file: str, written: str, instead: str) -> list[str]:
    """What is said of an edition in which one thing, written once or more, is written otherwise the first time."""
    folder = tmp_path / "2026"
    shutil.copytree(DATA / "2026", folder)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert written in text
    path.write_text(text.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(InvalidInputError) as refusal:
        load_edition(folder)
    return [str(problem) for problem in refusal.value.problems]


def line_of(text: str, file: str = GCS) -> int:
    return (DATA / "2026" / file).read_text(encoding="utf-8").split(text)[0].count("\n") + 1


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("famille: gcs", "famille: gc", "« gc » ne correspond à rien (famille). Vouliez-vous dire « gcs » ?"),
        (", F: oui-plus}", "}", "il manque la marque du collège F."),
        ("F: oui-plus}", "F: oui-plus, G: oui}", "« G » ne correspond à rien (collège)."),
        ("F: oui-plus}", "F: ouiplus}", "« ouiplus » n'est pas connu. Vouliez-vous dire « oui-plus » ?"),
        ("{A: oui-plus, B: oui-plus", "{A: inconnu, B: oui-plus", "« inconnu » du collège A n'est pas expliquée"),
        ("[teleconsultation-simple]", "[teleconsultation-simpl]", "« teleconsultation-simpl » ne correspond à rien"),
        ("[teleconsultation-simple]", "[]", "n'est pas une liste remplie"),
        ("{id: avancee, libelle: Téléconsultation", "{id: simple, libelle: T", "deux niveaux portent"),
        ("[chef-de-projet, ref", "[chef-projet, ref", "Vouliez-vous dire « chef-de-projet » ?"),
        ("id: teleexpertise\n", "id: teleconsultation\n", "deux entrées portent l'identifiant « teleconsultation »"),
        ("lectures: [R5]", "lectures: [R55]", "« R55 » ne correspond à rien (point à confirmer)"),
        ("https://www.norm-uni.fr", "javascript:alert(1)", "n'est pas une adresse. Écrivez-la en entier"),
        ("theme: Télésanté", "them: Télésanté", "« them » n'est pas connu ici. Vouliez-vous dire « theme » ?"),
    ],
)
def test_a_mistake_in_a_service_is_said_with_its_file_and_line(tmp_path, written, instead, said):
    found = problems(tmp_path, GCS, written, instead)
    mistake = next(each for each in found if said in each)
    assert mistake.startswith(f"{GCS}, ligne ")


def test_a_wrong_feature_of_a_level_is_said_at_the_line_of_the_level(tmp_path):
    written = "fonctions: [telesoin-simple]"
    (problem,) = problems(tmp_path, GCS, written, "fonctions: [telesoin-simpl]")
    assert problem.startswith(f"{GCS}, ligne {line_of(written)} : « telesoin-simpl » ne correspond à rien (fonction).")


def test_a_reading_that_is_itself_badly_written_is_the_only_thing_said(tmp_path):
    written = "titre: Collège E, téléexpertise et télésoin"
    (problem,) = problems(tmp_path, "08-lectures.yaml", written, "titre: ~")
    assert problem.startswith(f"08-lectures.yaml, ligne {line_of(written, '08-lectures.yaml')} : titre : ")


@pytest.mark.parametrize(
    ("file", "written", "instead", "said"),
    [
        ("04-packs.yaml", "service: e-staff}", "service: e-staf}", "Vouliez-vous dire « e-staff » ?"),
        ("04-packs.yaml", "id: agendas", "id: e-staff", "« e-staff » est déjà un service."),
        ("08-lectures.yaml", "{teleimagerie: {B: non}}", "{teleimageri: {B: non}}", "dire « teleimagerie » ?"),
        ("08-lectures.yaml", "{teleimagerie: {B: non}}", "{teleimagerie: {H: non}}", "« H » ne correspond à rien"),
        ("08-lectures.yaml", "{operateur-mssante: [A,", "{operateur-mssante: [H,", "« H » ne correspond à rien"),
        ("13-marches.yaml", "service: centrale-achat", "service: centrale", "dire « centrale-achat » ?"),
        ("13-marches.yaml", "prestations: [dpm]", "prestations: [dpmm]", "Vouliez-vous dire « dpm » ?"),
        ("10-services-institutionnels.yaml", "adhesion: non", "adhesion: jamais", "ni « oui » ni « non »"),
    ],
)
def test_a_mistake_in_what_goes_with_services_is_said_too(tmp_path, file, written, instead, said):
    found = problems(tmp_path, file, written, instead)
    assert [each for each in found if said in each and each.startswith(f"{file}, ligne ")], found


def test_an_overlay_sets_the_marks_that_it_names_and_keeps_the_others():
    changed = apply(Overlay.model_validate({"marques": {"rramu": {"B": "plus"}}}), EDITION)
    assert changed.services_by_id["rramu"].marks == EDITION.services_by_id["rramu"].marks | {"B": Mark.EXTRA_FUNDING}
    assert [each for each in changed.services if each.id != "rramu"] == [
        each for each in EDITION.services if each.id != "rramu"
    ]
    assert EDITION.services_by_id["rramu"].marks["B"] is Mark.NO


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"marques": {"rrammu": {"A": "oui"}}}, "rrammu"),
        ({"marques": {"rramu": {"Z": "oui"}}}, "Z"),
        ({"adhesions": {"rrammu": ["A"]}}, "rrammu"),
        ({"adhesions": {"rramu": ["Z"]}}, "Z"),
    ],
)
def test_an_overlay_that_names_no_service_or_no_college_is_refused(words, named):
    with pytest.raises(InvalidInputError, match=f"« {named} »") as refusal:
        apply(Overlay.model_validate(words), EDITION)
    assert len(refusal.value.problems) == 1


def test_a_mark_says_its_symbol_its_words_and_whether_it_opens_the_service():
    assert [mark.symbol for mark in Mark] == ["✓", "✓ €", "€", "—", "?"]
    assert [mark.available for mark in Mark] == [True, True, True, False, False]
    assert len({mark.words for mark in Mark}) == len(Mark)
