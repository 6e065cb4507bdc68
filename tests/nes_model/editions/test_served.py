"""A data folder while it serves: what is saved with a mistake takes nothing away from what was read before."""

import shutil
from decimal import Decimal

import pytest

from nes_model.editions.served import load_served
from nes_model.problems import InvalidInputError
from tests.editions import data_with_2027


@pytest.fixture
def data(tmp_path):
    return data_with_2027(tmp_path)


def contribution(served, year="2026") -> Decimal:
    """What an ESMS pays a year."""
    return next(
        charge.amount.low
        for charge in served.by_id[year].edition.charges.values()
        if charge.id == "contribution-esms" and charge.amount
    )


def rewrite(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def membership(data, year="2026"):
    return data / year / "03-adhesion.yaml"


ESMS = "pour: [esms]\n        montant: 100.00"


def test_every_edition_serves_with_the_lines_of_its_amounts(data):
    served = load_served(data)
    assert list(served.by_id) == ["2026", "2027"]
    assert served.in_force == "2026"
    assert served.by_id["2026"].places.charges["contribution-esms"].file == "03-adhesion.yaml"
    assert served.problems == ()


def test_a_new_amount_serves_and_what_did_not_change_is_not_read_again(data):
    before = load_served(data)
    rewrite(membership(data), ESMS, ESMS.replace("100", "130"))
    after = load_served(data, before)
    assert (contribution(before), contribution(after)) == (Decimal(100), Decimal(130))
    assert after.by_id["2027"] is before.by_id["2027"]


MISTAKES = ["montant: cent", "montant: 100.00\n        montant: 1.00", "prix: 100.00", "[", ""]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_leaves_the_edition_as_it_was_and_is_told_with_its_file(data, mistake):
    before = load_served(data)
    rewrite(membership(data), ESMS, f"pour: [esms]\n        {mistake}")
    after = load_served(data, before)
    assert after.by_id["2026"] is before.by_id["2026"]
    assert after.problems
    assert all(str(each).startswith("2026/") for each in after.problems)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.35, 0.5, 0.77, 0.98])
def test_a_file_cut_in_the_middle_leaves_the_edition_as_it_was(data, share):
    before = load_served(data)
    text = membership(data).read_bytes()
    membership(data).write_bytes(text[: int(len(text) * share)])
    after = load_served(data, before)
    assert contribution(after) == 100


def test_once_repaired_nothing_is_told_any_more(data):
    before = load_served(data)
    rewrite(membership(data), ESMS, "pour: [esms]\n        montant: cent")
    broken = load_served(data, before)
    rewrite(membership(data), "montant: cent", "montant: 140.00")
    repaired = load_served(data, broken)
    assert contribution(repaired) == 140
    assert repaired.problems == ()


def test_a_new_edition_that_cannot_be_read_is_told_and_not_offered(data):
    rewrite(membership(data, "2027"), "montant: 120.00", "montant: cent vingt")
    served = load_served(data)
    assert list(served.by_id) == ["2026"]
    assert "2027/03-adhesion.yaml" in str(served.problems[0])


def test_an_edition_in_a_folder_of_another_name_is_told_and_not_offered(data):
    shutil.copytree(data / "2026", data / "2026 - Copie")
    served = load_served(data)
    assert list(served.by_id) == ["2026", "2027"]
    (problem,) = served.problems
    assert problem.file == "2026 - Copie/01-edition.yaml"
    assert "n'est pas dans un dossier de ce nom" in problem.message


@pytest.mark.parametrize("written", ["edition: '2031'\n", "edition:\n", "édition: 2026\n", "", "["])
def test_an_edition_in_force_that_cannot_be_read_stays_the_last_one(data, written):
    before = load_served(data)
    (data / "en-vigueur.yaml").write_text(written, encoding="utf-8")
    after = load_served(data, before)
    assert after.in_force == "2026"
    assert "en-vigueur.yaml" in str(after.problems[0])


def test_an_edition_put_in_force_with_a_mistake_in_it_does_not_serve(data):
    (data / "2028").mkdir()
    (data / "2028" / "01.yaml").write_text("edition: [", encoding="utf-8")
    before = load_served(data)
    (data / "en-vigueur.yaml").write_text("edition: '2028'\n", encoding="utf-8")
    assert load_served(data, before).in_force == "2026"


def test_a_folder_taken_away_while_it_is_in_force_goes_on_serving(data):
    before = load_served(data)
    shutil.rmtree(data / "2026")
    after = load_served(data, before)
    assert after.in_force == "2026"
    assert contribution(after) == 100
    assert after.problems


def test_a_folder_taken_away_while_it_is_not_in_force_is_no_choice_any_more(data):
    before = load_served(data)
    shutil.rmtree(data / "2027")
    after = load_served(data, before)
    assert list(after.by_id) == ["2026"]
    assert after.problems == ()


def test_without_anything_to_fall_back_on_every_problem_is_told(data):
    rewrite(membership(data), ESMS, "pour: [esms]\n        montant: cent")
    (data / "en-vigueur.yaml").write_text("edition: '2031'\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as told:
        load_served(data)
    assert {problem.file for problem in told.value.problems} >= {"2026/03-adhesion.yaml", "en-vigueur.yaml"}
