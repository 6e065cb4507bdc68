"""What the groups of all visits fill of the memory, whoever sends them: those last shown are held, and no more."""

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from nes_model.group.terms import Terms
from nes_model.problems import InvalidInputError
from tests.nes_model.strategies import EDITION
from tests.pages.test_groupe import ROOT, given
from tests.pages.test_simulateur import metric, shown
from ui.group import read_groups, source, typed_table
from ui.group.read_groups import GivenFile, ReadGroups, weigh

PUBLISHED = Terms()
MEMBERS = b"libelle;categorie;etablissements\n" + b"Les Tilleuls;esms;3\n" * 50


@pytest.fixture
def readings(monkeypatch) -> list[bytes]:
    """Each content that is read."""
    read, made = read_groups.read_organisations, []

    def noted(content, *others):
        made.append(content)
        return read(content, *others)

    monkeypatch.setattr(read_groups, "read_organisations", noted)
    return made


def test_the_groups_last_shown_are_held_and_another_is_read_again(readings):
    files = [GivenFile(f"{each}.csv", MEMBERS) for each in range(3)]
    groups = ReadGroups()
    first = groups.price(files[0], EDITION, PUBLISHED)
    groups = ReadGroups(most=2 * weigh(first))
    for file in (files[0], files[1], files[0], files[2]):
        assert groups.price(file, EDITION, PUBLISHED).consolidation == first.consolidation
    assert len(readings) == 1 + 3
    assert [groups.find(file, EDITION, PUBLISHED) is None for file in files] == [False, True, False]
    groups.price(files[1], EDITION, PUBLISHED)
    assert len(readings) == 1 + 4


@pytest.mark.parametrize(("rows", "together"), [(10, True), (2_001, False)])
def test_large_groups_are_priced_and_written_one_at_a_time_and_small_ones_wait_for_none(monkeypatch, rows, together):
    price, groups = read_groups.price_group, ReadGroups()
    files = [GivenFile("a.csv", b"categorie\n" + b"esms\n" * rows) for _ in range(2)]

    def meet(meeting: Barrier) -> bool:
        try:
            meeting.wait(timeout=30 if together else 0.5)
        except BrokenBarrierError:
            return False
        return True

    priced, written = Barrier(2), Barrier(2)
    met = []
    monkeypatch.setattr(read_groups, "price_group", lambda *words: met.append(meet(priced)) or price(*words))
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda file: groups.price(file, EDITION, PUBLISHED), files))
        made = list(
            both.map(lambda file: groups.write(file, EDITION, PUBLISHED, lambda _: b"%d" % meet(written)), files)
        )
    assert met == [together] * 2
    assert made == [b"%d" % together] * 2


def test_few_wait_for_a_large_group_to_be_written():
    groups, file = ReadGroups(), GivenFile("a.csv", b"categorie\n" + b"esms\n" * 2_001)
    refused = []

    def make(_) -> bytes:
        if len(refused) < 1:
            with ThreadPoolExecutor(1) as another:
                refused.append(another.submit(groups.write, file, EDITION, PUBLISHED, make).exception(timeout=30))
        return b"written"

    for _ in range(3):
        groups._writers.acquire()
    assert groups.write(file, EDITION, PUBLISHED, make) == b"written"
    assert [type(each) for each in refused] == [InvalidInputError]
    assert groups.write(file, EDITION, PUBLISHED, make) == b"written"


def test_whoever_has_a_group_read_again_to_be_written_is_one_of_those_few(readings):
    groups, file = ReadGroups(), GivenFile("a.csv", MEMBERS)
    for _ in range(4):
        groups._writers.acquire()
    with pytest.raises(InvalidInputError):
        groups.write(file, EDITION, PUBLISHED, lambda _: b"written")
    assert not readings


def test_a_group_is_read_again_under_other_terms(readings):
    groups, file = ReadGroups(), GivenFile("a.csv", MEMBERS)
    groups.price(file, EDITION, PUBLISHED)
    other = Terms(readings={"R1": "sans-virgule"})
    assert groups.price(file, EDITION, other).terms == other
    assert groups.find(file, EDITION, PUBLISHED) is None
    assert len(readings) == 2


def test_the_group_of_a_visit_that_is_over_is_held_no_longer():
    groups, file = ReadGroups(), GivenFile("a.csv", MEMBERS)
    groups.price(file, EDITION, PUBLISHED)
    del file
    gc.collect()
    assert not groups._held


def test_a_group_weighs_its_cells_and_its_organisations():
    groups = ReadGroups()
    short, long = (
        weigh(groups.price(GivenFile("a.csv", b"categorie;note\n" + row * 100), EDITION, PUBLISHED))
        for row in (b"esms;\n", b"esms;" + b"x" * 10_000 + b"\n")
    )
    assert 200_000 < short < 400_000  # 100 × 2 000 bytes, and short cells
    assert 1_000_000 <= long - short < 1_100_000  # 100 × 10 000 characters


def test_a_visit_whose_group_gave_way_to_another_s_shows_it_all_the_same(monkeypatch, readings):
    monkeypatch.setattr(source, "READ", ReadGroups(most=0))
    pages = [
        AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run().switch_page("pages/groupe.py").run()
        for _ in range(2)
    ]
    given(pages[0], "libelle;categorie;etablissements\nLes Tilleuls;esms;3\n")
    given(pages[1], "libelle;categorie\nSans site;esms\n")
    before = len(readings)
    assert metric(pages[0].run(), "Organisations chiffrées") == "1"
    assert len(readings) > before
    pages[0].switch_page("pages/tarifs.py")
    pages[0].query_params["tarifs"] = "contribution-esms~150"
    assert "1 organisation de la page Groupe" in shown(pages[0].run()).replace("\N{NO-BREAK SPACE}", " ")


def test_another_page_asked_for_as_a_file_is_taken_away_is_shown_without_it(monkeypatch):
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run().switch_page("pages/groupe.py").run()
    given(page, "libelle;categorie;etablissements\nLes Tilleuls;esms;3\n")
    page.run()
    monkeypatch.setattr(typed_table, "ask", lambda *_: st.switch_page("pages/tarifs.py"))
    next(each for each in page.button if each.label == "Retirer ce fichier").click().run()
    assert not page.error
    assert page.title[0].value == "Les tarifs, leurs sources, et si…\u202f?"
