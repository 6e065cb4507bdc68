"""`nouvelle-edition`: next year's folder."""

import shutil

import pytest

from nes_model.cli.main import main
from nes_model.editions.folders import DATA, find_in_force, list_editions, list_folders
from nes_model.editions.loading import load_edition
from nes_model.publishing import next_edition
from tests.nes_model.cli.running import run


def data(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def test_the_latest_edition_is_copied_under_its_own_name_and_does_not_become_the_one_in_force(capsys, tmp_path):
    folder = data(tmp_path)
    done = run(capsys, "nouvelle-edition", "2027", "--donnees", folder)
    assert done.code == 0
    assert f"python -m nes_model verifier {folder} ;" in done.output
    assert done.output.rstrip().endswith(f'écrire edition: "2027" dans {folder / "en-vigueur.yaml"}.')
    assert find_in_force(folder) == "2026"
    new = load_edition(folder / "2027")
    assert (new.header.id, new.header.label) == ("2027", "Catalogue 2027")
    assert new.charges == load_edition(folder / "2026").charges


def test_it_is_shown_nowhere_and_refused_until_its_list_to_review_is_removed(capsys, tmp_path):
    folder = data(tmp_path)
    run(capsys, "nouvelle-edition", "2027", "--donnees", folder)
    assert list_editions(folder) == ("2026",)
    (problem,) = run(capsys, "verifier", folder).problems
    assert problem.startswith("2027/A-RELIRE.md : cette édition est encore à relire.")
    (folder / "2027" / "A-RELIRE.md").unlink()
    assert list_editions(folder) == ("2026", "2027")
    assert run(capsys, "verifier", folder).code == 0


def test_a_copy_that_fails_midway_leaves_nothing_in_the_data(tmp_path, monkeypatch):
    folder = data(tmp_path)
    before = sorted(folder.rglob("*"))

    def fail(*_):
        assert list_folders(folder) == ("2026",)
        raise OSError("no space left")

    monkeypatch.setattr(next_edition, "write_review_list", fail)
    with pytest.raises(OSError, match="no space left"):
        main(["nouvelle-edition", "2027", "--donnees", str(folder)])
    assert sorted(folder.rglob("*")) == before


def test_nothing_is_overwritten(capsys, tmp_path):
    folder = data(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    (problem,) = run(capsys, "nouvelle-edition", "2026", "--donnees", folder).problems
    assert "le dossier 2026 existe déjà : rien n'a été changé." in problem
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_what_is_not_a_year_is_refused(capsys, tmp_path):
    (problem,) = run(capsys, "nouvelle-edition", "../2027", "--donnees", data(tmp_path)).problems
    assert problem == "« ../2027 » n'est pas une année. Écrivez par exemple 2027."


def test_a_year_before_the_latest_is_refused_and_nothing_is_made(capsys, tmp_path):
    folder = data(tmp_path)
    (problem,) = run(capsys, "nouvelle-edition", "2020", "--donnees", folder).problems
    assert problem == "l'édition 2020 vient avant la dernière, 2026. Donnez une année qui la suit."
    assert not (folder / "2020").exists()


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ('id: "2026"', "id: 2026"),
        ('id: "2026"', "id: '2026'"),
        ('  id: "2026"\n  libelle: Catalogue 2026\n', '  libelle: "Catalogue 2026"\n  id: "2026"\n'),
        ("edition:\n", "\ufeffedition:\n"),
        ("\n", "\r\n"),
    ],
)
def test_the_copy_takes_its_name_however_the_latest_wrote_its_own(written, otherwise, capsys, tmp_path):
    folder = data(tmp_path)
    header = folder / "2026" / "01-edition.yaml"
    text = header.read_bytes().decode().partition("edition:\n")
    header.rename(folder / "2026" / "en-tete.yaml")
    (folder / "2026" / "en-tete.yaml").write_bytes("".join(text[1:]).replace(written, otherwise).encode())
    assert run(capsys, "nouvelle-edition", "2027", "--donnees", folder).code == 0
    new = load_edition(folder / "2027")
    assert (new.header.id, new.header.label) == ("2027", "Catalogue 2027")
    before, after = ((folder / year / "en-tete.yaml").read_bytes().splitlines() for year in ("2026", "2027"))
    assert [line for line in after if line not in before] == [line for line in after if b"2027" in line]


def test_a_copy_put_beside_the_years_is_not_taken_for_the_latest(capsys, tmp_path):
    folder = data(tmp_path)
    shutil.copytree(folder / "2026", folder / "2026-copie")
    assert "c'est l'édition 2026, recopiée." in run(capsys, "nouvelle-edition", "2027", "--donnees", folder).output


def test_an_edition_that_cannot_be_read_is_not_copied_and_says_where(capsys, tmp_path):
    folder = data(tmp_path)
    (folder / "2026" / "03-adhesion.yaml").write_text("prestations: [", encoding="utf-8")
    (problem,) = run(capsys, "nouvelle-edition", "2027", "--donnees", folder).problems
    assert problem.startswith("03-adhesion.yaml, ligne ")
    assert list_folders(folder) == ("2026",)
