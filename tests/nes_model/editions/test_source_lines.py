"""Which line of which file to change."""

import re

from nes_model.editions.folders import DATA
from nes_model.editions.loading import join_files
from nes_model.editions.source_lines import Place, find_places, list_places
from tests.nes_model.strategies import EDITION

FOUND = find_places(join_files(DATA / "2026"), EDITION)


def test_each_amount_has_the_line_that_holds_it_under_its_charge():
    for id_, place in FOUND.charges.items():
        lines = (DATA / "2026" / place.file).read_text(encoding="utf-8").splitlines()
        amount = EDITION.charges[id_].amount
        assert ("non-chiffre" if amount is None else str(amount.low)) in lines[place.line - 1], id_
        assert re.search(rf"\bid: {id_}\b", "\n".join(lines[max(0, place.line - 6) : place.line])), id_


def test_a_point_names_itself_and_all_that_it_commands():
    assert len(FOUND.doubts["R1"]) == 1 + 7  # itself; four capitals and three contributions
    assert {place.file for place in FOUND.doubts["R5"]} == {"08-lectures.yaml", "04-packs.yaml"}
    assert {place.file for place in FOUND.doubts["R12"]} == {"08-lectures.yaml", "12-services-gcs.yaml"}


def test_places_are_said_file_by_file():
    said = list_places([Place("a.yaml", 3), Place("b.yaml", 1), Place("b.yaml", 9)])
    assert said == "a.yaml, ligne 3 ; b.yaml, lignes 1 et 9"
