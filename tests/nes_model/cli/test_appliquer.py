"""`appliquer`: a simulation written in the files of a next edition."""

import shutil

import pytest

from nes_model.cli.main import main
from nes_model.editions.folders import DATA, list_editions, list_folders
from nes_model.editions.loading import load_edition
from nes_model.publishing import amended_edition
from nes_model.scenario.checking import check_or_raise
from nes_model.scenario.saved import SavedScenario, write_saved
from nes_model.scenario.scenario import Scenario
from tests.editions import data_with_2027
from tests.nes_model.cli.running import run
from tests.nes_model.strategies import EDITION

SIMULATION = "categorie: esms\ntarifs: {contribution-esms: 120.00}\nlectures: {R1: sans-virgule}\n"


def data(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def simulation(tmp_path, text=SIMULATION):
    path = tmp_path / "simulation.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_next_edition_prices_as_the_simulation_and_says_its_own_year(capsys, tmp_path):
    folder = data(tmp_path)
    done = run(capsys, "appliquer", simulation(tmp_path), "--vers", "2027", "--donnees", folder)
    assert (done.code, done.errors) == (0, "")
    new = load_edition(folder / "2027")
    assert (new.header.id, new.header.label) == ("2027", "Catalogue 2027")
    assert str(new.charges["contribution-esms"].amount.low) == "120.00"
    assert str(new.charges["capital-ville"].amount.low) == "2143.00"
    assert "R1" not in new.doubts_by_id


@pytest.mark.parametrize(
    ("kept", "contribution", "told"),
    [
        ("", "120.00", "C'est une copie de l'édition 2027."),
        ('edition: "2027"\n', "120.00", "C'est une copie de l'édition 2027."),
        ('edition: "2026"\n', "100.00", "L'édition 2027 est venue depuis : ce qu'elle change n'est pas repris ici."),
    ],
)
def test_it_starts_from_the_edition_that_the_simulation_names_else_from_the_latest(
    kept, contribution, told, capsys, tmp_path
):
    (tmp_path / "data").mkdir()
    folder = data_with_2027(tmp_path / "data")  # 2026 is in force; the contribution is 120.00 in 2027
    path = simulation(tmp_path, f"categorie: esms\ntarifs: {{rssi: 700}}\n{kept}")
    assert run(capsys, "appliquer", path, "--vers", "2028", "--donnees", folder).code == 0
    new = load_edition(folder / "2028")
    assert (str(new.charges["contribution-esms"].amount.low), str(new.charges["rssi"].amount.low)) == (
        contribution,
        "700.00",
    )
    assert told in (folder / "2028" / "A-RELIRE.md").read_text(encoding="utf-8")


def test_a_simulation_of_an_edition_that_has_no_folder_is_refused_at_its_line(capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, 'scenarios:\n- categorie: esms\n  tarifs: {rssi: 700}\n  edition: "2025"\n')
    (problem,) = run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder).problems
    assert problem == "simulation.yaml, ligne 4 : l'édition « 2025 » n'a pas de dossier. Vouliez-vous dire « 2026 » ?"
    assert not (folder / "2027").exists()


@pytest.mark.parametrize("text", ["lectures: {R3: retenue}\n", "scenarios:\n- lectures: {R3: retenue}\n  "])
def test_a_point_is_settled_as_it_is_retained_and_no_price_moves(text, capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, f"{text}categorie: esms\n")
    assert run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder).code == 0
    new, old = load_edition(folder / "2027"), load_edition(folder / "2026")
    assert "R3" not in new.doubts_by_id
    assert new.charges["contribution-cst"].doubts == ("R4",)
    assert [each.amount for each in new.charges.values()] == [each.amount for each in old.charges.values()]
    assert "R3, Contribution du collège E : point tranché, retiré" in (folder / "2027" / "A-RELIRE.md").read_text(
        "utf-8"
    )


def test_a_point_that_does_not_exist_is_not_settled(capsys, tmp_path):
    path = simulation(tmp_path, "categorie: esms\nlectures:\n  R99: retenue\n")
    (problem,) = run(capsys, "appliquer", path, "--vers", "2027", "--donnees", data(tmp_path)).problems
    assert problem.startswith("simulation.yaml, ligne 3 : « R99 » n'est pas un point à confirmer.")


def test_a_point_on_which_unknown_marks_rest_is_said_to_stay(capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, "categorie: esms\nlectures: {R11: retenue}\n")
    run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder)
    text = (folder / "2027" / "A-RELIRE.md").read_text("utf-8")
    assert "R11, Coches de huit services du GRADeS : reste à confirmer, des marques « inconnu » en dépendent" in text


def test_a_simulation_saved_by_the_page_is_read_as_it_is(capsys, tmp_path):
    folder = data(tmp_path)
    supposed = Scenario.model_validate({"categorie": "esms", "tarifs": {"pack-esms": "105.00"}})
    saved = simulation(tmp_path, write_saved([SavedScenario(check_or_raise(supposed, EDITION), "2026")]))
    assert run(capsys, "appliquer", saved, "--vers", "2027", "--donnees", folder).code == 0
    assert str(load_edition(folder / "2027").charges["pack-esms"].amount.low) == "105.00"


def test_it_is_shown_nowhere_until_reviewed_then_the_gate_lets_it_through(capsys, tmp_path):
    folder = data(tmp_path)
    run(capsys, "appliquer", simulation(tmp_path), "--vers", "2027", "--donnees", folder)
    assert list_editions(folder) == ("2026",)
    (folder / "2027" / "A-RELIRE.md").unlink()
    assert run(capsys, "verifier", folder).code == 0


def test_the_list_names_each_change_its_effect_and_the_settled_doubt(capsys, tmp_path):
    folder = data(tmp_path)
    run(capsys, "appliquer", simulation(tmp_path), "--vers", "2027", "--donnees", folder)
    text = (folder / "2027" / "A-RELIRE.md").read_text(encoding="utf-8")
    assert "Contribution annuelle (contribution-esms) : 100,00\N{NO-BREAK SPACE}€" in text
    assert "→ 120,00\N{NO-BREAK SPACE}€" in text
    assert "+20,00\N{NO-BREAK SPACE}€ chaque année suivante" in text  # an EHPAD of the examples: 120 − 100
    assert "R1, Colonnes du collège A" in text
    assert text.index("- [ ] 01-edition.yaml") < text.index("- [ ] 03-adhesion.yaml : changé")
    assert text.index("## Ensuite") < text.index('`edition: "2027"` dans `data/en-vigueur.yaml`')
    line = 1 + (folder / "2027" / "01-edition.yaml").read_text(encoding="utf-8").split("en-vigueur:")[0].count("\n")
    assert f"- [ ] 2027/01-edition.yaml, ligne {line} : « en-vigueur » dit encore ce que disait l'édition 2026." in text
    assert "Aucun problème." not in text


def test_the_list_says_that_an_amount_becomes_nil_and_has_to_be_justified(capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, "categorie: esms\ntarifs: {juridique: 0}\n")
    run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder)
    text = (folder / "2027" / "A-RELIRE.md").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "490,00 € par jour (un jour compte 7 heures) → montant nul, à justifier\n" in text


def test_the_list_says_what_a_settled_doubt_changes_besides_prices(capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, "categorie: esms\nlectures: {R5: pack-adherent, R13: college-a}\n")
    run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder)
    text = (folder / "2027" / "A-RELIRE.md").read_text(encoding="utf-8")
    assert "- paiement en ligne par le patient (paiement-en-ligne) : Pack complémentaire → Pack adhérent\n" in text
    assert "- Téléimagerie (teleimagerie), collège B : disponible, en partie avec un financement" in text


def test_an_amendment_that_fails_midway_leaves_nothing_in_the_data(tmp_path, monkeypatch):
    folder = data(tmp_path)
    before = sorted(folder.rglob("*"))

    def fail(*_):
        assert list_folders(folder) == ("2026",)
        raise OSError("no space left")

    monkeypatch.setattr(amended_edition, "write_review_list", fail)
    with pytest.raises(OSError, match="no space left"):
        main(["appliquer", str(simulation(tmp_path)), "--vers", "2027", "--donnees", str(folder)])
    assert sorted(folder.rglob("*")) == before


def test_a_file_that_supposes_nothing_is_refused_and_nothing_is_written(capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, "categorie: esms\n")
    (problem,) = run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder).problems
    assert "ce fichier ne suppose rien" in problem
    assert not (folder / "2027").exists()


def test_an_unknown_tariff_is_refused_with_its_line_and_nothing_is_written(capsys, tmp_path):
    folder = data(tmp_path)
    path = simulation(tmp_path, "categorie: esms\ntarifs:\n  contribution-esm: 120\n")
    (problem,) = run(capsys, "appliquer", path, "--vers", "2027", "--donnees", folder).problems
    assert "simulation.yaml, ligne 3" in problem
    assert not (folder / "2027").exists()


def test_a_year_that_is_there_is_not_overwritten(capsys, tmp_path):
    folder = data(tmp_path)
    (problem,) = run(capsys, "appliquer", simulation(tmp_path), "--vers", "2026", "--donnees", folder).problems
    assert "le dossier 2026 existe déjà : rien n'a été changé." in problem
