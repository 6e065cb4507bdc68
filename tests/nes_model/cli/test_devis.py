"""`devis`: a scenario priced, or everything that is wrong in it."""

import csv
import io
import json
import sys

import pytest

from nes_model.cli import devis
from nes_model.editions.loading import load_following
from tests.editions import data_with_2027
from tests.nes_model.cli.running import run
from tests.nes_model.tables import plain


@pytest.fixture
def asked(tmp_path):
    """Write a scenario's text; its file."""

    def write(content: str | bytes, name: str = "a.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


class Standard:
    """Standard input that holds these bytes."""

    def __init__(self, content: bytes):
        self.buffer = io.BytesIO(content)


SCENARIO = "categorie: esms\netablissements: 3\noptions: {pack-complementaire: {}}\n"


def test_a_scenario_is_priced_in_three_formats(capsys, asked):
    path = asked(SCENARIO)
    table = run(capsys, "devis", path)
    assert table.code == 0
    assert "3\u202f704,05\u00a0€" in table.output
    assert json.loads(run(capsys, "devis", path, "--format", "json").output)["premiere_annee"]["max"] == "3704.05"
    rows = list(csv.DictReader(io.StringIO(run(capsys, "devis", "--format", "csv", path).output), delimiter=";"))
    assert [row["premiere_annee_max"] for row in rows] == ["4,05", "100,00", "3600,00"]


def test_a_following_edition_that_cannot_be_read_is_left_aside(capsys, asked, tmp_path, monkeypatch):
    data = data_with_2027(tmp_path)
    (data / "2027" / "03-adhesion.yaml").write_text("prestations: [\n", encoding="utf-8")
    monkeypatch.setattr(devis, "load_following", lambda edition: load_following(edition, data))
    found = json.loads(run(capsys, "devis", asked("categorie: esms\n"), "--format", "json").output)
    assert found["cumul"][-1]["max"] == "504.05"  # 4.05 + 100, then 4 × 100


def test_standard_input_and_json_with_tabs_are_read(capsys, monkeypatch):
    text = '{\n\t"categorie": "esms",\n\t"etablissements": 3,\n\t"options": {"pack-complementaire": {}}\n}'
    monkeypatch.setattr(sys, "stdin", Standard(text.encode()))
    assert json.loads(run(capsys, "devis", "-", "--format", "json").output)["annees_suivantes"]["min"] == "3700.00"


def test_what_is_wrong_on_standard_input_says_so(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Standard(b"categorie: ehpadd"))
    (problem,) = run(capsys, "devis", "-").problems
    assert problem.startswith("entrée standard, ligne 1 : « ehpadd » n'est pas une catégorie.")


BOMB = "a: &a [x, x]\n" + "".join(f"{each}: &{each} [*a, *a]\n" for each in "bcdef")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "categorie: esms\netablissement: 3",
            "a.yaml, ligne 2 : « etablissement » n'est pas connu ici. Vouliez-vous dire",
        ),
        ("categorie: esms\ncategorie: chu", "a.yaml, ligne 2 : « categorie » est donné deux fois (déjà ligne 1)."),
        (BOMB, "a.yaml, ligne 1 : les ancres et les renvois (& et *) ne sont pas acceptés"),
        (
            "categorie: esms\nstructures: deux",
            "a.yaml, ligne 2 : structures : « deux » n'est pas un nombre entier positif.",
        ),
        ("categorie: esms\nadherents: -3", "a.yaml, ligne 2 : adherents : « -3 » n'est pas un nombre entier positif."),
        ("categorie: esms\nadherents: 10001", "« 10001 » est trop grand : au plus 10\u202f000."),
        ("categorie: esms\nadherents: 1e99", "« 1e99 » n'est pas un nombre entier positif."),
        ("categorie: esms\nstructures: 2,5", "« 2,5 » n'est pas un nombre entier positif."),
        ("categorie: esms\nstructures: oui", "« oui » n'est pas un nombre entier positif."),
        ("categorie: no", "a.yaml, ligne 1 : « no » n'est pas une catégorie."),
        (
            "categorie: ehpadd",
            "a.yaml, ligne 1 : « ehpadd » n'est pas une catégorie. Vouliez-vous dire « esms » (EHPAD",
        ),
        ("etablissements: 3", "a.yaml, ligne 1 : il manque « categorie »."),
        (
            "categorie: esms\noptions:\n  dmp: {}",
            "a.yaml, ligne 3 : « dmp » n'est pas une option. Vouliez-vous dire « dpm »",
        ),
        ("categorie: cst\noptions:\n  dpm: {}", "a.yaml, ligne 3 : Registre RGPD"),
        ("categorie: esms\noptions: {dpm: no}", "a.yaml, ligne 2 : dpm : « no » n'est pas une suite de champs."),
        ("categorie: esms\nlectures: {R99: x}", "« R99 » n'est pas un point à confirmer."),
        ("categorie: esms\nlectures: {R1: x}", "« x » n'est pas une lecture de R1."),
        (
            "categorie: esms\ntarifs: {contribution-esm: 3}",
            "« contribution-esm » n'est pas un tarif. Vouliez-vous dire",
        ),
        ("x" * 1_000_001, "a.yaml : le fichier dépasse 1\u202f000\xa0ko."),
        (b"categorie: \xe9", "a.yaml : le texte n'est pas en UTF-8."),
        ("categorie: [", "le texte n'est pas du YAML"),
        ("categorie: esms\n--- autre", "a.yaml, ligne 2 : un seul document par fichier"),
        ("", "a.yaml : le fichier est vide."),
        ("[" * 100_000, "a.yaml, ligne 1 : plus de 20 niveaux imbriqués."),
        ("- categorie: esms", "une liste n'est pas une suite de champs."),
    ],
)
def test_a_bad_scenario_is_refused_in_french_at_its_line(capsys, asked, content, said):
    (problem,) = run(capsys, "devis", asked(content)).problems
    assert said in problem


def test_every_problem_is_said_at_once_in_the_order_of_the_lines(capsys, asked):
    text = (
        "categorie: esms\n"
        "etablissements: -1\n"
        "structures:\n"
        "horizon: 99\n"
        "optionss: {}\n"
        "options:\n"
        "  imagerie: {}\n"
        "  rien: {}\n"
        "  rssi:\n"
        "    quantite: x\n"
        "lectures:\n"
        "  R99: x\n"
        "  R1: y\n"
    )
    found = run(capsys, "devis", asked(text)).problems
    assert [problem.partition(" :")[0] for problem in found] == [
        f"a.yaml, ligne {line}" for line in (2, 3, 4, 5, 7, 8, 10, 12, 13)
    ]


def test_a_badly_written_category_hides_neither_options_nor_readings(capsys, asked):
    text = "categorie: [esms]\noptions: {rien: {}, imagerie: {}}\nlectures: {R99: x}"
    found = run(capsys, "devis", asked(text)).problems
    assert [problem.partition(" n'est")[0] for problem in found] == [
        "a.yaml, ligne 1 : categorie : une liste",
        "a.yaml, ligne 2 : « rien »",
        "a.yaml, ligne 3 : « R99 »",
    ]


def test_a_file_that_is_not_there_is_refused_whatever_its_name(capsys, tmp_path):
    for name in ("absent.yaml", "\udcff.yaml"):
        (problem,) = run(capsys, "devis", tmp_path / name).problems
        assert problem.endswith("ce fichier n'existe pas.")


@pytest.mark.parametrize(("name", "first_year"), [("EHPAD", "104,05"), ("MSP", "121,43")])
def test_a_category_goes_by_its_usual_names(capsys, asked, name, first_year):
    # 4.05 + 100.00; 21.43 + 100.00
    assert first_year in run(capsys, "devis", asked(f"categorie: {name}")).output


KEPT = (
    "categorie: esms\nedition: '2019'\nchiffre:\n  le: 2019-11-24\n  empreinte: 0f1c2b3a4d5e6f70\n"
    "  premiere_annee: 84.05\n  annees_suivantes: 80.00\n"
)
OTHER_EDITION = "Ce fichier nomme l'édition « 2019 ». Montants calculés avec l'édition 2026."


@pytest.mark.parametrize("format_", ["table", "json", "csv", "courriel"])
def test_a_file_kept_under_another_edition_says_so_beside_the_result(capsys, asked, format_):
    done = run(capsys, "devis", asked(KEPT), "--format", format_)
    assert done.errors.replace("\u00a0", " ").splitlines() == [
        OTHER_EDITION,
        # 4.05 + 100.00, then 100.00
        "Chiffré le 24/11/2019 avec l'édition 2019 : 84,05 € la première année, 80,00 € chaque année suivante. "
        "Aujourd'hui : 104,05 €, puis 100,00 €.",
        "Les tarifs d'alors ne sont plus disponibles ici : l'écart ne peut être détaillé.",
    ]
    assert done.output == run(capsys, "devis", asked("categorie: esms"), "--format", format_).output


@pytest.mark.parametrize(("edition", "said"), [("2019", [OTHER_EDITION]), ("2026", [])])
def test_a_file_without_figures_says_which_edition_it_names_if_it_is_another(capsys, asked, edition, said):
    assert run(capsys, "devis", asked(f"categorie: esms\nedition: {edition}")).errors.splitlines() == said


@pytest.mark.parametrize(
    ("format_", "told"),
    [
        ("table", "11 144,05 €"),  # 3704.05 + 2 × (120.00 + 3 × 100.00 × 12)
        ("table", "(aux tarifs de l'édition 2026)"),
        ("table", "Chaque année est chiffrée avec son édition quand elle existe (2026, 2027)."),
        ("json", '"11144.05"'),
        ("courriel", "aux tarifs de l'édition 2026"),  # what a following year is said to cost
    ],
)
def test_a_year_that_has_its_own_edition_is_priced_with_it_as_on_the_page(
    format_, told, capsys, asked, monkeypatch, tmp_path
):
    data = data_with_2027(tmp_path)  # a contribution of 120.00
    monkeypatch.setattr(devis, "load_following", lambda edition: load_following(edition, data))
    assert told in plain(run(capsys, "devis", asked(SCENARIO + "horizon: 3\n"), "--format", format_).output)
