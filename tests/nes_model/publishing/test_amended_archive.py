"""Next year's folder in a ZIP: put in place, it prices as the simulation did; nothing else moved."""

import io
import shutil
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from nes_model.editions.folders import DATA, TO_REVIEW
from nes_model.editions.loading import load_edition
from nes_model.money import Amount
from nes_model.pricing.rule import price
from nes_model.problems import InvalidInputError
from nes_model.publishing.amended_archive import archive_amended_edition
from nes_model.publishing.amended_files import Amendment
from nes_model.publishing.release_check import check_data
from nes_model.scenario.examples import load_examples

EDITION = load_edition(DATA / "2026")
EXAMPLES = load_examples(EDITION)
DAY = date(2026, 12, 1)
DEARER = Amendment({"contribution-esms": Amount.exactly(Decimal("120.00"))}, {"R8": "par-etablissement"})


def archive(year: str = "2027", amendment: Amendment = DEARER) -> bytes:
    return archive_amended_edition(DATA, "2026", year, amendment, EXAMPLES, DAY)


def test_put_in_place_and_reviewed_it_prices_every_example_as_the_simulation_did(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    zipfile.ZipFile(io.BytesIO(archive())).extractall(tmp_path / "data")
    folder = tmp_path / "data" / "2027"
    with pytest.raises(InvalidInputError, match="2027"):
        check_data(tmp_path / "data")
    (folder / TO_REVIEW).unlink()
    after = load_edition(folder)
    assert "R8" not in after.doubts_by_id
    for example in EXAMPLES.examples:
        supposed = {"tariffs": dict(DEARER.tariffs), "readings": dict(DEARER.readings)}
        simulated = price(example.scenario.model_copy(update=supposed), EDITION)
        placed = price(example.scenario, after)
        assert (placed.first_year, placed.following_years) == (simulated.first_year, simulated.following_years)


def test_it_holds_the_whole_folder_and_says_what_to_review():
    names = zipfile.ZipFile(io.BytesIO(archive())).namelist()
    files = sorted(path.name for path in (DATA / "2026").glob("*.yaml"))
    assert names == [*(f"2027/{name}" for name in files), f"2027/{TO_REVIEW}"]
    review = zipfile.ZipFile(io.BytesIO(archive())).read(f"2027/{TO_REVIEW}").decode()
    assert "120,00" in review
    assert "R8" in review


def test_the_same_simulation_gives_the_same_bytes_and_writes_nothing_in_the_data():
    before = sorted(DATA.rglob("*"))
    assert archive() == archive()
    assert sorted(DATA.rglob("*")) == before


@pytest.mark.parametrize("year", ["", "2025", "2026", "27", "../2027", "année"])
def test_a_year_that_cannot_be_prepared_is_refused_in_french(year):
    with pytest.raises(InvalidInputError) as refused:
        archive(year)
    assert len(refused.value.problems) == 1


def test_what_stands_beside_the_tariffs_is_not_taken_away_with_them(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "2026" / "sauvegarde").mkdir()
    (tmp_path / "data" / "2026" / "proces-verbal.docx").write_bytes(b"not for visitors")
    content = archive_amended_edition(tmp_path / "data", "2026", "2027", DEARER, EXAMPLES, DAY)
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == zipfile.ZipFile(io.BytesIO(archive())).namelist()


def test_a_refusal_does_not_say_where_the_server_keeps_its_files():
    with pytest.raises(InvalidInputError) as refused:
        archive("2026")
    (problem,) = refused.value.problems
    assert str(problem) == "data : le dossier 2026 existe déjà : rien n'a été changé."
