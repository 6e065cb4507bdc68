"""Files as people really have them: each is priced as worked by hand, or told in the exact sentence."""

import csv
import io

import pytest

from nes_model.cli.main import main
from nes_model.money import Amount
from tests.nes_model.arithmetic import worked
from tests.nes_model.tables import plain
from tests.shapes.building import Shape, shapes

SHAPES = [pytest.param(each, id=each.name) for each in shapes()]


def lot(shape: Shape, folder, capsys) -> tuple[int, list[dict[str, str]], list[str]]:
    """The exit code, the rows written and what is said of them."""
    path = folder / shape.file
    path.write_bytes(shape.content)
    code = main(["lot", str(path)])
    printed = capsys.readouterr()
    said = [line for line in plain(printed.err).splitlines() if not line.startswith("Ligne ")]
    return code, list(csv.DictReader(io.StringIO(plain(printed.out)), delimiter=";")), said


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_met_in_the_field_is_priced_or_told(shape, tmp_path, capsys):
    code, rows, said = lot(shape, tmp_path, capsys)
    if "refus" in shape.words:
        assert (code, rows, said) == (2, [], [shape.words["refus"]])
        return
    expected = shape.words["premiere_annee"]
    assert code == 0
    assert [amount(row) for row in rows] == [each if each is None else worked(each) for each in expected]
    assert [row["erreur"] for row in rows if row["erreur"]] == by_row(shape.words.get("erreurs", []))
    assert said[:-1] == shape.words.get("dit", [])
    if "cases" in shape.words:
        assert [list(row.values())[: len(cells)] for row, cells in zip(rows, shape.words["cases"], strict=True)] == (
            shape.words["cases"]
        )


def amount(row: dict[str, str]) -> Amount | None:
    ends = [row[f"premiere_annee_{end}"].replace(",", ".") for end in ("min", "max")]
    return Amount(*map(worked_low, ends)) if all(ends) else None


def worked_low(text: str):
    return worked(text).low


def by_row(sentences: list[str]) -> list[str]:
    """The sentences of a row are written in one cell."""
    rows: dict[str, list[str]] = {}
    for sentence in sentences:
        rows.setdefault(sentence.partition(",")[0].partition(" :")[0], []).append(sentence)
    return [" ".join(each) for each in rows.values()]


def test_every_shape_says_where_it_was_met_and_what_is_right():
    found = shapes()
    assert len(found) >= 40
    for each in found:
        assert each.words["source"]
        assert ("refus" in each.words) is not ("premiere_annee" in each.words), each.name
